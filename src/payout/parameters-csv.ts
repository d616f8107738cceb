import { type Assumption, at, type Limit, type Rate } from '../domain';
import { type Cell, compareRows, writeTable } from './csv-table';
import { excelText } from './excel-text';
import type { FolderFile, SealedFile } from './folder-file';

/**
 * Columns of parameters.csv. `kind` is assumption, limit or rate; of a limit grant_year is the first year (empty: from the
 * beginning), last_grant_year the last (empty: no end) and assumption the one whose value it is; `used` is yes where the
 * value decided something.
 */
export const PARAMETER_COLUMNS = [
  'kind',
  'key',
  'grant_year',
  'rate_class',
  'value',
  'unit',
  'status',
  'source',
  'note',
  'last_grant_year',
  'assumption',
  'used',
] as const;

/** The same of a run folder of format 1, which has no limits. */
export const PARAMETER_COLUMNS_1 = PARAMETER_COLUMNS.filter(
  (column) => column !== 'last_grant_year' && column !== 'assumption',
);

/** Every parameter that the run could read, and which of them it did. */
export interface RunParameters {
  readonly rates: readonly Rate[];
  /** Indexes into `rates`. */
  readonly ratesUsed: readonly number[];
  readonly assumptions: readonly Assumption[];
  /** Ids. */
  readonly assumptionsUsed: readonly string[];
  readonly limits: readonly Limit[];
  /** Indexes into `limits`. */
  readonly limitsUsed: readonly number[];
  /** Format of the run folder; the newest where it is left out. */
  readonly format?: 1 | 2 | undefined;
}

/**
 * Rows of parameters.csv in its order, without the column `used`: what a run could read, whatever it did. Values are
 * texts, for assumptions are words.
 */
export function parameterRows(
  parameters: Pick<RunParameters, 'rates' | 'assumptions' | 'limits' | 'format'>,
): Cell[][] {
  const rates = parameters.rates.map((rate): Cell[] => [
    'rate',
    rate.key,
    rate.grantYear,
    rate.rateClass,
    String(rate.valueNok),
    'NOK',
    ...provenance(rate),
    null,
    '',
  ]);
  const assumptions = parameters.assumptions.map((assumption): Cell[] => [
    'assumption',
    assumption.id,
    null,
    '',
    excelText(assumption.value),
    '',
    ...provenance(assumption),
    null,
    '',
  ]);
  const limits = parameters.limits.map((limit): Cell[] => [
    'limit',
    limit.key,
    limit.firstGrantYear,
    '',
    excelText(limit.value),
    '',
    ...provenance(limit),
    limit.lastGrantYear,
    limit.assumption,
  ]);
  if (parameters.format !== 1) return [...assumptions, ...limits, ...rates].sort(compareRows);
  return [...assumptions, ...rates].map((row) => row.slice(0, PARAMETER_COLUMNS_1.length - 1)).sort(compareRows);
}

function provenance({ status, source, note }: Pick<Rate, 'status' | 'source' | 'note'>): Cell[] {
  return [status, excelText(source), excelText(note)];
}

/** Writes parameters.csv: all rates, limits and assumptions of the run with value, status and source. */
export function writeParameters(file: FolderFile, parameters: RunParameters): SealedFile {
  const used = new Set(parameters.assumptionsUsed.map((id) => nameOf('assumption', id, null, '')));
  for (const index of parameters.ratesUsed) {
    const { key, grantYear, rateClass } = at(parameters.rates, index);
    used.add(nameOf('rate', key, grantYear, rateClass));
  }
  for (const index of parameters.limitsUsed) {
    const { key, firstGrantYear } = at(parameters.limits, index);
    used.add(nameOf('limit', key, firstGrantYear, ''));
  }
  const isUsed = ([kind = '', key = '', year = '', rateClass = '']: Cell[]): boolean =>
    used.has(nameOf(kind, key, year, rateClass));
  const rows = parameterRows(parameters).map((row) => [...row, isUsed(row) ? 'yes' : 'no']);
  return writeTable(file, parameters.format === 1 ? PARAMETER_COLUMNS_1 : PARAMETER_COLUMNS, rows);
}

function nameOf(kind: Cell, key: Cell, year: Cell, rateClass: Cell): string {
  return `${kind}/${key}/${year ?? ''}/${rateClass}`;
}
