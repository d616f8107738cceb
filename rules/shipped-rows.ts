import {
  type Assumption,
  assert,
  csvRecords,
  FAR_FUTURE,
  FAR_PAST,
  knownDay,
  type Limit,
  type LimitKey,
  PARAMETER_STATUSES,
  type Place,
  parseLimitKey,
  parseRecipientCode,
  RATE_CLASSES,
  RATE_KEYS,
  type Rate,
  type RecipientCode,
} from '../src/domain';
import type { RegionRow } from './registers/region-table';

/*
 * Data that ships with the program is read strictly: anything unexpected is a fault of the program, not of a user.
 * Checked by hand and not by a schema: every command reads it, and a schema library costs a tenth of a second to load.
 */
type Cell = (column: string) => string;

function rowsOf<T>(text: string, columns: readonly string[], read: (cell: Cell, line: number) => T): T[] {
  const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  for (const column of columns) assert(header.split(',').includes(column), `a shipped file lacks the column ${column}`);
  return csvRecords(text.replace(/^\uFEFF/, '')).map(({ cell, line }) => read(cell, line));
}

function matching(text: string, pattern: RegExp): string {
  assert(pattern.test(text), `a shipped file holds the odd value ${text}`);
  return text;
}

function oneOf<T extends string>(names: readonly T[], text: string): T {
  const name = names.find((candidate) => candidate === text);
  assert(name !== undefined, `a shipped file holds the unknown value ${text}`);
  return name;
}

function recipientCode(text: string): RecipientCode {
  const code = parseRecipientCode(text);
  assert(code !== undefined, `${text} is not a code of a kommune or fylke`);
  return code;
}

function limitKey(text: string): LimitKey {
  const key = parseLimitKey(text);
  assert(key !== undefined, `a shipped file holds the odd value ${text}`);
  return key;
}

/** kommuner.csv or fylker.csv; `valid_to` is the first day on which the code no longer holds. */
export function readPlaces(text: string): Place[] {
  return rowsOf(text, ['code', 'name', 'valid_from', 'valid_to', 'successors'], (cell) => ({
    code: recipientCode(cell('code')),
    name: cell('name'),
    validFrom: cell('valid_from') === '' ? FAR_PAST : knownDay(cell('valid_from')),
    validTo: cell('valid_to') === '' ? FAR_FUTURE : knownDay(cell('valid_to')),
    successors: cell('successors') === '' ? [] : cell('successors').split(' ').map(recipientCode),
    orgNumber: cell('orgnr'),
  }));
}

/** regions.csv */
export function readRegions(text: string): RegionRow[] {
  return rowsOf(text, ['country', 'region', 'rate_class'], (cell) => ({
    country: matching(cell('country'), /^[A-Z]{3}$/),
    region: cell('region'),
    rateClass: oneOf(['low', 'high'], cell('rate_class')),
  }));
}

/** assumptions.csv */
export function readAssumptions(text: string): Assumption[] {
  return rowsOf(text, ['id', 'value', 'alternatives', 'status', 'source', 'note'], (cell) => ({
    id: matching(cell('id'), /^A\d+$/),
    value: cell('value'),
    alternatives: cell('alternatives').split(' '),
    status: oneOf(PARAMETER_STATUSES, cell('status')),
    source: cell('source'),
    note: cell('note'),
  }));
}

/** limits.csv */
export function readLimits(text: string): Limit[] {
  const columns = ['key', 'value', 'first_grant_year', 'last_grant_year', 'status', 'source', 'note', 'assumption'];
  const year = (cell: string): number | null => (cell === '' ? null : Number(matching(cell, /^\d{4}$/)));
  return rowsOf(text, columns, (cell) => ({
    key: limitKey(cell('key')),
    value: matching(cell('value'), /./),
    firstGrantYear: year(cell('first_grant_year')),
    lastGrantYear: year(cell('last_grant_year')),
    status: oneOf(PARAMETER_STATUSES, cell('status')),
    source: matching(cell('source'), /./),
    note: cell('note'),
    assumption: matching(cell('assumption'), /^(A\d+)?$/),
  }));
}

/** rates.csv as shipped; a user's rates file is read with messages by the register room. */
export function readShippedRates(text: string): Rate[] {
  const columns = ['key', 'grant_year', 'rate_class', 'value', 'status', 'source', 'note'];
  return rowsOf(text, columns, (cell, line) => ({
    key: oneOf(RATE_KEYS, cell('key')),
    grantYear: Number(matching(cell('grant_year'), /^\d{4}$/)),
    rateClass: oneOf(RATE_CLASSES, cell('rate_class')),
    valueNok: Number(matching(cell('value'), /^\d+$/)),
    status: oneOf(PARAMETER_STATUSES, cell('status')),
    source: matching(cell('source'), /./),
    note: cell('note'),
    file: 'rules/data/rates.csv',
    line,
  }));
}

/** Contents of the data files that ship with the program (rules/data), read by whoever has the effects for it. */
export interface ShippedTexts {
  readonly kommuner: string;
  readonly fylker: string;
  readonly regions: string;
  readonly rates: string;
  readonly assumptions: string;
  readonly limits: string;
}

/** Their names within rules/data. */
export const SHIPPED_FILES: Readonly<Record<keyof ShippedTexts, string>> = {
  kommuner: 'kommuner.csv',
  fylker: 'fylker.csv',
  regions: 'regions.csv',
  rates: 'rates.csv',
  assumptions: 'assumptions.csv',
  limits: 'limits.csv',
};
