import { join } from 'node:path';
import { approversForNewLedger } from '../../app/approve/approvers-for-new-ledger';
import { ratesTemplate, recipientsTemplate } from '../../app/init/template-files';
import { buildName, programBuild } from '../../app/program-build';
import { loadShippedRules } from '../../app/shipped-rules';
import { errorDetail, NorsktilskuddError } from '../../domain';
import { makeFolder, nowUtc, pathExists, writeWholeFile } from '../../effects';
import { openLedger } from '../../ledger';
import { configJsonSchema } from '../config/config-file';
import { CONFIG_FILE_NAME } from '../config/config-values';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { optionalArgument } from '../declare/flag';
import { path } from '../declare/kinds';
import type { Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

const SCHEMA_FILE_NAME = 'norsktilskudd.schema.json';
const RECIPIENTS_FILE_NAME = 'recipients.csv';

const input = {
  folder: optionalArgument('folder', '[folder]', path),
  year: FLAGS.year,
  rehearsal: FLAGS.rehearsal,
  actor: sources.actorIfNamed,
  ...sources.firstApprovers,
  requireSignatures: sources.signing.requireSignatures,
} as const;

/**
 * `init [FOLDER]`: a ledger, settings with their schema and, for a grant year, files to fill in; never over a file that is
 * there. The ledger is a real one unless --rehearsal is given.
 */
export const initCommand = command('init', {
  examples: [
    'norsktilskudd init --as kari',
    'norsktilskudd init tilskudd/ --year 2018 --as kari',
    'norsktilskudd init prove/ --rehearsal',
  ],
  input,
  run: initialise,
});

interface NewFile {
  readonly name: string;
  readonly text: string;
}

function initialise({ year, rehearsal, actor, ...given }: Input<typeof input>, context: CliContext): void {
  const folder = given.folder ?? context.terminal.cwd;
  const db = join(folder, sources.DEFAULT_LEDGER);
  const files = newFiles(year);
  refuseTaken(folder, [...files.map(({ name }) => name), sources.DEFAULT_LEDGER]);
  const approvers = approversForNewLedger({ ...given, db }, { ...given, rehearsal, newLedger: true });
  makeFolder(folder);
  for (const file of files) writeWholeFile(join(folder, file.name), file.text);
  const by = { actor, at: nowUtc(), build: buildName(programBuild()) };
  const create = { rehearsal, by, ...(approvers === undefined ? {} : { approvers }) };
  openLedger(db, { create }).close();
  tell({ files: files.map(({ name }) => join(folder, name)), db, rehearsal }, context);
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
  const settings = { $schema: `./${SCHEMA_FILE_NAME}`, ledger: sources.DEFAULT_LEDGER, language: 'nb' };
  const files = year === undefined ? {} : { recipients: RECIPIENTS_FILE_NAME, rates: [ratesFileName(year)] };
  return `${JSON.stringify({ ...settings, ...files }, null, 2)}\n`;
}

function refuseTaken(folder: string, names: readonly string[]): void {
  const taken = names.map((name) => join(folder, name)).filter(pathExists);
  if (taken.length === 0) return;
  const details = taken.map((name) => errorDetail('FILE_EXISTS', { name }));
  throw new NorsktilskuddError('usage', 'INIT_FILES_EXIST', { folder }, details);
}
