import { join, resolve } from 'node:path';
import { approversForNewLedger } from '../../app/approve/approvers-for-new-ledger';
import { signingInput } from '../../app/approve/sign-act';
import { executeRun } from '../../app/run/execute-run';
import type { RunReport } from '../../app/run/run-report';
import { NO_SETTINGS, type WantedSettings } from '../../app/run/wanted/wanted-by-term';
import { readSigningKey } from '../../audit';
import { holdsPersonId } from '../../domain';
import type { BatchInfo, Ledger } from '../../ledger';
import type { CommandModule } from '../command-table';
import { loadSettings, type Settings } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { readingDisplay } from '../reading-display';
import { needRegisterFlags, type RegisterFlags } from '../register/register-flags';
import { runReportJson } from '../run/run-report-json';
import { runReportText } from '../run/run-report-text';
import { tellWarnings } from '../tell-warnings';

interface RunFlags extends RegisterFlags {
  readonly term?: string;
  readonly accept?: readonly string[];
  readonly appropriation?: string;
  readonly supplement?: boolean;
  readonly rehearsal?: boolean;
  readonly newLedger?: boolean;
  readonly out?: string;
  readonly tables?: string;
}

/** `run`: calculates a term into a draft (data contract 5). */
export const runCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Beregner en termin: leser uttrekket, regner ut, skriver mappen og legger et utkast i hovedboken.',
          en: 'Calculates a term: reads the extract, works out, writes the folder and puts a draft into the ledger.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd run --extract extracts/2018-T1 --year 2018 --term 1 --as kari --new-ledger',
          'norsktilskudd run --extract extracts/2018-T2 --year 2018 --term 2 --as kari',
        ]),
      )
      .action((flags: RunFlags) => run(flags, context));
    addFlags(
      command,
      context,
      'extract',
      'snapshot',
      'year',
      'term',
      'asOf',
      'recipients',
      'rates',
      'tables',
      'exclude',
      'accept',
      'appropriation',
      'rejectLimit',
      'columns',
      'supplement',
      'rehearsal',
      'newLedger',
      'db',
      'out',
      'as',
      'key',
      'approvers',
      'pseudonymKeyFile',
      'json',
    );
  },
};

/** Settings that decide what the run wants accepted. */
function wantsOf({ limits }: Settings, { year, appropriation }: RunFlags, reader: FlagReader): WantedSettings {
  return {
    fewerPersonsPercent: limits.fewer_persons_percent ?? NO_SETTINGS.fewerPersonsPercent,
    appropriationNok: reader.kroner('--appropriation', appropriation) ?? limits.appropriation_nok?.[year ?? ''],
  };
}

function run(flags: RunFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const { place, ...reading } = needRegisterFlags(flags, settings, reader, terminal.cwd);
  const input = {
    register: place,
    grantYear: reader.year('--year', flags.year),
    term: reader.term('--term', flags.term),
    ...reading,
    acceptedNames: flags.accept ?? [],
    wants: wantsOf(settings, flags, reader),
    supplement: flags.supplement ?? false,
    rehearsal: flags.rehearsal ?? false,
    newLedger: flags.newLedger ?? false,
    db: settings.db,
    out: flags.out === undefined ? undefined : resolve(terminal.cwd, flags.out),
    runsFolder: settings.runsFolder ?? join(`${settings.db}.d`, 'runs'),
    snapshotFolder: join(`${settings.db}.d`, 'snapshots'),
    rates: settings.rates,
    tables: flags.tables === undefined ? undefined : resolve(terminal.cwd, flags.tables),
    recipients: settings.recipients,
    columns: settings.columns,
    readingLimits: settings.readingLimits,
    pseudonymKeyFile: settings.pseudonymKeyFile,
    actor: reader.required('--as', settings.as),
  };
  // The path stands in the ledger for ever.
  if (holdsPersonId(flags.out ?? '')) reader.problem('FLAG_HOLDS_ID', { flag: '--out' });
  reader.finish(context.commandName);
  const approvers = approversForNewLedger(settings, {
    hasList: flags.approvers !== undefined,
    rehearsal: input.rehearsal,
    newLedger: input.newLedger,
  });
  // Before the calculation, not after it: a key that cannot be used would leave a run that nobody has signed.
  if (settings.keyFile !== undefined) readSigningKey(settings.keyFile, settings.keyPassphrase);
  const sign =
    settings.keyFile === undefined
      ? undefined
      : (ledger: Ledger, batch: BatchInfo) =>
          signingInput({ runId: batch.runId, role: 'runner', actor: input.actor, settings }, ledger, batch);
  const display = readingDisplay(context);
  let report: RunReport;
  try {
    report = executeRun({ ...input, approvers, sign, onProgress: display.listener });
  } finally {
    display.end();
  }
  tellWarnings(report.warnings, context);
  terminal.out(context.json ? runReportJson(report) : `${runReportText(report, context)}\n`);
}
