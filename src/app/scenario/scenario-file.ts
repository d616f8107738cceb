import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import {
  COMPONENTS,
  type Component,
  type Day,
  type ErrorDetail,
  errorDetail,
  NorsktilskuddError,
  parseDay,
  parseRecipientCode,
  RATE_CLASS,
  RATE_CLASSES,
  TERMS,
  type Term,
} from '../../domain';
import { readJsonFile } from '../read-json-file';
import { isProblem, percentMillionths, type SetWord, setWord } from './set-words';

/** What a scenario file may hold. Every key but the name may be left out; an unknown key is refused. */
const SCENARIO_SCHEMA = z
  .strictObject({
    $schema: z.string().optional().describe('Where editors find the schema of this file.'),
    name: z.string().min(1).max(80).describe('Name in tables and files.'),
    description: z.string().optional().describe('What the scenario tries, in a sentence.'),
    extract: z.string().min(1).optional().describe('Extract folder, from this file. Default: --extract or --snapshot.'),
    snapshot: z.string().min(1).optional().describe('Id of a stored snapshot, instead of an extract.'),
    grant_year: z.number().int().min(1990).max(2100).optional().describe('Grant year. Default: --year.'),
    as_of: z
      .string()
      .optional()
      .describe('D, YYYY-MM-DD. Default: --as-of, else the earlier of 31 December and the day of the extract.'),
    term: z
      .union(TERMS.map((term) => z.literal(term)))
      .optional()
      .describe('Term 1-4: kroner are what is due by then. Default: --term, else 4, the whole year.'),
    rates: z
      .array(z.string().min(1))
      .optional()
      .describe('Rates files (data contract 3), from this file; later ones win. Whatever their status says: scenario.'),
    assumptions: z
      .record(z.string(), z.string())
      .optional()
      .describe('Assumptions with another of their values, such as {"A10": "by_months"}.'),
    limits: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        'Limits of the law with another value (rules show YEAR), such as {"persontilskudd.proration": "days"}.',
      ),
    set: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'Single rates, limits and choices, the last one of a cell holds: "persontilskudd.year2/high=+3%", "grunntilskudd.steps=1-5:low,6-200:high", "A10=by_months", "regions/SYR=low".',
      ),
    uprate: z
      .string()
      .regex(/^[+-]?\d{1,4}([.,]\d{1,6})?%$/)
      .optional()
      .describe(
        'All rates of the year by so many percent ("3.1%"); a cell that the year lacks is that of the last year that has one.',
      ),
    regions: z.string().min(1).optional().describe('Table of regions in place of the shipped one, from this file.'),
    exclude: z.array(z.enum(COMPONENTS)).optional().describe('Components to leave out.'),
    only: z
      .strictObject({
        recipients: z.array(z.string()).min(1).optional().describe('Kommuner (0301) and fylkeskommuner (32) to show.'),
        fylker: z.array(z.string()).min(1).optional().describe('Fylker (46): all of their kommuner.'),
        rate_classes: z.array(z.enum(RATE_CLASSES)).min(1).optional().describe('Rate classes to show.'),
      })
      .optional()
      .describe('Shows a part of the result. It changes no amount, count or split.'),
  })
  .meta({ title: 'norsktilskudd scenario', description: 'What to try on a sizing. A scenario can never be paid.' });

/** A scenario as its file says it. Paths are absolute. */
export interface ScenarioFile {
  readonly file: string;
  readonly name: string;
  readonly extract: string | undefined;
  readonly snapshot: string | undefined;
  readonly grantYear: number | undefined;
  readonly asOf: Day | undefined;
  readonly term: Term | undefined;
  readonly rates: readonly string[];
  readonly assumptions: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
  /** Single rates, limits and choices, in the order in which they were given. */
  readonly words: readonly SetWord[];
  /** Percent by which all rates of the year rise, in millionths of a percent. */
  readonly uprateMillionths: bigint | undefined;
  /** Path of a table of regions. */
  readonly regions: string | undefined;
  readonly excluded: readonly Component[];
  /** RecipientCodes; empty for all. */
  readonly recipients: readonly number[];
  /** RecipientCodes of fylker of which every kommune is shown, and the fylkeskommune. */
  readonly fylker: readonly number[];
  /** RATE_CLASS values; empty for all. */
  readonly rateClasses: readonly number[];
  /** True where a filter is given that names nothing. */
  readonly hasEmptyFilter: boolean;
}

