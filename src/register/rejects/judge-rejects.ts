import { Decimal } from 'decimal.js';
import {
  type ErrorDetail,
  errorDetail,
  type Finding,
  finding,
  type MessageCode,
  type MessageParams,
  NorsktilskuddError,
} from '../../domain';
import { TABLES, type TableName } from '../tables/table-specs';
import { type Reject, type RejectGroup, RejectLog } from './reject-log';

/**
 * An extract that may not be calculated with, after everything that is wrong with it has been found. Carries what
 * rejected.csv and findings.csv are written from.
 */
export class ExtractRejected extends NorsktilskuddError {
  readonly rejects: RejectLog;
  readonly findings: readonly Finding[];

  constructor(
    code: MessageCode,
    params: MessageParams,
    details: ErrorDetail[],
    rejects: RejectLog,
    findings: Finding[],
  ) {
    super('input', code, params, details);
    this.name = 'ExtractRejected';
    this.rejects = rejects;
    this.findings = findings;
  }
}

/** A kind of reasons as one detail: the first with its value, how often, and the lines that follow. */
function rejectDetail({ first, times, nextLines }: RejectGroup): ErrorDetail {
  const { file, line, column, rule, value } = first;
  const also: MessageParams =
    nextLines.length === 0 ? {} : { also: nextLines.map((next) => `${file}:${next}`).join(', ') };
  return errorDetail<MessageCode>(rule, { ...first.params, file, line, column, value, times, ...also });
}

/** The kinds of reasons, in the order of file and first line. */
export function rejectDetails(rejects: Iterable<Reject>): ErrorDetail[] {
  const log = new RejectLog();
  for (const reject of rejects) log.add(undefined, reject);
  return log.groups().map(rejectDetail);
}

/**
 * Stops unless the rejected rows of every table are within the limit (data contract 1), and tells how many rows of
 * each table are rejected.
 *
 * @param limit percent; null: none may be rejected
 * @throws ExtractRejected
 */
export function judgeRejects(
  limit: number | null,
  readings: ReadonlyMap<TableName, TableRows>,
  rejects: RejectLog,
  findings: Finding[],
): void {
  if (rejects.size === 0) return;
  const tables = TABLES.flatMap((table) => tableOf(readings, rejects, table));
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

/** A file whose rows have been read. */
interface TableRows {
  readonly file: { readonly name: string };
  readonly rows: number;
}

interface RejectedTable {
  readonly table: TableName;
  readonly file: string;
  readonly rejected: number;
  readonly rows: number;
}

function tableOf(readings: ReadonlyMap<TableName, TableRows>, rejects: RejectLog, table: TableName): RejectedTable[] {
  const rejected = rejects.rejectedRows(table);
  const read = readings.get(table);
  return rejected === 0 ? [] : [{ table, file: read?.file.name ?? `${table}.csv`, rejected, rows: read?.rows ?? 0 }];
}

function verdictOf(
  limit: number | null,
  tables: readonly RejectedTable[],
  rejects: RejectLog,
): MessageCode | undefined {
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
  return errorDetail('TABLE_REJECTS', { file, rejected, rows });
}
