import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import type { Findings } from './findings';

/** What stands under a name in a folder, links not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
}

/** A file open for reading. */
export interface OpenFile {
  readonly size: number;
  /** Fills the buffer from a position of the file on; fewer bytes where the file ends. */
  read(buffer: Uint8Array, position: number): number;
  close(): void;
}

/** All that the checks know of the machine; whoever starts them gives it. Nothing here writes. */
export interface Files {
  /** Everything in a folder, in the order of the names' characters. */
  entries(folder: string): readonly Entry[];
  /** What stands at a path, links not followed; undefined where nothing does. */
  entry(path: string): Entry | undefined;
  /** Only for plain files. */
  open(path: string): OpenFile;
}

/** A file that was read to its end. */
export interface HashedFile {
  readonly bytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

const PIECE_BYTES = 262_144;

/** Reads a file once, in pieces: hashes it and hands on its text, where one is wanted. */
export function hashFile(files: Files, path: string, takeText?: (text: string) => void): HashedFile {
  const file = files.open(path);
  try {
    const hash = createHash('sha256');
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    let position = 0;
    for (let count = file.read(buffer, 0); count > 0; count = file.read(buffer, position)) {
      const piece = buffer.subarray(0, count);
      hash.update(piece);
      takeText?.(decoder.write(piece));
      position += count;
    }
    takeText?.(decoder.end());
    return { bytes: position, sha256: hash.digest('hex') };
  } finally {
    file.close();
  }
}

/** A small file, whole; in a memory of its own, so that words can be laid over it. */
export function readWhole(files: Files, path: string): Buffer {
  const file = files.open(path);
  try {
    const bytes = Buffer.from(new ArrayBuffer(file.size));
    return bytes.subarray(0, file.read(bytes, 0));
  } finally {
    file.close();
  }
}

/** A path within a folder. */
export function pathIn(folder: string, name: string): string {
  return `${folder.replace(/[/\\]$/, '')}/${name}`;
}

/** Whether a folder holds a plain file of that name. */
export function hasFile(files: Files, folder: string, name: string): boolean {
  return isNameWithin(name) && files.entry(pathIn(folder, name))?.kind === 'file';
}

/**
 * A folder holds plain files and nothing else. What is none is reported and never opened: a link leads to what is not sealed
 * here, a pipe or a device never ends. False where there is such a thing: then nothing of the folder is to be read.
 */
export function checkEntries(files: Files, folder: string, findings: Findings): boolean {
  const odd = files.entries(folder).filter(({ kind }) => kind !== 'file');
  for (const { name, kind } of odd) {
    findings.add(kind === 'link' ? 'VERIFY_ENTRY_LINK' : 'VERIFY_ENTRY_NOT_FILE', pathIn(folder, name));
  }
  return odd.length === 0;
}

/** Whether a name can only be that of a file within a folder: no path, nothing that a terminal would obey. */
export function isNameWithin(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !/[/\\\p{C}\p{Zl}\p{Zp}]/u.test(name);
}
