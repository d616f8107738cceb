import type { Assumption, Rate } from '../domain';
import { type Cell, writeTable } from './csv-table';
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

/** Writes parameters.csv: all rates and assumptions of the run with value, status and source. */
export function writeParameters(file: FolderFile, parameters: RunParameters): SealedFile {
  const ratesUsed = new Set(parameters.ratesUsed);
  const assumptionsUsed = new Set(parameters.assumptionsUsed);
  const yesNo = (used: boolean): string => (used ? 'yes' : 'no');
  const rates = parameters.rates.map((rate, index): Cell[] => [
    'rate',
    rate.key,
    rate.grantYear,
    rate.rateClass,
    String(rate.valueNok),
    'NOK',
    rate.status,
    rate.source,
    rate.note,
    yesNo(ratesUsed.has(index)),
  ]);
  const assumptions = parameters.assumptions.map((assumption): Cell[] => [
    'assumption',
    assumption.id,
    null,
    '',
    assumption.value,
    '',
    assumption.status,
    assumption.source,
    assumption.note,
    yesNo(assumptionsUsed.has(assumption.id)),
  ]);
  return writeTable(file, PARAMETER_COLUMNS, [...assumptions, ...rates]);
}
