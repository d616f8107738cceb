import { csvRecords } from '../../domain';
import type { RunContext } from './run-context';

/** A row of payouts.csv as it stands. */
export interface PayoutCsvRow {
  /** Line of the file. */
  readonly line: number;
  readonly recipientId: string;
  readonly name: string;
  readonly group: string;
  readonly linesNok: number;
  readonly carriedInNok: number;
  readonly paidNok: number;
  readonly carriedOutNok: number;
  readonly paymentRef: string;
}

/** Rows of the run's payouts.csv, checked against the manifest. */
export function payoutRows(context: RunContext): PayoutCsvRow[] {
  return csvRecords(context.sealedText('payouts.csv')).map(({ line, cell }) => ({
    line,
    recipientId: cell('recipient_id'),
    name: cell('recipient_name'),
    group: cell('netting_group'),
    linesNok: Number(cell('lines_total')),
    carriedInNok: Number(cell('carried_in')),
    paidNok: Number(cell('paid')),
    carriedOutNok: Number(cell('carried_out')),
    paymentRef: cell('payment_ref'),
  }));
}
