import type { RowTarget } from '../rows/table-reader';
import { GrowingColumn } from '../spill/growing-column';
import { TABLE_SPECS } from '../tables/table-specs';
import { type ReadingContext, readTable, type TableReading } from './read-table';

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
