import type { CaseTable } from './case-act';
import { asDay, FAR_FUTURE, FAR_PAST, formatDay, NO_DAY, parseDay } from './day';
import type { FactRow } from './person-facts';
import { asRecipientCode, formatRecipientCode, isKommune, OSLO, parseRecipientCode } from './places';
import { foldName } from './text-forms';
import { CATEGORIES, DECISION_KINDS, LAWS, OUTCOMES, RESIDENCE_KINDS } from './vocabulary';

type Codes = readonly (readonly string[])[];

/** A column of a row that a case gives: its name in the data contract, in a block, and what it holds. */
interface Column {
  readonly name: string;
  readonly field: string;
  readonly is: 'day' | 'kommune' | 'fylke' | Codes;
  /** What an empty value is; undefined where there must be one. */
  readonly empty?: number;
}

const PERIOD: readonly Column[] = [
  { name: 'from_date', field: 'fromDate', is: 'day' },
  { name: 'to_date', field: 'toDate', is: 'day', empty: FAR_FUTURE },
];
const COLUMNS: Readonly<Record<CaseTable, readonly Column[]>> = {
  target_group: [
    { name: 'law', field: 'law', is: LAWS },
    { name: 'category', field: 'category', is: CATEGORIES },
    { name: 'permit_granted_on', field: 'permitGrantedOn', is: 'day', empty: NO_DAY },
    { name: 'entered_on', field: 'enteredOn', is: 'day' },
    { name: 'left_on', field: 'leftOn', is: 'day', empty: FAR_FUTURE },
  ],
  decisions: [
    { name: 'kommune', field: 'kommune', is: 'kommune' },
    { name: 'kind', field: 'kind', is: DECISION_KINDS },
    { name: 'outcome', field: 'outcome', is: OUTCOMES },
    { name: 'decided_on', field: 'decidedOn', is: 'day' },
  ],
  residence: [
    { name: 'kommune', field: 'recipient', is: 'kommune' },
    { name: 'kind', field: 'kind', is: RESIDENCE_KINDS },
    ...PERIOD,
  ],
  training_kommune: [{ name: 'kommune', field: 'recipient', is: 'kommune' }, ...PERIOD],
  upper_secondary: [{ name: 'fylke', field: 'recipient', is: 'fylke' }, ...PERIOD],
};
/** First and last day of a row, of which the last may not come first. */
const SPANS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  target_group: ['entered_on', 'left_on'],
  residence: ['from_date', 'to_date'],
  training_kommune: ['from_date', 'to_date'],
  upper_secondary: ['from_date', 'to_date'],
};

/** A row that a case gives, as rules read it, and as it is written; or the names of the columns that cannot be read. */
export type StandingRow =
  | { readonly row: FactRow; readonly text: string; readonly faults: undefined }
  | { readonly faults: readonly string[] };

/**
 * A row that a case gives in full, by the names of its columns (rulebook 9a). Its registered_on is empty.
 *
 * @param values by English names of columns
 * @example standingRow('training_kommune', { kommune: '0301', from_date: '2018-02-01' })
 */
export function standingRow(table: CaseTable, values: Readonly<Record<string, string>>): StandingRow {
  const columns = COLUMNS[table];
  const names = columns.map(({ name }) => name);
  const faults = Object.keys(values).filter((name) => !names.includes(name));
  // Only residence has kinds; the other tables of places are read with the same columns.
  const kindless = table === 'training_kommune' || table === 'upper_secondary';
  const row: Record<string, number> = { registeredOn: FAR_PAST, ...(kindless ? { kind: 0 } : {}) };
  const written: Record<string, string> = {};
  for (const column of columns) {
    const text = values[column.name] ?? '';
    const value = text === '' ? column.empty : numberOf(column, text);
    if (value === undefined) faults.push(column.name);
    else row[column.field] = value;
    if (value !== undefined && text !== '') written[column.name] = textOf(column, value);
  }
  const [from, to] = SPANS[table] ?? [];
  const [first = '', last = ''] = [written[from ?? ''], written[to ?? '']];
  if (to !== undefined && last !== '' && last < first) faults.push(to);
  return faults.length > 0 ? { faults } : { row, text: JSON.stringify(written), faults: undefined };
}

function numberOf({ is }: Column, text: string): number | undefined {
  if (is === 'day') return parseDay(text);
  if (is === 'kommune' || is === 'fylke') {
    const code = parseRecipientCode(text);
    if (code === undefined || isKommune(code) !== (is === 'kommune')) return undefined;
    return text === '03' ? OSLO : code;
  }
  const place = is.findIndex((forms) => forms.some((form) => foldName(form) === foldName(text)));
  return place < 0 ? undefined : place;
}

function textOf({ is }: Column, value: number): string {
  if (is === 'day') return formatDay(asDay(value));
  if (is === 'kommune') return formatRecipientCode(asRecipientCode(value));
  if (is === 'fylke') return value === OSLO ? '03' : formatRecipientCode(asRecipientCode(value));
  return is[value]?.[0] ?? '';
}

/** Code and first day of the rows that a key names, of tables without ids: `1507/2018-02-01`; undefined for another text. */
export function placeKey(key: string): { readonly recipient: number; readonly fromDate: number } | undefined {
  const [code = '', day = '', ...more] = key.split('/');
  const recipient = code === '03' ? OSLO : parseRecipientCode(code);
  const fromDate = parseDay(day);
  return recipient === undefined || fromDate === undefined || more.length > 0 ? undefined : { recipient, fromDate };
}
