import { z } from 'zod';
import { type ErrorDetail, NorsktilskuddError } from '../../domain';
import { readText } from '../../effects';
import { closestWord } from '../closest-word';

const path = (description: string) => z.string().min(1).describe(description);

/** What norsktilskudd.json may hold (data contract 3). Every key may be left out; an unknown key is refused. */
export const CONFIG_SCHEMA = z
  .strictObject({
    $schema: z.string().optional().describe('Where editors find the schema of this file.'),
    ledger: path('The ledger, an SQLite file. Flag --db.').optional(),
    runs_folder: path('Folder in which every run gets a folder of its own. Default: <ledger>.d/runs.').optional(),
    recipients: path('recipients.csv: names, organisation numbers and accounts. Flag --recipients.').optional(),
    rates: z
      .array(path('A rates file.'))
      .describe('Rates files, later ones win cell by cell. Flag --rates.')
      .optional(),
    columns: path('Names of columns in the extract, as JSON. Flag --columns.').optional(),
    pseudonym_key_file: path(
      'Key of the pseudonyms, made at first use. Default: <ledger>.d/pseudonym.key. Flag --pseudonym-key-file.',
    ).optional(),
    approvers: z
      .array(z.string().min(1))
      .min(1)
      .describe('Names of those who may approve. Left out: anyone but the one who ran it.')
      .optional(),
    limits: z
      .strictObject({
        reject_percent: z
          .number()
          .min(0)
          .max(100)
          .describe('Rejected rows, in percent of a table, up to which a run goes on. Flag --reject-limit.')
          .optional(),
      })
      .optional(),
    language: z.enum(['nb', 'en']).describe('Language of the terminal. Flag --lang.').optional(),
  })
  .meta({ title: 'norsktilskudd.json', description: 'Settings of norsktilskudd. Flags and environment go before it.' });

export type ConfigFile = z.infer<typeof CONFIG_SCHEMA>;

/** The published JSON schema of the file, as text. */
export function configJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(CONFIG_SCHEMA), null, 2)}\n`;
}

/** Reads and checks a configuration file. All that is wrong with it is said at once (kind input, exit 3). */
export function readConfigFile(file: string): ConfigFile {
  const text = readText(file);
  const parsed = CONFIG_SCHEMA.safeParse(parseJson(file, text), { reportInput: true });
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.flatMap((issue) => issueDetails(issue, file, text));
  throw new NorsktilskuddError('input', 'CONFIG_REFUSED', { file, problems: details.length }, details);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const position = Number(/at position (\d+)/.exec(reason)?.[1] ?? text.length);
    const before = text.slice(0, position).split('\n');
    const line = before.length;
    const column = (before[line - 1]?.length ?? 0) + 1;
    throw new NorsktilskuddError('input', 'CONFIG_NOT_JSON', { file, line, column, reason });
  }
}

function issueDetails(issue: z.core.$ZodIssue, file: string, text: string): ErrorDetail[] {
  const where = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const suggestion = closestWord(key, knownKeys(where));
      const params = { file, line: lineOfKey(text, key), column: [...where, key].join('.') };
      return { code: 'CONFIG_UNKNOWN_KEY', params: suggestion === undefined ? params : { ...params, suggestion } };
    });
  }
  const key = where.join('.');
  const line = lineOfKey(text, where.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '');
  const found = JSON.stringify(issue.input) ?? 'nothing';
  return [
    { code: 'CONFIG_BAD_VALUE', params: { file, line, column: key || '(whole file)', found, reason: issue.message } },
  ];
}

function knownKeys(where: readonly string[]): string[] {
  if (where[0] === 'limits') return ['reject_percent'];
  return Object.keys(CONFIG_SCHEMA.shape);
}

/** Line of a key in the file; 1 where it cannot be told. */
function lineOfKey(text: string, key: string): number {
  const index = text.indexOf(`"${key}"`);
  return index < 0 ? 1 : text.slice(0, index).split('\n').length;
}
