import { GrowingColumn } from './growing-column';
import { type ReadingContext, readTable, type TableReading } from './read-table';
import type { RowTarget } from './table-reader';
import { TABLE_SPECS } from './table-specs';

/** Reads a table without persons into columns: lines, then its fields in their order. */
export function readPlainRows(
  context: ReadingContext,
  table: 'teaching_hours' | 'cost_base',
): { reading: TableReading | undefined; columns: readonly GrowingColumn[] } {
  const columns = [new GrowingColumn(), ...TABLE_SPECS[table].fields.map(() => new GrowingColumn())];
  const target: RowTarget = {
    seen() {},
    knows: () => true,
    accept(line, values) {
      columns.forEach((column, index) => {
        column.push(index === 0 ? line : (values[index - 1] ?? 0));
      });
    },
    reject() {},
  };
  return { reading: readTable(context, table, target), columns };
}
