import {
  CASE_TABLES,
  type CaseAct,
  EMPTY_CASE_ACT,
  parseComponent,
  parseRecipientCode,
  standingRow,
} from '../../src/domain';
import type { OracleAct } from '../oracle/acts';

function codeOf(text: string): number {
  if (text === '') return 0;
  const code = parseRecipientCode(text === '03' ? '0301' : text);
  if (code === undefined) throw new Error(`no recipient ${text}`);
  return code;
}

/** A standing row as the ledger writes it down. */
function rowText({ table, row }: OracleAct): string {
  const of = CASE_TABLES.find((name) => name === table);
  if (of === undefined || Object.keys(row).length === 0) return '';
  const given = standingRow(of, row);
  if (given.faults !== undefined) throw new Error(`no row: ${given.faults.join(', ')}`);
  return given.text;
}

/** Acts as the engine and the ledger have them, of one case, in the order in which they were confirmed. */
export function caseActsOf(acts: readonly OracleAct[]): CaseAct[] {
  return acts.map((act, place) => ({
    ...EMPTY_CASE_ACT,
    act: act.act,
    caseNumber: 1,
    order: place + 1,
    kind: act.kind,
    grantYear: act.grantYear,
    component: parseComponent(act.component) ?? '',
    personId: Number(act.person),
    recipient: codeOf(act.recipient),
    basisRecipient: codeOf(act.basis),
    fromDay: act.from,
    toDay: act.to,
    amount: act.amount,
    code: act.code,
    table: CASE_TABLES.find((table) => table === act.table) ?? '',
    key: act.key,
    row: rowText(act),
  }));
}
