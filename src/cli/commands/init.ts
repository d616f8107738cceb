import { join } from 'node:path';
import { addYearSheet, fillInFiles, makeInstallation } from '../../app';
import { pathExists } from '../../effects';
import { configJsonSchema } from '../config/config-file';
import { CONFIG_FILE_NAME } from '../config/config-values';
import { type CliContext, say } from '../context';
import { at, flag, list, object, text, whole } from '../declare/answer';
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
  signers: FLAGS.signer,
  actor: sources.actorIfNamed,
  ...sources.firstApprovers,
  requireSignatures: sources.signing.requireSignatures,
  keyPassphrase: sources.signing.keyPassphrase,
} as const;

/** What was made; of a further year in a folder that is there no ledger. */
interface Made {
  readonly folder: string;
  readonly grantYear: number | undefined;
  readonly files: readonly string[];
  readonly db: string;
  readonly rehearsal: boolean;
  /** Rates that were left to fill in. */
  readonly rates: number;
  readonly isYearSheet: boolean;
}

/**
 * `init [FOLDER]`: a ledger, settings with their schema and, for a grant year, files to fill in; in a folder that has them the
 * sheet of rates of a further year. Never over a file that is there. The ledger is a real one unless --rehearsal is given.
 */
export const initCommand = command('init', {
  examples: [
    'norsktilskudd init --as kari',
    'norsktilskudd init tilskudd/ --year 2018 --as kari',
    'norsktilskudd init prove/ --rehearsal',
    'norsktilskudd init --year 2018 --as kari --signer kari=runner --signer astrid=attestant --signer ola=approver',
    'norsktilskudd init --year 2019',
  ],
  input,
  run: (given, { terminal }) => made({ ...given, folder: given.folder ?? terminal.cwd }),
  json: object({
    files: list(text),
    ledger: at('db', text),
    rehearsal: flag,
    rates_to_fill_in: at('rates', whole),
  }),
  text(answer, context) {
    return [
      ...answer.files.map((file) => `${say(context, 'init.wrote')} ${file}\n`),
      ledgerText(answer, context),
      answer.rates > 0 ? say(context, 'init.fill_in', { rates: answer.rates }) : '',
    ];
  },
  next: ({ folder }) => ({ installation: folder }),
});

function made({ year: grantYear, ...given }: Input<typeof input> & { readonly folder: string }): Made {
  const { folder, rehearsal, signers, hasList } = given;
  const file = join(folder, CONFIG_FILE_NAME);
  if (grantYear !== undefined && pathExists(file) && !rehearsal && !hasList && signers.length === 0) {
    const sheet = addYearSheet(folder, file, grantYear);
    return {
      ...sheet,
      folder,
      grantYear,
      rehearsal: false,
      isYearSheet: true,
      db: join(folder, sources.DEFAULT_LEDGER),
    };
  }
  const settings = [
    { name: CONFIG_FILE_NAME, text: defaultConfig(grantYear) },
    { name: SCHEMA_FILE_NAME, text: configJsonSchema() },
  ];
  const wanted = { ...given, ledgerName: sources.DEFAULT_LEDGER, settings, grantYear };
  return { ...makeInstallation(given, wanted), folder, grantYear, rehearsal, isYearSheet: false };
}

function ledgerText({ db, rehearsal, isYearSheet }: Made, context: CliContext): string {
  if (isYearSheet) return '';
  return `${say(context, 'init.made')} ${db} (${say(context, rehearsal ? 'init.rehearsal' : 'init.real_ledger')})\n`;
}

/** The files to fill in, as settings name them. */
function fillIn(year: number): { readonly recipients: string; readonly rates: readonly string[] } {
  const { recipients, rates } = fillInFiles(year);
  return { recipients, rates: [rates] };
}

function defaultConfig(year: number | undefined): string {
  const settings = { $schema: `./${SCHEMA_FILE_NAME}`, ledger: sources.DEFAULT_LEDGER, language: 'nb' };
  const files = year === undefined ? {} : { ...fillIn(year), grant_year: year };
  return `${JSON.stringify({ ...settings, ...files }, null, 2)}\n`;
}
