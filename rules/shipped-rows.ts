import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import {
  type Assumption,
  assert,
  FAR_FUTURE,
  FAR_PAST,
  knownDay,
  PARAMETER_STATUSES,
  type Place,
  parseRecipientCode,
  RATE_CLASSES,
  RATE_KEYS,
  type Rate,
  type RecipientCode,
} from '../src/domain';
import type { RegionRow } from './registers/region-table';

/*
 * Data that ships with the program is read strictly: anything unexpected is a fault of the program, not of a user.
 */
function rowsOf<T>(text: string, schema: z.ZodType<T>): T[] {
  const records: unknown = parse(text, { columns: true, bom: true });
  return z.array(schema).parse(records);
}

function recipientCode(text: string): RecipientCode {
  const code = parseRecipientCode(text);
  assert(code !== undefined, `${text} is not a code of a kommune or fylke`);
  return code;
}

const placeRow = z.object({
  code: z.string(),
  name: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
  successors: z.string(),
  orgnr: z.string().optional(),
});

/** kommuner.csv or fylker.csv; `valid_to` is the first day on which the code no longer holds. */
export function readPlaces(text: string): Place[] {
  return rowsOf(text, placeRow).map((row) => ({
    code: recipientCode(row.code),
    name: row.name,
    validFrom: row.valid_from === '' ? FAR_PAST : knownDay(row.valid_from),
    validTo: row.valid_to === '' ? FAR_FUTURE : knownDay(row.valid_to),
    successors: row.successors === '' ? [] : row.successors.split(' ').map(recipientCode),
    orgNumber: row.orgnr ?? '',
  }));
}

const regionRow = z.object({
  country: z.string().regex(/^[A-Z]{3}$/),
  region: z.string(),
  rate_class: z.enum(['low', 'high']),
});

/** regions.csv */
export function readRegions(text: string): RegionRow[] {
  return rowsOf(text, regionRow).map((row) => ({
    country: row.country,
    region: row.region,
    rateClass: row.rate_class,
  }));
}

const assumptionRow = z.object({
  id: z.string().regex(/^A\d+$/),
  value: z.string(),
  alternatives: z.string(),
  status: z.enum(PARAMETER_STATUSES),
  source: z.string(),
  note: z.string(),
});

/** assumptions.csv */
export function readAssumptions(text: string): Assumption[] {
  return rowsOf(text, assumptionRow).map((row) => ({ ...row, alternatives: row.alternatives.split(' ') }));
}

const rateRow = z.object({
  key: z.enum(RATE_KEYS),
  grant_year: z.string().regex(/^\d{4}$/),
  rate_class: z.enum(RATE_CLASSES),
  value: z.string().regex(/^\d+$/),
  status: z.enum(PARAMETER_STATUSES),
  source: z.string().min(1),
  note: z.string(),
});

/** rates.csv as shipped; a user's rates file is read with messages by the register room. */
export function readShippedRates(text: string): Rate[] {
  return rowsOf(text, rateRow).map((row, index) => ({
    key: row.key,
    grantYear: Number(row.grant_year),
    rateClass: row.rate_class,
    valueNok: Number(row.value),
    status: row.status,
    source: row.source,
    note: row.note,
    file: 'rules/data/rates.csv',
    line: index + 2,
  }));
}
