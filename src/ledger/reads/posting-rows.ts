import { NO_PERSON } from '../../domain';
import type { SqlValue } from '../../effects';
import { componentOfNumber, groupOfNumber, kindOfNumber } from '../codes';
import type { LedgerLine } from '../types';

/** Columns of a posting as lineOf() reads them. */
export const POSTING_COLUMNS = `b.run_id, p.line, p.kind, p.grant_year, p.component, p.person, s.duf,
  p.basis_recipient, p.recipient, p.netting_group, p.amount, p.code, p.annual_amount`;

/** A posting from its row. */
export function lineOf(row: readonly SqlValue[]): LedgerLine {
  const person = Number(row[5]);
  const duf = row[6] === null ? null : Number(row[6]);
  return {
    runId: String(row[0]),
    line: Number(row[1]),
    kind: kindOfNumber(row[2]),
    grantYear: Number(row[3]),
    component: componentOfNumber(row[4]),
    personId: person === 0 ? NO_PERSON : duf,
    basisRecipient: Number(row[7]),
    recipient: Number(row[8]),
    group: groupOfNumber(row[9]),
    amountNok: Number(row[10]),
    code: String(row[11]),
    annualAmountNok: row[12] === null ? null : Number(row[12]),
  };
}
