import { dirname, join } from 'node:path';
import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../domain';
import { isFolder, isPlainFile, listFolder, pathExists, readText, writeWholeFile } from '../effects';
import type { AccessFormat } from './access-rows';

/** What the note beside an access log knows of it. */
interface AccessNote {
  readonly rows: number;
  /** Hash of the last of them, 64 hex digits. */
  readonly head: string;
}

const NOTE = /^norsktilskudd access log\t1\nhead\t(\d+)\t([0-9a-f]{64})\n$/;

/** Where the note stands: beside the log, `<ledger>.d/access.head`. */
export function accessNotePath(log: string): string {
  return `${log.replace(/\.db$/, '')}.head`;
}

/** Notes the last row, so that a log that was emptied, shortened or made anew is told from one that never had more. */
export function writeAccessNote(log: string, { rows, head }: AccessNote): void {
  writeWholeFile(accessNotePath(log), `norsktilskudd access log\t1\nhead\t${rows}\t${head}\n`, 0o600);
}

/** Notes what stands in a log that was begun before there were notes, or that begins now, before the first row after that. */
export function beginAccessNote(log: string, last: AccessNote): void {
  if (!pathExists(accessNotePath(log))) writeAccessNote(log, last);
}

/** Rows that a log has. */
export interface AccessRows {
  readonly count: number;
  /** Format of the last one; undefined where there is none. */
  readonly lastFormat: AccessFormat | undefined;
}

/**
 * What is missing of a log: rows that its note knows, the note itself beside a row that was written with one, and
 * everything where samples lie beside it, each of which was logged before it was drawn. Empty where nothing is.
 *
 * @param headOf hash of a row by its number, 0 being the empty log's
 * @throws NorsktilskuddError verification ACCESS_NOTE_UNREADABLE
 */
export function accessLogLacks(
  log: string,
  { count: rows, lastFormat }: AccessRows,
  headOf: (row: number) => string | undefined,
): ErrorDetail[] {
  const note = readAccessNote(log);
  if (note && headOf(note.rows) !== note.head) {
    return [errorDetail('ACCESS_LOG_CUT', { file: log, rows, noted: note.rows, note: accessNotePath(log) })];
  }
  if (!note && lastFormat === 2) {
    return [errorDetail('ACCESS_NOTE_GONE', { file: log, rows, note: accessNotePath(log) })];
  }
  const sample = rows === 0 ? sampleBeside(log) : undefined;
  return sample === undefined ? [] : [errorDetail('ACCESS_LOG_EMPTIED', { file: log, sample })];
}

function readAccessNote(log: string): AccessNote | undefined {
  const file = accessNotePath(log);
  if (!pathExists(file)) return undefined;
  const found = isPlainFile(file) ? NOTE.exec(readText(file)) : null;
  if (!found) throw new NorsktilskuddError('verification', 'ACCESS_NOTE_UNREADABLE', { file });
  return { rows: Number(found[1]), head: found[2] ?? '' };
}

function sampleBeside(log: string): string | undefined {
  const runs = join(dirname(log), 'runs');
  const names = isFolder(runs) ? listFolder(runs).filter((name) => name.endsWith('.samples')) : [];
  return names.map((name) => join(runs, name)).find((folder) => isFolder(folder) && listFolder(folder).length > 0);
}
