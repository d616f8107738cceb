import { at } from '../../domain';
import { maskValue } from '../rejects/mask-value';
import type { RejectRule } from '../rejects/reject-rules';
import type { TableName } from '../tables/table-spec';
import { TABLE_SPECS } from '../tables/table-specs';
import type { KeyFault } from './confirm-keys';
import type { ReadingContext, TableReading } from './read-table';

/** Rejects rows for a fault that shows only when all rows of the file have been read. No field (-1), no fault. */
export function rejectLate(
  context: ReadingContext,
  table: TableName,
  reading: TableReading,
  field: number,
  rule: RejectRule,
  faults: Iterable<KeyFault>,
): void {
  if (field < 0) return;
  const spec = at(TABLE_SPECS[table].fields, field);
  const column = reading.header.cells[at(reading.header.columnOf, field)] ?? spec.name;
  for (const { line, personId, text } of faults) {
    const value = maskValue(text, spec.masked);
    context.rejects.add(table, { file: reading.file.name, line, column, rule, params: {}, value, personId });
  }
}
