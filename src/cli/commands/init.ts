import { join, resolve } from 'node:path';
import { approversForNewLedger } from '../../app/approve/approvers-for-new-ledger';
import { ratesTemplate, recipientsTemplate } from '../../app/init/template-files';
import { buildName, programBuild } from '../../app/program-build';
import { loadShippedRules } from '../../app/shipped-rules';
import { errorDetail, NorsktilskuddError } from '../../domain';
import { makeFolder, nowUtc, pathExists, writeWholeFile } from '../../effects';
import { openLedger } from '../../ledger';
import type { CommandModule } from '../command-table';
import { configJsonSchema } from '../config/config-file';
import { CONFIG_FILE_NAME, DEFAULT_LEDGER, loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';

const SCHEMA_FILE_NAME = 'norsktilskudd.schema.json';
const RECIPIENTS_FILE_NAME = 'recipients.csv';

interface InitFlags extends SettingFlags {
  readonly year?: string;
  readonly rehearsal?: boolean;
}

/**
 * `init [FOLDER]`: a ledger, settings with their schema and, for a grant year, files to fill in; never over a file that is
 * there. The ledger is a real one unless --rehearsal is given.
 */
export const initCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Lager en ny hovedbok (ekte uten --rehearsal), innstillinger og, for et tilskuddsår, filer å fylle ut: mottakere og satsene som mangler.',
          en: 'Makes a new ledger (a real one without --rehearsal), settings and, for a grant year, files to fill in: recipients and the rates that are missing.',
        }),
      )
      .argument(
        '[folder]',
        say(context, { nb: 'mappen (ellers den du står i)', en: 'the folder (default the current one)' }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd init --as kari',
          'norsktilskudd init tilskudd/ --year 2018 --as kari',
          'norsktilskudd init prove/ --rehearsal',
        ]),
      )
      .action((folder: string | undefined, flags: InitFlags) => initialise(folder ?? '.', flags, context));
    addFlags(command, context, 'year', 'rehearsal', 'as', 'approvers', 'json');
  },
};

interface NewFile {
  readonly name: string;
  readonly text: string;
}

function initialise(folderName: string, flags: InitFlags, context: CliContext): void {
  const reader = new FlagReader();
  const year = flags.year === undefined ? undefined : reader.year('--year', flags.year);
  reader.finish(context.commandName);
  const settings = loadSettings(flags, context.terminal);
  const folder = resolve(context.terminal.cwd, folderName);
  const db = join(folder, DEFAULT_LEDGER);
  const files = newFiles(year);
  refuseTaken(folder, [...files.map(({ name }) => name), DEFAULT_LEDGER]);
  const approvers = approversForNewLedger(
    { ...settings, db },
    {
      hasList: flags.approvers !== undefined,
      rehearsal: flags.rehearsal ?? false,
      newLedger: true,
    },
  );
  makeFolder(folder);
  for (const file of files) writeWholeFile(join(folder, file.name), file.text);
  const by = { actor: settings.as ?? '', at: nowUtc(), build: buildName(programBuild()) };
  const create = { rehearsal: flags.rehearsal ?? false, by, ...(approvers === undefined ? {} : { approvers }) };
  openLedger(db, { create }).close();
  tell({ files: files.map(({ name }) => join(folder, name)), db, rehearsal: create.rehearsal }, context);
}

function tell(
  { files, db, rehearsal }: { readonly files: readonly string[]; readonly db: string; readonly rehearsal: boolean },
  context: CliContext,
): void {
  const { out } = context.terminal;
  if (context.json) {
    out(`${JSON.stringify({ files, ledger: db, rehearsal })}\n`);
    return;
  }
  const kind = rehearsal
    ? say(context, { nb: 'en øvelse', en: 'a rehearsal' })
    : say(context, { nb: 'en ekte hovedbok', en: 'a real ledger' });
  for (const path of files) out(`${say(context, { nb: 'skrev', en: 'wrote' })} ${path}\n`);
  out(`${say(context, { nb: 'laget', en: 'made' })} ${db} (${kind})\n`);
}

function newFiles(year: number | undefined): NewFile[] {
  const settings = [
    { name: CONFIG_FILE_NAME, text: defaultConfig(year) },
    { name: SCHEMA_FILE_NAME, text: configJsonSchema() },
  ];
  if (year === undefined) return settings;
  const rules = loadShippedRules();
  return [
    ...settings,
    { name: RECIPIENTS_FILE_NAME, text: recipientsTemplate(rules, year) },
    { name: ratesFileName(year), text: ratesTemplate(rules, year) },
  ];
}

function ratesFileName(year: number): string {
  return `rates-${year}.csv`;
}

function defaultConfig(year: number | undefined): string {
  const settings = { $schema: `./${SCHEMA_FILE_NAME}`, ledger: DEFAULT_LEDGER, language: 'nb' };
  const files = year === undefined ? {} : { recipients: RECIPIENTS_FILE_NAME, rates: [ratesFileName(year)] };
  return `${JSON.stringify({ ...settings, ...files }, null, 2)}\n`;
}

function refuseTaken(folder: string, names: readonly string[]): void {
  const taken = names.map((name) => join(folder, name)).filter(pathExists);
  if (taken.length === 0) return;
  const details = taken.map((name) => errorDetail('FILE_EXISTS', { name }));
  throw new NorsktilskuddError('usage', 'INIT_FILES_EXIST', { folder }, details);
}
