import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs';
import { faultPoint } from './faults';
import { quietly } from './quietly';

/** Why a path is not read though the machine would let it. */
export type RefusedReading = 'NOT_A_REGULAR_FILE' | 'FILE_TOO_LARGE';

/** What is at a path is nothing to read: a device, a pipe or a socket, or more than a file of its kind may hold. */
export class ReadingRefused extends Error {
  readonly code: RefusedReading;
  readonly path: string;

  constructor(code: RefusedReading, path: string) {
    super(`${code}: ${path}`);
    this.name = 'ReadingRefused';
    this.code = code;
    this.path = path;
  }
}

/** What a path names, links followed. `special` is a pipe, a device or a socket. */
export type PathKind = 'file' | 'folder' | 'special' | 'none';

/** Largest file that is read whole: what one buffer holds everywhere. */
const WHOLE_FILE_BYTES = 2 ** 31 - 1;

/** An open pipe waits for a writer, unless it is told not to. Windows has no such flag and no such files. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * What a path names.
 *
 * @throws what the machine says of a name too long, links in a circle or a folder that may not be looked into
 */
export function kindOfPath(path: string): PathKind {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 'none' : kindOf(stats);
}

/**
 * Opens a file for reading. Everything that reads a file comes through here: a pipe or a device in its place would make
 * the program wait for ever, or do something to a machine.
 *
 * @returns the number by which it is open
 * @throws ReadingRefused for a pipe, device or socket; EISDIR for a folder; what the machine says of any other
 */
export function openForReading(path: string): number {
  faultPoint('file.open');
  refuseOther(path, statSync(path)); // Before it is opened: opening alone does something to some devices.
  const descriptor = openSync(path, WITHOUT_WAITING);
  try {
    refuseOther(path, fstatSync(descriptor));
  } catch (cause) {
    quietly(() => closeSync(descriptor));
    throw cause;
  }
  return descriptor;
}

/**
 * The whole file as bytes.
 *
 * @param largest bytes that it may hold
 * @throws ReadingRefused FILE_TOO_LARGE; as openForReading
 */
export function readBytes(path: string, largest: number = WHOLE_FILE_BYTES): Buffer {
  const descriptor = openForReading(path);
  try {
    faultPoint('file.read');
    if (fstatSync(descriptor).size > largest) throw new ReadingRefused('FILE_TOO_LARGE', path);
    return withPath(path, () => readFileSync(descriptor));
  } finally {
    quietly(() => closeSync(descriptor));
  }
}

/** The whole file as UTF-8. Throws as readBytes. */
export function readText(path: string): string {
  return readBytes(path).toString('utf8');
}

/**
 * Makes sure, without opening it, that what is at a path is a file, or nothing yet.
 *
 * @throws as openForReading
 */
export function requireFileOrNothing(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats !== undefined) refuseOther(path, stats);
}

/** Does what reads from an open file; what fails is reported with the path, which the machine no longer knows. */
export function withPath<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof Error && !('path' in cause) ? Object.assign(cause, { path }) : cause;
  }
}

function kindOf(stats: Stats): PathKind {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'special';
}

function refuseOther(path: string, stats: Stats): void {
  const kind = kindOf(stats);
  if (kind === 'special') throw new ReadingRefused('NOT_A_REGULAR_FILE', path);
  if (kind !== 'folder') return;
  const message = `EISDIR: illegal operation on a directory, open '${path}'`;
  throw Object.assign(new Error(message), { code: 'EISDIR', syscall: 'open', path });
}
