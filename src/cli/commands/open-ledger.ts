import { resolve } from 'node:path';
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
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { openingJson } from '../opening/opening-json';
import { openingText } from '../opening/opening-text';

interface OpeningFlags extends SettingFlags {
  readonly postings?: string;
  readonly balances?: string;
  readonly rehearsal?: boolean;
}

/** `open-ledger`: takes over an earlier system's postings and balances, as a draft (data contract 3). */
export const openLedgerCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Overtar posteringer og saldoer fra et tidligere system, som et utkast.',
          en: "Takes over an earlier system's postings and balances, as a draft.",
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, ['norsktilskudd open-ledger --postings opening_postings.csv --as kari']),
      )
      .action((flags: OpeningFlags) => open(flags, context));
    addFlags(command, context, 'postings', 'balances', 'rehearsal', 'db', 'as', 'approvers', 'json');
  },
};

function open(flags: OpeningFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const postingsPath = resolve(terminal.cwd, reader.required('--postings', flags.postings));
  const actor = reader.required('--as', settings.as);
  reader.finish(context.commandName);
  const { places } = loadShippedRules();
  const postings = read(postingsPath, '--postings', withHeldRecipients(OPENING_POSTINGS_TABLE, places));
  const balancesPath = flags.balances === undefined ? undefined : resolve(terminal.cwd, flags.balances);
  const balances =
    balancesPath === undefined
      ? []
      : read(balancesPath, '--balances', withHeldRecipients(balancesBeside(postings), places));
  const by = { actor, at: nowUtc(), build: buildName(programBuild()) };
  const approvers = approversForNewLedger(settings, {
    hasList: flags.approvers !== undefined,
    rehearsal: flags.rehearsal ?? false,
    newLedger: true,
  });
  const create = { rehearsal: flags.rehearsal ?? false, by };
  const ledger = openLedger(settings.db, { create: approvers === undefined ? create : { ...create, approvers } });
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
