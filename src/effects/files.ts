import {
  chmodSync,
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { errorCodeOf } from './error-code';
import { faultPoint } from './faults';
import { quietly } from './quietly';
import { openForReading, withPath } from './reading-door';

/** Leaves a file readable and writable by its owner alone. */
export function restrictFile(path: string): void {
  faultPoint('file.mode');
  chmodSync(path, 0o600);
}

/** Sets who may read and write a file or folder, whatever the process leaves out by habit. */
export function setMode(path: string, mode: number): void {
  faultPoint('file.mode');
  chmodSync(path, mode);
}

export function pathExists(path: string): boolean {
  return existsSync(path);
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** True for a link, whether what it leads to exists or not. */
export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** True for a file that can be read from front to back: no folder, pipe, device or socket. */
export function isPlainFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

export function fileSize(path: string): number {
  return statSync(path).size;
}

/** Names in a folder in the order of their characters, the same on every machine. */
export function listFolder(path: string): string[] {
  return readdirSync(path).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Makes a folder and those above it. */
export function makeFolder(path: string): void {
  faultPoint('file.mkdir');
  mkdirSync(path, { recursive: true });
}

/** Removes a file or a folder with all in it; nothing where there is none. */
export function removeTree(path: string): void {
  faultPoint('file.remove');
  rmSync(path, { recursive: true, force: true });
}

/** Removes work that is of no use. What cannot be removed stays for the next run to remove; nothing is thrown. */
export function discardTree(path: string): void {
  quietly(() => removeTree(path));
}

/** Gives a file or folder its final name in one step and makes the name durable. */
export function renameInto(from: string, to: string): void {
  faultPoint('file.rename');
  renameSync(from, to);
  syncFolder(dirname(to));
}

/**
 * Gives a file its final name unless something stands there, which stays. Where the file system knows no second names, it
 * is renamed.
 */
export function linkInto(from: string, to: string): void {
  faultPoint('file.rename');
  try {
    linkSync(from, to);
  } catch (cause) {
    if (errorCodeOf(cause) === 'EEXIST') return;
    if (!existsSync(to)) renameSync(from, to);
  }
  syncFolder(dirname(to));
}

/** Makes the names in a folder durable. */
export function syncFolder(path: string): void {
  faultPoint('file.sync');
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    quietly(() => closeSync(descriptor));
  }
}

/** A file open for reading at any place. */
export interface FileReader {
  readonly size: number;
  /** Fills the buffer from a place in the file; returns the bytes read (fewer only at the end). */
  read(buffer: Uint8Array, position: number): number;
  close(): void;
}

export function openReader(path: string): FileReader {
  const descriptor = openForReading(path);
  return {
    size: fstatSync(descriptor).size,
    read(buffer, position) {
      faultPoint('file.read');
      let filled = 0;
      while (filled < buffer.length) {
        const count = withPath(path, () =>
          readSync(descriptor, buffer, filled, buffer.length - filled, position + filled),
        );
        if (count === 0) break;
        filled += count;
      }
      return filled;
    },
    close: () => quietly(() => closeSync(descriptor)),
  };
}

/** A new file written from front to back. `close` makes its bytes durable. */
export interface FileWriter {
  /** Number of the open file, with which another thread can write (writeBytes). */
  readonly descriptor: number;
  write(bytes: Uint8Array): void;
  close(): void;
  /** Closes without a promise of durability, for files that will be removed. */
  abandon(): void;
}

/** Adds bytes at the end of what was written to an open file. */
export function writeBytes(descriptor: number, bytes: Uint8Array): void {
  faultPoint('file.write');
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written, bytes.length - written);
}

/** Makes durable what was written to an open file so far. */
export function flushBytes(descriptor: number): void {
  faultPoint('file.sync');
  fdatasyncSync(descriptor);
}

/** Opens a new file for writing; fails where the name is taken. */
export function openWriter(path: string, mode = 0o644): FileWriter {
  faultPoint('file.open');
  const descriptor = openSync(path, 'wx', mode);
  chmodSync(path, mode);
  // Once only: its number may soon be that of another file, perhaps of another thread.
  let isOpen = true;
  const letGo = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    descriptor,
    write: (bytes) => writeBytes(descriptor, bytes),
    close() {
      faultPoint('file.sync');
      try {
        fsyncSync(descriptor);
      } catch (cause) {
        quietly(letGo);
        throw cause;
      }
      letGo();
    },
    abandon: () => quietly(letGo),
  };
}

/** Writes a whole file or nothing: temporary name beside it, flush, rename. Replaces a file of that name. */
export function writeWholeFile(path: string, content: Uint8Array | string, mode = 0o644): void {
  const temporary = `${path}.${process.pid}.part`;
  removeTree(temporary);
  const writer = openWriter(temporary, mode);
  try {
    writer.write(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    writer.close();
  } catch (cause) {
    quietly(() => writer.abandon());
    discardTree(temporary);
    throw cause;
  }
  renameInto(temporary, path);
}

const COPY_BYTES = 1 << 20;

/** Copies a file whole or not at all, however large: temporary name beside its place, flush, rename. Replaces a file of that name. */
export function copyWholeFile(from: string, to: string): void {
  const temporary = `${to}.${process.pid}.part`;
  removeTree(temporary);
  const reader = openReader(from);
  const writer = openWriter(temporary, 0o600);
  try {
    const buffer = Buffer.alloc(COPY_BYTES);
    for (let position = 0; position < reader.size; position += COPY_BYTES) {
      writer.write(buffer.subarray(0, reader.read(buffer, position)));
    }
    writer.close();
  } catch (cause) {
    quietly(() => writer.abandon());
    discardTree(temporary);
    throw cause;
  } finally {
    reader.close();
  }
  renameInto(temporary, to);
}

/** Writes a new file of which nothing is lost with the power: it can be made again at any time, and many such are made. */
export function writeAgainFile(path: string, content: Uint8Array | string, mode: number): void {
  const writer = openWriter(path, mode);
  try {
    writer.write(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  } finally {
    writer.abandon();
  }
}

/** Makes the bytes of a file durable that something else has written (a database built without a journal). */
export function flushFile(path: string): void {
  faultPoint('file.sync');
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    quietly(() => closeSync(descriptor));
  }
}
