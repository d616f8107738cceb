import { fillInFiles, makeInstallation } from '../../app';
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

function initialise({ year, rehearsal, actor, ...given }: Input<typeof input>, context: CliContext): void {
  const folder = given.folder ?? context.terminal.cwd;
  const settings = [
    { name: CONFIG_FILE_NAME, text: defaultConfig(year) },
    { name: SCHEMA_FILE_NAME, text: configJsonSchema() },
  ];
  const wanted = { folder, ledgerName: sources.DEFAULT_LEDGER, settings, grantYear: year, rehearsal, actor };
  tell({ ...makeInstallation(given, { ...wanted, hasList: given.hasList }), rehearsal }, context);
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
  const kind = rehearsal ? say(context, 'init.rehearsal') : say(context, 'init.real_ledger');
  for (const path of files) out(`${say(context, 'init.wrote')} ${path}\n`);
  out(`${say(context, 'init.made')} ${db} (${kind})\n`);
}

/** The files to fill in, as settings name them. */
function fillIn(year: number): { readonly recipients: string; readonly rates: readonly string[] } {
  const { recipients, rates } = fillInFiles(year);
  return { recipients, rates: [rates] };
}

function defaultConfig(year: number | undefined): string {
  const settings = { $schema: `./${SCHEMA_FILE_NAME}`, ledger: sources.DEFAULT_LEDGER, language: 'nb' };
  const files = year === undefined ? {} : fillIn(year);
  return `${JSON.stringify({ ...settings, ...files }, null, 2)}\n`;
}