/** The published JSON schema of the file, as text. */
export function scenarioJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(SCENARIO_SCHEMA), null, 2)}\n`;
}

/**
 * Reads a scenario file; all that is wrong with it is said at once (kind input, exit 3).
 *
 * @param flag by which it was named
 */
export function readScenarioFile(file: string, flag = 'FILE'): ScenarioFile {
  const content = readJsonFile(file, SCENARIO_SCHEMA, 'SCENARIO_REFUSED', flag);
  const problems: ErrorDetail[] = [];
  const bad = (column: string, found: string, expected: string): void =>
    void problems.push(errorDetail('CONFIG_BAD_VALUE', { file, line: 1, column, found, expected }));
  const asOf = content.as_of === undefined ? undefined : parseDay(content.as_of);
  if (content.as_of !== undefined && asOf === undefined) bad('as_of', content.as_of, 'YYYY-MM-DD');
  if (content.extract !== undefined && content.snapshot !== undefined) {
    problems.push(errorDetail('FLAGS_EXCLUDE', { file, flags: 'extract, snapshot' }));
  }
  const codesOf = (column: string, codes: readonly string[], form: RegExp, expected: string): number[] =>
    codes.flatMap((code) => {
      const recipient = form.test(code) ? parseRecipientCode(code) : undefined;
      if (recipient === undefined) bad(column, code, expected);
      return recipient ?? [];
    });
  const { only } = content;
  const recipients = codesOf('only.recipients', only?.recipients ?? [], /./, '0301, 32');
  const fylker = codesOf('only.fylker', only?.fylker ?? [], /^\d{2}$/, '46');
  const words = readWords(content.set ?? [], dirname(file), (word, expected) => bad('set', word, expected));
  if (problems.length > 0) throw new NorsktilskuddError('input', 'SCENARIO_REFUSED', { file }, problems);
  const fromFile = (path: string): string => resolve(dirname(file), path);
  return {
    file,
    name: content.name,
    extract: content.extract === undefined ? undefined : fromFile(content.extract),
    snapshot: content.snapshot,
    grantYear: content.grant_year,
    asOf,
    term: content.term,
    rates: (content.rates ?? []).map(fromFile),
    assumptions: content.assumptions ?? {},
    limits: content.limits ?? {},
    words: words.filter(({ kind }) => kind !== 'regions'),
    uprateMillionths: content.uprate === undefined ? undefined : percentMillionths(content.uprate),
    regions: tableOf(words) ?? (content.regions === undefined ? undefined : fromFile(content.regions)),
    excluded: COMPONENTS.filter((component) => content.exclude?.includes(component)),
    recipients,
    fylker,
    hasEmptyFilter: only !== undefined && !only.recipients && !only.fylker && !only.rate_classes,
    rateClasses: (only?.rate_classes ?? []).map((name) => RATE_CLASS[name]),
  };
}

/** Words of a scenario; paths in them are taken from a folder. */
export function readWords(
  given: readonly string[],
  folder: string,
  bad: (word: string, expected: string) => void,
): SetWord[] {
  return given.flatMap((text): SetWord[] => {
    const word = setWord(text);
    if (isProblem(word)) {
      bad(text, word.expected);
      return [];
    }
    return [word.kind === 'regions' ? { ...word, path: resolve(folder, word.path) } : word];
  });
}

/** The table of regions that the last of some words names. */
export function tableOf(words: readonly SetWord[]): string | undefined {
  return words.findLast((word) => word.kind === 'regions')?.path;
}
