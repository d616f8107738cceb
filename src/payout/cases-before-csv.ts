import {
  asRecipientCode,
  at,
  type CaseAct,
  type FrozenGrant,
  formatRecipientCode,
  NO_PERSON,
  RATE_CLASSES,
} from '../domain';
import { csvField } from './csv-table';

/** Acts of cases that a run started from (rulebook 9a), in the order in which they were confirmed. */
export const CASES_BEFORE_FILE = 'cases_before.csv';

/** Columns of cases_before.csv. */
const CASES_BEFORE_COLUMNS = [
  'order',
  'act',
  'case_number',
  'kind',
  'grant_year',
  'component',
  'person_ref',
  'recipient_id',
  'basis_recipient_id',
  'from_date',
  'to_date',
  'amount',
  'code',
  'table',
  'key',
  'row',
] as const;

/**
 * The text of cases_before.csv; empty where there are no acts, and then the run has no such file. Its hash is part of run_id.
 *
 * @param pseudonym of a person
 */
export function casesBeforeText(acts: readonly CaseAct[], pseudonym: (personId: number) => string): string {
  if (acts.length === 0) return '';
  const rows = [...acts].sort((a, b) => a.order - b.order).map((act) => rowOf(act, pseudonym));
  return `${[CASES_BEFORE_COLUMNS, ...rows].map((row) => row.map((cell) => csvField(String(cell))).join(',')).join('\n')}\n`;
}

function rowOf(act: CaseAct, pseudonym: (personId: number) => string): (string | number)[] {
  const code = (recipient: number): string => (recipient === 0 ? '' : formatRecipientCode(asRecipientCode(recipient)));
  return [
    ...[act.order, act.act, act.caseNumber, act.kind, act.grantYear === 0 ? '' : act.grantYear, act.component],
    ...[act.personId === NO_PERSON ? '' : pseudonym(act.personId), code(act.recipient), code(act.basisRecipient)],
    ...[act.fromDay, act.toDay, act.amount, act.code, act.table, act.key, act.row],
  ];
}

/** Grants that were frozen and not posted when a run started (rulebook 9a); a run that found none has no such file. */
export const FROZEN_BEFORE_FILE = 'frozen_before.csv';

const COLUMNS = ['grant_year', 'component', 'basis_recipient_id', 'persons', 'rate_class', 'amount', 'reason'] as const;

/** The text of frozen_before.csv, sorted by its columns. */
export function frozenBeforeText(frozen: readonly FrozenGrant[]): string {
  const rows = [...frozen]
    .sort((a, b) => a.grantYear - b.grantYear || a.basisRecipient - b.basisRecipient)
    .map(({ grantYear, component, basisRecipient, persons, rateClass, amountNok, reason }) => {
      const recipient = formatRecipientCode(asRecipientCode(basisRecipient));
      return [grantYear, component, recipient, persons, at(RATE_CLASSES, rateClass - 1), amountNok, reason].join(',');
    });
  return `${[COLUMNS.join(','), ...rows].join('\n')}\n`;
}
