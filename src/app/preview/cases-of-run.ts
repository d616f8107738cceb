import {
  CASE_ACT_KINDS,
  type CaseActKind,
  isClaimAct,
  isCounted,
  NO_RECIPIENT,
  parseComponent,
  parseRecipientCode,
} from '../../domain';
import { pinnedMoney } from '../cases/pinned-money';
import { loadShippedRules } from '../shipped-rules';
import { folderRows } from './folder-rows';

/** An act of a case that a run read; neither persons nor places are shown. */
export interface ReadAct {
  readonly caseNumber: number;
  readonly act: number;
  readonly kind: CaseActKind;
  /** 0 for none. */
  readonly grantYear: number;
  readonly component: string;
  /** Of an adjustment, of a claim and what was paid or written off of it; of a pinned count what its lines come to in the run. */
  readonly amountNok: number;
}

/** Acts of cases that a run started from, as its folder has them. */
export function casesOfRun(runFolder: string): ReadAct[] {
  return folderRows(runFolder, 'cases_before.csv').flatMap((row) => {
    const kind = CASE_ACT_KINDS.find((each) => each === row.kind);
    if (kind === undefined) return [];
    const { case_number: caseNumber, act, grant_year: grantYear, component = '' } = row;
    const amountNok = kind === 'adjustment' || isClaimAct(kind) ? Number(row.amount) : 0;
    return [
      { caseNumber: Number(caseNumber), act: Number(act), kind, grantYear: Number(grantYear), component, amountNok },
    ];
  });
}

/** The same with what the lines of the run have of each pinned count. */
export function casesWithMoney(runFolder: string): ReadAct[] {
  const acts = casesOfRun(runFolder);
  const pins = folderRows(runFolder, 'cases_before.csv')
    .filter(({ kind }) => kind === 'pin_count')
    .map(({ act, grant_year: grantYear, recipient_id: code }) => ({
      ...{ act: Number(act), grantYear: Number(grantYear) },
      recipient: parseRecipientCode(code ?? '') ?? NO_RECIPIENT,
    }));
  if (pins.length === 0) return acts;
  const lines = folderRows(runFolder, 'payout_lines.csv').flatMap((row) => {
    const component = parseComponent(row.component ?? '');
    const basisRecipient = parseRecipientCode(row.basis_recipient_id ?? '');
    if (row.reason === 'adjustment' || basisRecipient === undefined || component === undefined) return [];
    return isCounted(component)
      ? [{ grantYear: Number(row.grant_year), basisRecipient, amountNok: Number(row.amount) }]
      : [];
  });
  const money = pinnedMoney(pins, lines, loadShippedRules().places);
  return acts.map((one) => ({ ...one, amountNok: money.get(one.act)?.amountNok ?? one.amountNok }));
}
