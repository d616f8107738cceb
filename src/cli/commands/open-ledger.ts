import { approversForNewLedger } from '../../app/approve/approvers-for-new-ledger';
import { openingSummary } from '../../app/preview/opening-summary';
import { buildName, programBuild } from '../../app/program-build';
import { readGivenFile } from '../../app/read-given-file';
import { loadShippedRules } from '../../app/shipped-rules';
import { refuseChangedTables } from '../../app/tables/refuse-tables';
import { nowUtc } from '../../effects';
import { openLedger } from '../../ledger';
import {
  balancesBeside,
  OPENING_POSTINGS_TABLE,
  readSmallTable,
  rowsOrStop,
  type SmallTableSpec,
  withHeldRecipients,
} from '../../register';
import { nextActText } from '../approval/next-act-text';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import type { Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { openingJson } from '../opening/opening-json';
import { openingText } from '../opening/opening-text';

const input = {
  postingsFile: required(FLAGS.postings),
  balancesFile: FLAGS.balances,
  rehearsal: FLAGS.rehearsal,
  db: sources.db,
  actor: sources.actor,
  ...sources.firstApprovers,
  requireSignatures: sources.signing.requireSignatures,
} as const;

/** `open-ledger`: takes over an earlier system's postings and balances, as a draft (data contract 3). */
export const openLedgerCommand = command('open-ledger', {
  examples: ['norsktilskudd open-ledger --postings opening_postings.csv --as kari'],
  input,
  run: open,
});

function open(given: Input<typeof input>, context: CliContext): void {
  const { terminal } = context;
  const { db, actor, rehearsal, postingsFile, balancesFile } = given;
  const { places } = loadShippedRules();
  const postings = read(postingsFile, '--postings', withHeldRecipients(OPENING_POSTINGS_TABLE, places));
  const balances =
    balancesFile === undefined
      ? []
      : read(balancesFile, '--balances', withHeldRecipients(balancesBeside(postings), places));
  const by = { actor, at: nowUtc(), build: buildName(programBuild()) };
  const approvers = approversForNewLedger(given, { ...given, newLedger: true });
  const create = { rehearsal, by };
  const ledger = openLedger(db, { create: approvers === undefined ? create : { ...create, approvers } });
  try {
    refuseChangedTables(ledger);
    const { batch, already } = ledger.recordOpening({ ...by, postings, balances });
    const summary = openingSummary(ledger, batch);
    terminal.out(
      context.json
        ? `${JSON.stringify({ ...openingJson(summary), already })}\n`
        : `${openingText(summary, context)}\n${nextActText(batch.runId, summary.next, context)}\n`,
    );
  } finally {
    ledger.close();
  }
}

function read<Row>(path: string, flag: string, spec: SmallTableSpec<Row>): readonly Row[] {
  return rowsOrStop(path, readSmallTable(readGivenFile(path, flag), path, spec));
}
