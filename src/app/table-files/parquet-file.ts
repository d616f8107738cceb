import { parseDay } from '../../domain';
import type { Cell } from '../../payout';
import type { CheckedTable, TableColumn } from './table-file';

/** What of hyparquet-writer is used; its own types are for ES modules alone. */
interface SchemaElement {
  readonly name: string;
  readonly num_children?: number;
  readonly type?: 'BYTE_ARRAY' | 'INT32' | 'INT64';
  readonly converted_type?: 'UTF8' | 'DATE' | 'DECIMAL';
  readonly repetition_type?: 'OPTIONAL';
  readonly scale?: number;
  readonly precision?: number;
}
type Value = string | number | bigint | null;
const {
  parquetWriteBuffer,
}: {
  parquetWriteBuffer(file: {
    readonly columnData: readonly { readonly name: string; readonly data: readonly Value[] }[];
    readonly schema: readonly SchemaElement[];
    readonly createdBy: string;
  }): ArrayBuffer;
} = require('hyparquet-writer');

/** Digits of a decimal that eight bytes hold. */
const PRECISION = 18;

/** A table as Parquet: whole numbers of 64 bits, exact decimals, days as days, text; an empty cell is null. The same rows give the same bytes. */
export function parquetBytes({ columns, rows }: CheckedTable): Uint8Array {
  const columnData = columns.map((column, place) => {
    return { name: column.name, data: rows.map((row) => storedValue(row[place] ?? null, column)) };
  });
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, createdBy: 'norsktilskudd' }));
}

function elementOf({ name, type, digits }: TableColumn): SchemaElement {
  const column = { name, repetition_type: 'OPTIONAL' } as const;
  if (type === 'whole') return { ...column, type: 'INT64' };
  if (type === 'day') return { ...column, type: 'INT32', converted_type: 'DATE' };
  if (type === 'text') return { ...column, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  return { ...column, type: 'INT64', converted_type: 'DECIMAL', scale: digits, precision: PRECISION };
}

function storedValue(cell: Cell, { type, digits }: TableColumn): Value {
  if (cell === null || (cell === '' && type !== 'text')) return null;
  if (type === 'whole') return BigInt(cell);
  if (type === 'day') return parseDay(String(cell)) ?? null;
  if (type === 'text') return cell;
  const [whole = '', part = ''] = String(cell).split('.');
  return BigInt(whole + part.padEnd(digits, '0'));
}
