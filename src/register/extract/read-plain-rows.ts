import { f64, formatWhole, GrowingColumn } from '../../domain';
import { fileReject } from '../rejects/reject-log';
import { TABLE_SPECS } from '../tables/table-specs';
import { type ReadingContext, readTable, type TableReading } from './read-table';

/** Field that is added up, in hundredths, and what it may come to in a file (hours; kroner). */
const SUMMED = {
  teaching_hours: { field: 'teaching_hours', maximumHundredths: 100_000_000_000 },
  cost_base: { field: 'cost_nok', maximumHundredths: 9_000_000_000_000_000 },
} as const;

/** Reads a table without persons into columns: lines, then its fields in their order. */
export function readPlainRows(
  context: ReadingContext,
  table: 'teaching_hours' | 'cost_base',
): { reading: TableReading | undefined; columns: readonly GrowingColumn[] } {
  const lines = new GrowingColumn();
  const fields = TABLE_SPECS[table].fields.map(() => new GrowingColumn());
  const { field, maximumHundredths } = SUMMED[table];
  const summed = TABLE_SPECS[table].fields.findIndex(({ name }) => name === field);
  let sumHundredths = 0;
  let passedAt = 0;
  const reading = readTable(context, table, {
    accept(_, line, values) {
      sumHundredths += passedAt === 0 ? f64(values, summed) : 0;
      if (passedAt === 0 && sumHundredths > maximumHundredths) passedAt = line;
      lines.push(line);
      fields.forEach((column, index) => {
        column.push(f64(values, index));
      });
    },
  });
  if (reading !== undefined && passedAt > 0) {
    const column = reading.header.cells[reading.header.columnOf[summed] ?? 0] ?? field;
    const params = { millions: formatWhole(maximumHundredths / 100_000_000) };
    context.rejects.add(table, fileReject(reading.file.name, 'SUM_TOO_HIGH', { line: passedAt, column }, params));
  }
  return { reading, columns: [lines, ...fields] };
}
