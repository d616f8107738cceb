import { type ErrorDetail, errorDetail, InvariantError } from '../../domain';
import { UnknownValue } from '../codes';

/**
 * What a row that cannot even be read (a name outside its list, broken JSON) is told as; undefined for whatever is no such row.
 *
 * @param table whose rows were looked at
 */
export function unreadableFault(table: string, cause: unknown): ErrorDetail | undefined {
  if (cause instanceof UnknownValue) return errorDetail('LEDGER_VALUE_UNKNOWN', { table, value: cause.value });
  const isRow = cause instanceof InvariantError || cause instanceof SyntaxError;
  return isRow ? errorDetail('LEDGER_ROWS_UNREADABLE', { table }) : undefined;
}
