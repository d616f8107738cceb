import { openLedger } from '../../ledger';
import {
  balancesBeside,
  OPENING_POSTINGS_TABLE,
  readSmallTable,
  rowsOrStop,
  type SmallTableSpec,
  withHeldRecipients,
} from '../../register';
import { type Act, actBy } from '../acts/act';
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
  readonly rehearsal: boolean;
  /** A list of approvers is asked for by name. */
  readonly hasList: boolean;
}

/** Takes over an earlier system's postings and balances as a draft, in a ledger that is made where there is none. */
export function takeOver(
  installation: Pick<Installation, 'db' | 'requireSignatures' | 'approversList'>,
  { postings: postingsPath, balances: balancesPath, rehearsal, hasList, ...act }: TakeOverRequest,
): OpeningSummary & { readonly already: boolean } {
  const { places } = loadShippedRules();
  const postings = read(postingsPath, '--postings', withHeldRecipients(OPENING_POSTINGS_TABLE, places));
  const balances =
    balancesPath === undefined
      ? []
      : read(balancesPath, '--balances', withHeldRecipients(balancesBeside(postings), places));
  const by = actBy(act);
  const approvers = approversForNewLedger(installation, { hasList, rehearsal, newLedger: true });
  const create = { rehearsal, by, ...(approvers === undefined ? {} : { approvers }) };
  const ledger = openLedger(installation.db, { create });
  try {
    refuseChangedTables(ledger);
    const { batch, already } = ledger.recordOpening({ ...by, postings, balances });
    return { ...openingSummary(ledger, batch), already };
  } finally {
    ledger.close();
  }
}

function read<Row>(path: string, flag: string, spec: SmallTableSpec<Row>): readonly Row[] {
  return rowsOrStop(path, readSmallTable(readGivenFile(path, flag), path, spec));
}
