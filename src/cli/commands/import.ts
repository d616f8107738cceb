import { join, resolve } from 'node:path';
import { executeImport } from '../../app/import/execute-import';
import type { ImportReport } from '../../app/import/import-report';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { importReportJson, importReportText } from '../import/import-report-text';
import { readingDisplay } from '../reading-display';

interface ImportFlags extends SettingFlags {
  readonly extract?: string;
  readonly out?: string;
}

/** `import`: reads an extract into a stored snapshot and tells what is in it. */
export const importCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Leser et uttrekk, kontrollerer hver rad og lagrer det ved hovedboken. Ingenting beregnes.',
          en: 'Reads an extract, checks every row and stores it beside the ledger. Nothing is calculated.',
        }),
      )
      .addHelpText('before', examplesText(context, ['norsktilskudd import --extract extracts/2018-T1 --out listing/']))
      .action((flags: ImportFlags) => importOne(flags, context));
    addFlags(command, context, 'extract', 'columns', 'rejectLimit', 'db', 'listingOut', 'pseudonymKeyFile', 'json');
  },
};

function importOne(flags: ImportFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const runsFolder = settings.runsFolder ?? join(`${settings.db}.d`, 'runs');
  const input = {
    extract: resolve(terminal.cwd, reader.required('--extract', flags.extract)),
    snapshotFolder: join(`${settings.db}.d`, 'snapshots'),
    columns: settings.columns,
    readingLimits: settings.readingLimits,
    rejectLimitPercent: reader.percent('--reject-limit', settings.rejectLimit) ?? null,
    out: flags.out === undefined ? undefined : resolve(terminal.cwd, flags.out),
    rejectedFolder: join(runsFolder, 'rejected-import'),
    pseudonymKeyFile: settings.pseudonymKeyFile,
    db: settings.db,
  };
  reader.finish(context.commandName);
  const display = readingDisplay(context);
  let report: ImportReport;
  try {
    report = executeImport({ ...input, onProgress: display.listener });
  } finally {
    display.end();
  }
  terminal.out(context.json ? importReportJson(report, context) : importReportText(report, context));
}
