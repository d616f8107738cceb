import { join, resolve } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { makeFolder, pathExists, writeWholeFile } from '../../effects';
import type { CommandModule } from '../command-table';
import { configJsonSchema } from '../config/config-file';
import { CONFIG_FILE_NAME } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { ratesTemplate, recipientsTemplate } from '../init/template-files';
import { loadShippedRules } from '../shipped-rules';

const SCHEMA_FILE_NAME = 'norsktilskudd.schema.json';
const RECIPIENTS_FILE_NAME = 'recipients.csv';

interface InitFlags {
  readonly year?: string;
}

/** `init [FOLDER]`: settings with their schema and, for a grant year, files to fill in; never over a file that is there. */
export const initCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Lager innstillinger og, for et tilskuddsår, filer å fylle ut: mottakere og satsene som mangler.',
          en: 'Makes settings and, for a grant year, files to fill in: recipients and the rates that are missing.',
        }),
      )
      .argument(
        '[folder]',
        say(context, { nb: 'mappen (ellers den du står i)', en: 'the folder (default the current one)' }),
      )
      .addHelpText('before', examplesText(context, ['norsktilskudd init', 'norsktilskudd init tilskudd/ --year 2018']))
      .action((folder: string | undefined, flags: InitFlags) => initialise(folder ?? '.', flags, context));
    addFlags(command, context, 'year', 'json');
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
  const folder = resolve(context.terminal.cwd, folderName);
  const files = newFiles(year);
  refuseTaken(folder, files);
  makeFolder(folder);
  const paths = files.map((file) => join(folder, file.name));
  for (const file of files) writeWholeFile(join(folder, file.name), file.text);
  const { out } = context.terminal;
  if (context.json) out(`${JSON.stringify({ files: paths })}\n`);
  else for (const path of paths) out(`${say(context, { nb: 'skrev', en: 'wrote' })} ${path}\n`);
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
  const settings = { $schema: `./${SCHEMA_FILE_NAME}`, ledger: 'norsktilskudd.db', language: 'nb' };
  const files = year === undefined ? {} : { recipients: RECIPIENTS_FILE_NAME, rates: [ratesFileName(year)] };
  return `${JSON.stringify({ ...settings, ...files }, null, 2)}\n`;
}

function refuseTaken(folder: string, files: readonly NewFile[]): void {
  const taken = files.map((file) => join(folder, file.name)).filter(pathExists);
  if (taken.length === 0) return;
  const details = taken.map((name) => ({ code: 'FILE_EXISTS', params: { name } }));
  throw new NorsktilskuddError('usage', 'INIT_FILES_EXIST', { folder }, details);
}
