import { Decimal } from 'decimal.js';
import { type ErrorDetail, type Finding, finding } from '../../domain';
import { ExtractRejected } from '../rejects/extract-rejected';
import { rejectDetail } from '../rejects/reject-details';
import type { RejectLog } from '../rejects/reject-log';
import { TABLES, type TableName } from '../tables/table-spec';
import type { ExtractReading } from './read-extract';

/**
 * Stops unless the rejected rows of every table are within the limit (data contract 1), and tells how many rows of
 * each table are rejected.
 *
 * @param limit percent; null: none may be rejected
 * @throws ExtractRejected
 */
export function judgeRejects(
  limit: number | null,
  reading: Pick<ExtractReading, 'readings'>,
  rejects: RejectLog,
  findings: Finding[],
): void {
  if (rejects.size === 0) return;
  const tables = TABLES.flatMap((table) => tableOf(reading, rejects, table));
  for (const { table, file, rejected, rows } of tables) {
    const severity = table === 'hours' ? 'warning' : 'error';
    findings.push(finding(severity, 'ROWS_REJECTED', { file }, { file, rejected, rows }));
  }
  const code = verdictOf(limit, tables, rejects);
  if (code === undefined) return;
  const params = {
    rows: tables.reduce((sum, table) => sum + table.rejected, 0),
    reasons: rejects.size,
    limit: limit ?? 0,
    more: rejects.overflow,
  };
  throw new ExtractRejected(
    code,
    params,
    [...rejects.groups().map(rejectDetail), ...tables.map(countOf)],
    rejects,
    findings,
  );
}

interface RejectedTable {
  readonly table: TableName;
  readonly file: string;
  readonly rejected: number;
  readonly rows: number;
}

function tableOf(
  { readings }: Pick<ExtractReading, 'readings'>,
  rejects: RejectLog,
  table: TableName,
): RejectedTable[] {
  const rejected = rejects.rejectedRows(table);
  const read = readings.get(table);
  return rejected === 0 ? [] : [{ table, file: read?.file.name ?? `${table}.csv`, rejected, rows: read?.rows ?? 0 }];
}

function verdictOf(limit: number | null, tables: readonly RejectedTable[], rejects: RejectLog): string | undefined {
  if (rejects.overflow > 0) return 'EXTRACT_TOO_MANY_FAULTS';
  if (rejects.hasFileFault) return 'EXTRACT_UNREADABLE';
  if (limit === null) return 'EXTRACT_REJECTED';
  return tables.some(({ rejected, rows }) => isAbove(rejected, rows, limit)) ? 'EXTRACT_ABOVE_LIMIT' : undefined;
}

/** True where so many of so many rows are more than a percentage; exact. */
function isAbove(rejected: number, rows: number, percent: number): boolean {
  return new Decimal(rejected).times(100).greaterThan(new Decimal(percent).times(rows));
}

function countOf({ file, rejected, rows }: RejectedTable): ErrorDetail {
  return { code: 'TABLE_REJECTS', params: { file, rejected, rows } };
}
