import {
  asRecipientCode,
  assert,
  type Day,
  formatRecipientCode,
  type NettingGroup,
  type PayoutRow,
  type PlaceRegister,
  type RecipientCode,
} from '../domain';
import { type Cell, csvField, writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of payouts.csv (data contract 4). */
export const PAYOUT_COLUMNS = [
  'run_id',
  'term',
  'recipient_id',
  'recipient_name',
  'org_number',
  'account_number',
  'netting_group',
  'lines_total',
  'carried_in',
  'paid',
  'carried_out',
  'payment_ref',
] as const;

/** Who gets the money: the row of the recipients file that is valid on the cut-off date. */
export interface RecipientDetails {
  readonly name: string;
  readonly orgNumber: string;
  /** Empty where nothing may be paid to it. */
  readonly accountNumber: string;
  /** How the ledger's register has it; `none` where the details come from a file that somebody wrote. */
  readonly confirmation?: 'confirmed' | 'unconfirmed' | 'blocked' | 'none';
}

/** What payouts.csv needs beside the payouts themselves. */
export interface PayoutContext {
  readonly runId: string;
  readonly term: number;
  /** Last day of the term: names hold on it. */
  readonly cutOff: Day;
  readonly places: PlaceRegister;
  /** By recipient code; undefined where no recipients file was given. */
  readonly recipients?: ReadonlyMap<RecipientCode, RecipientDetails> | undefined;
  /** The payment key of a recipient and group in this term and supplement. */
  readonly paymentRef: (recipient: RecipientCode, group: NettingGroup) => string;
}

/**
 * Writes payouts.csv. The name is the register's on the cut-off date (that of the recipients file where the register
 * has none); organisation number and account come from the recipients file, the former else from the register.
 */
export function writePayouts(file: FolderFile, context: PayoutContext, payouts: readonly PayoutRow[]): SealedFile {
  const rows = payouts.map((payout): Cell[] => {
    assert(
      payout.paidNok + payout.carriedOutNok === payout.linesTotalNok + payout.carriedInNok &&
        payout.paidNok >= 0 &&
        payout.carriedInNok <= 0 &&
        payout.carriedOutNok <= 0 &&
        (payout.paidNok === 0 || payout.carriedOutNok === 0),
      'a payout is not the netting of its lines and the carried balance',
    );
    const recipient = asRecipientCode(payout.recipient);
    const details = context.recipients?.get(recipient);
    return [
      context.term,
      formatRecipientCode(recipient),
      context.places.nameOn(recipient, context.cutOff) || (details?.name ?? ''),
      details?.orgNumber || context.places.orgNumber(recipient),
      details?.accountNumber ?? '',
      payout.group,
      payout.linesTotalNok,
      payout.carriedInNok,
      payout.paidNok,
      payout.carriedOutNok,
      payout.paidNok > 0 ? context.paymentRef(recipient, payout.group) : '',
    ];
  });
  return writeTable(file, PAYOUT_COLUMNS, rows, `${csvField(context.runId)},`);
}
