import { type Component, type NettingGroup, NO_PERSON } from '../../domain';
import type { SqlValue } from '../../effects';
import { componentOfNumber, groupOfNumber, kindOfNumber, type PostingKind } from '../codes';

/** A line of a batch, posted or draft. */
export interface LedgerLine {
  readonly runId: string;
  /** Ordinal in payout_lines.csv, from 1. */
  readonly line: number;
  readonly kind: PostingKind;
  readonly grantYear: number;
  readonly component: Component;
  /** NO_PERSON for none; null where the person has been deleted from the ledger. */
  readonly personId: number | null;
  readonly basisRecipient: number;
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly amountNok: number;
  readonly code: string;
  /** null where it is empty. */
  readonly annualAmountNok: number | null;
}

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
