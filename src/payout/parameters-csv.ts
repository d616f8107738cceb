import { type Assumption, at, type Rate, rateCell } from '../domain';
import { type Cell, compareRows, writeTable } from './csv-table';
import { excelText } from './excel-text';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of parameters.csv. `kind` is rate or assumption; `used` is yes where the value decided something. */
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
  'used',
] as const;

/** Every parameter that the run could read, and which of them it did. */
export interface RunParameters {
  readonly rates: readonly Rate[];
  /** Indexes into `rates`. */
  readonly ratesUsed: readonly number[];
  readonly assumptions: readonly Assumption[];
  /** Ids. */
  readonly assumptionsUsed: readonly string[];
}

/**
 * Rows of parameters.csv in its order, without the column `used`: what a run could read, whatever it did. Values are
 * texts, for assumptions are words.
 */
export function parameterRows(parameters: Pick<RunParameters, 'rates' | 'assumptions'>): Cell[][] {
  const rates = parameters.rates.map((rate): Cell[] => [
    'rate',
    rate.key,
    rate.grantYear,
    rate.rateClass,
    String(rate.valueNok),
    'NOK',
    rate.status,
    excelText(rate.source),
    excelText(rate.note),
  ]);
  const assumptions = parameters.assumptions.map((assumption): Cell[] => [
    'assumption',
    assumption.id,
    null,
    '',
    excelText(assumption.value),
    '',
    assumption.status,
    excelText(assumption.source),
    excelText(assumption.note),
  ]);
  return [...assumptions, ...rates].sort(compareRows);
}

/** Writes parameters.csv: all rates and assumptions of the run with value, status and source. */
export function writeParameters(file: FolderFile, parameters: RunParameters): SealedFile {
  const used = new Set(parameters.assumptionsUsed);
  for (const index of parameters.ratesUsed) {
    const rate = at(parameters.rates, index);
    used.add(rateCell(rate.key, rate.grantYear, rate.rateClass));
  }
  const isUsed = ([kind, key, year, rateClass]: Cell[]): boolean =>
    used.has(kind === 'rate' ? `${key}/${year}/${rateClass}` : String(key));
  const rows = parameterRows(parameters).map((row) => [...row, isUsed(row) ? 'yes' : 'no']);
  return writeTable(file, PARAMETER_COLUMNS, rows);
}
