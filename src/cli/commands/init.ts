import { fillInFiles, makeInstallation } from '../../app';
import { configJsonSchema } from '../config/config-file';
import { CONFIG_FILE_NAME } from '../config/config-values';
import { say } from '../context';
import { at, flag, list, object, text } from '../declare/answer';
import { command } from '../declare/command';
import { optionalArgument } from '../declare/flag';
import { path } from '../declare/kinds';
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
  run({ year: grantYear, ...given }, { terminal }) {
    const folder = given.folder ?? terminal.cwd;
    const settings = [
      { name: CONFIG_FILE_NAME, text: defaultConfig(grantYear) },
      { name: SCHEMA_FILE_NAME, text: configJsonSchema() },
    ];
    const wanted = { ...given, folder, ledgerName: sources.DEFAULT_LEDGER, settings, grantYear };
    return { ...makeInstallation(given, wanted), rehearsal: given.rehearsal };
  },
  json: object({ files: list(text), ledger: at('db', text), rehearsal: flag }),
  text({ files, db, rehearsal }, context) {
    const kind = say(context, rehearsal ? 'init.rehearsal' : 'init.real_ledger');
    return [
      ...files.map((file) => `${say(context, 'init.wrote')} ${file}\n`),
      `${say(context, 'init.made')} ${db} (${kind})\n`,
    ];
  },
});

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
