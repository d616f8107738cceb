import * as z from 'zod';
import { type Day, type Finding, finding, JSON_BYTES_MAX, JsonFault, parseDay, parseJson } from '../../domain';
import { readBytes } from '../../effects';
import { textOfBytes } from '../reading/open-text';
import { fileReject, type RejectLog } from '../rejects/reject-log';
import { maskValue } from '../rejects/reject-rules';
import { TABLES, type TableName } from '../tables/table-specs';
import type { ExtractFile } from './find-files';

/** What extract.json says of an extract. */
export interface ExtractStatement {
  readonly takenAt: Day | null;
  readonly source: string;
  /** Data rows by English table name; null where the file names none. */
  readonly rows: Readonly<Record<string, number>> | null;
}

const NOTHING: ExtractStatement = { takenAt: null, source: '', rows: null };

/** Reads extract.json (data contract 2). Without it, or without a day, a finding says that D is not checked. */
export function readExtractJson(
  file: ExtractFile | undefined,
  rejects: RejectLog,
  findings: Finding[],
): ExtractStatement {
  if (file === undefined) {
    findings.push(finding('warning', 'EXTRACT_JSON_MISSING'));
    return NOTHING;
  }
  const fault = (column: string, value: string): void =>
    rejects.add(undefined, fileReject(file.name, 'EXTRACT_JSON', { column, value: maskValue(value, false) }));
  const value = jsonValue(file, rejects);
  if (value === undefined) return NOTHING;
  const read = SCHEMA.safeParse(value);
  if (!read.success) {
    for (const issue of read.error.issues) fault(issue.path.join('.'), '');
    return NOTHING;
  }
  const { taken_at: takenAtText, source = '', rows = null } = read.data;
  const takenAt = takenAtText === undefined ? null : dayOfMoment(takenAtText);
  if (takenAt === undefined) fault('taken_at', takenAtText ?? '');
  if (takenAtText === undefined) findings.push(finding('warning', 'EXTRACT_DAY_MISSING', { file: file.name }));
  if (rows === null) findings.push(finding('warning', 'EXTRACT_ROWS_MISSING', { file: file.name }));
  for (const table of Object.keys(rows ?? {})) {
    if (!TABLES.some((known) => known === table)) fault(`rows.${table}`, table);
  }
  return { takenAt: takenAt ?? null, source, rows };
}

/** What stands in the file; undefined where it is no JSON that can be used, which has been reported. */
function jsonValue(file: ExtractFile, rejects: RejectLog): unknown {
  try {
    return parseJson(textOfBytes(readBytes(file.path, JSON_BYTES_MAX), file.survey).toString('utf8'));
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    rejects.add(undefined, fileReject(file.name, 'EXTRACT_JSON_TEXT', { line: cause.line }));
    return undefined;
  }
}

/** The number of data rows of each file must be the one that extract.json gives. */
export function checkRowCounts(
  statement: ExtractStatement,
  files: ReadonlyMap<TableName, { readonly name: string; readonly rows: number | undefined }>,
  rejects: RejectLog,
): void {
  if (statement.rows === null) return;
  for (const table of TABLES) {
    const expected = statement.rows[table] ?? 0;
    const file = files.get(table);
    const rows = file === undefined ? 0 : file.rows;
    if (rows === undefined || rows === expected) continue;
    const name = file?.name ?? `${table}.csv`;
    rejects.add(table, fileReject(name, 'ROW_COUNT_DIFFERS', { value: String(rows) }, { expected, actual: rows }));
  }
}

/** The date of a moment; what follows it is cut. */
function dayOfMoment(text: string): Day | undefined {
  const match = /^(.{10})(?:[T ].*)?$/.exec(text.trim());
  return parseDay(match?.[1] ?? '');
}

const SCHEMA = z.object({
  taken_at: z.string().optional(),
  source: z.string().optional(),
  rows: z.record(z.string(), z.int().nonnegative()).optional(),
});
