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
import { type Columns, cellsOf, csvField, writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

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
  const codeOf = ({ recipient }: PayoutRow): RecipientCode => asRecipientCode(recipient);
  const detailsOf = (payout: PayoutRow): RecipientDetails | undefined => context.recipients?.get(codeOf(payout));
  // Columns of payouts.csv (data contract 4) behind run_id.
  const columns: Columns<PayoutRow> = {
    term: () => context.term,
    recipient_id: (payout) => formatRecipientCode(codeOf(payout)),
    recipient_name: (payout) =>
      context.places.nameOn(codeOf(payout), context.cutOff) || (detailsOf(payout)?.name ?? ''),
    org_number: (payout) => detailsOf(payout)?.orgNumber || context.places.orgNumber(codeOf(payout)),
    account_number: (payout) => detailsOf(payout)?.accountNumber ?? '',
    netting_group: ({ group }) => group,
    lines_total: ({ linesTotalNok }) => linesTotalNok,
    carried_in: ({ carriedInNok }) => carriedInNok,
    paid: ({ paidNok }) => paidNok,
    carried_out: ({ carriedOutNok }) => carriedOutNok,
    payment_ref: (payout) => (payout.paidNok > 0 ? context.paymentRef(codeOf(payout), payout.group) : ''),
  };
  for (const payout of payouts)
    assert(isNetted(payout), 'a payout is not the netting of its lines and the carried balance');
  return writeTable(
    file,
    ['run_id', ...Object.keys(columns)],
    cellsOf(columns, payouts),
    `${csvField(context.runId)},`,
  );
}

function isNetted({ linesTotalNok, carriedInNok, paidNok, carriedOutNok }: PayoutRow): boolean {
  return (
    paidNok + carriedOutNok === linesTotalNok + carriedInNok &&
    paidNok >= 0 &&
    carriedInNok <= 0 &&
    carriedOutNok <= 0 &&
    (paidNok === 0 || carriedOutNok === 0)
  );
}
