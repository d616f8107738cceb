import { formatDay, knownDay } from '../../domain';
import { type OpeningPayment, openLedger } from '../../ledger';
import {
  balancesBeside,
  OPENING_POSTINGS_TABLE,
  openingPaymentsTable,
  readSmallTable,
  rowsOrStop,
  type SmallTableSpec,
  withHeldRecipients,
} from '../../register';
import { type Act, actBy } from '../acts/act';
import { actingKey } from '../approve/acting-key';
import { approversForNewLedger } from '../approve/approvers-for-new-ledger';
import type { Installation } from '../installation';
import { type OpeningSummary, openingSummary } from '../preview/opening-summary';
import { readGivenFile } from '../read-given-file';
import { loadShippedRules } from '../shipped-rules';
import { refuseChangedTables } from '../tables/refuse-tables';

/** What is taken over from an earlier system. Paths are absolute. */
export interface TakeOverRequest extends Act {
  readonly postings: string;
  readonly balances: string | undefined;
  /** What the earlier system paid, day by day. */
  readonly payments?: string | undefined;
  readonly rehearsal: boolean;
  /** A list of approvers is asked for by name. */
  readonly hasList: boolean;
}

/** Takes over an earlier system's postings and balances as a draft, in a ledger that is made where there is none. */
export function takeOver(
  installation: Pick<Installation, 'db' | 'requireSignatures' | 'approversList'> &
    Partial<Pick<Installation, 'keyFile' | 'keyPassphrase'>>,
  {
    postings: postingsPath,
    balances: balancesPath,
    payments: paymentsPath,
    rehearsal,
    hasList,
    ...act
  }: TakeOverRequest,
): OpeningSummary & { readonly already: boolean } {
  const { places } = loadShippedRules();
  const postings = read(postingsPath, '--postings', withHeldRecipients(OPENING_POSTINGS_TABLE, places));
  const balances =
    balancesPath === undefined
      ? []
      : read(balancesPath, '--balances', withHeldRecipients(balancesBeside(postings), places));
  const by = actBy(act);
  const today = knownDay(by.at.slice(0, 10));
  const payments =
    paymentsPath === undefined
      ? []
      : read(paymentsPath, '--payments', withHeldRecipients(openingPaymentsTable(today), places));
  const approvers = approversForNewLedger(installation, { hasList, rehearsal, newLedger: true });
  const create = { rehearsal, by, ...(approvers === undefined ? {} : { approvers }) };
  const ledger = openLedger(installation.db, { create });
  try {
    refuseChangedTables(ledger);
    const { keyFile, keyPassphrase = '' } = installation;
    const signing = payments.length === 0 ? {} : actingKey({ ...installation, keyFile, keyPassphrase }, ledger);
    const paid = payments.map((row) => ({ ...row, on: formatDay(row.on) })).sort(inOrder);
    const { batch, already } = ledger.recordOpening({ ...by, ...signing, postings, balances, payments: paid });
    return { ...openingSummary(ledger, batch), already };
  } finally {
    ledger.close();
  }
}

function read<Row>(path: string, flag: string, spec: SmallTableSpec<Row>): readonly Row[] {
  return rowsOrStop(path, readSmallTable(readGivenFile(path, flag), path, spec));
}

/** The same payments in any order of rows are the same file. */
function inOrder(a: OpeningPayment, b: OpeningPayment): number {
  return (
    (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) ||
    a.recipient - b.recipient ||
    (a.group < b.group ? -1 : a.group > b.group ? 1 : 0) ||
    a.grantYear - b.grantYear ||
    a.amountNok - b.amountNok
  );
}
