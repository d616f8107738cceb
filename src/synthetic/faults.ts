import { at } from '../domain';
import type { TableName } from './tables';

/** Something wrong with a person's first row in a table: the row's fields in, the rows that stand there instead out. */
interface Fault {
  readonly table: TableName;
  readonly apply: (fields: readonly string[]) => readonly (readonly string[])[];
}

/** Puts a value into a column, counted from 0. */
function put(table: TableName, column: number, value: string): Fault {
  return { table, apply: (fields) => [fields.with(column, value)] };
}

/** Writes the row twice; the second time with a value of its own, if one is given. */
function twice(table: TableName, column = 0, value?: string): Fault {
  return { table, apply: (fields) => [fields, value === undefined ? fields : fields.with(column, value)] };
}

/** A person of whom there is no row; its check digits are valid. */
const STRANGER = '199900000004';

/**
 * What may be wrong in a row: dates that do not exist, codes that no list has, amounts out of range, ends before
 * beginnings, rows twice, rows of strangers, rows cut short; and, without being unreadable, overlaps, an emigration
 * before the entry and check digits that fail.
 */
const FAULTS: readonly Fault[] = [
  put('persons', 2, '1988-02-30'),
  put('persons', 3, 'sy'),
  put('persons', 6, '2001-01-01'),
  put('persons', 1, '01810112345'),
  twice('persons'),
  put('target_group', 2, 'utlendingsloven'),
  put('target_group', 3, ''),
  put('target_group', 7, '1999-12-31'),
  twice('target_group'),
  put('decisions', 2, '9999'),
  put('decisions', 4, 'kanskje'),
  put('decisions', 7, ''),
  put('residence', 1, '0000'),
  put('residence', 4, '2001-05-17'),
  put('residence', 0, STRANGER),
  twice('residence', 1, '0301'),
  put('hours', 3, '2018-13'),
  put('hours', 5, '-3'),
  put('hours', 5, '250.25'),
  put('hours', 5, '7.125'),
  put('hours', 5, 'tolv'),
  put('hours', 1, STRANGER),
  twice('hours'),
  { table: 'hours', apply: (fields) => [fields.slice(0, 6)] },
];

/** Number of kinds; a further one, FAULT_OF_CHECK_DIGITS, is in the person's DUF number. */
export const FAULT_KINDS = FAULTS.length + 1;
export const FAULT_OF_CHECK_DIGITS = FAULTS.length;

/** The table that a kind of fault strikes; undefined for one that strikes none by itself. */
export function faultTable(kind: number): TableName | undefined {
  return FAULTS[kind]?.table;
}

/** The row with the fault: one or more lines. */
export function applyFault(kind: number, row: string): string[] {
  const rows = at(FAULTS, kind).apply(row.trimEnd().split(','));
  return rows.map((fields) => `${fields.join(',')}\n`);
}
