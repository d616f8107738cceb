import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { Header } from 'tar/header';
import { assert } from '../../domain';
import {
  discardTree,
  type FileWriter,
  makeFolder,
  openReader,
  openWriter,
  quietly,
  removePartFolders,
  removeTree,
  renameInto,
} from '../../effects';

/** A file of an archive: bytes that are here, or those of a file that is read as it is written. */
export interface ArchiveFile {
  /** Path in the archive. */
  readonly name: string;
  readonly content: Buffer | { readonly path: string };
  readonly mode: number;
}

const CHUNK_BYTES = 1 << 20;
/** Bytes of a block of a tar archive; headers and contents are padded to it. */
const TAR_BLOCK = 512;

/**
 * Writes a tar archive, whole or not at all, in the order of the names. Returns its size and SHA-256. Whatever the size
 * of a file, a megabyte of it is held at a time.
 */
export function writeTar(path: string, files: readonly ArchiveFile[]): { bytes: number; sha256: string } {
  const temporary = `${path}.${process.pid}.part`;
  makeFolder(dirname(path));
  removePartFolders(path);
  removeTree(temporary);
  const writer = openWriter(temporary, 0o600);
  try {
    const counted = new CountingWriter(writer);
    const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const file of ordered) addFile(counted, file);
    counted.write(Buffer.alloc(2 * TAR_BLOCK));
    writer.close();
    renameInto(temporary, path);
    return counted.result();
  } catch (cause) {
    quietly(() => writer.abandon());
    discardTree(temporary);
    throw cause;
  }
}

class CountingWriter {
  readonly #writer: FileWriter;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(writer: FileWriter) {
    this.#writer = writer;
  }

  write(bytes: Uint8Array): void {
    this.#writer.write(bytes);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  result(): { bytes: number; sha256: string } {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

function addFile(writer: CountingWriter, { name, content, mode }: ArchiveFile): void {
  const { size, chunks } = Buffer.isBuffer(content)
    ? { size: content.length, chunks: [content] }
    : { size: sizeOf(content.path), chunks: chunksOf(content.path) };
  writer.write(tarHeader(name, size, mode));
  for (const chunk of chunks) writer.write(chunk);
  const rest = size % TAR_BLOCK;
  if (rest > 0) writer.write(Buffer.alloc(TAR_BLOCK - rest));
}

/**
 * Header of a file (POSIX ustar). Owner and time are always 0, so that the same files give the same bytes on every machine
 * and day.
 *
 * @param path in the archive with `/` between its parts, ASCII
 */
function tarHeader(path: string, size: number, mode: number): Buffer {
  assert(/^[\x21-\x7e]+$/.test(path), `${path} is not plain ASCII`);
  const header = new Header({ path, size, mode, type: 'File', uid: 0, gid: 0, mtime: new Date(0) });
  const block = Buffer.alloc(TAR_BLOCK);
  const needsMore = header.encode(block, 0);
  assert(!needsMore, `${path} is too long, or the file too large, for a plain tar archive`);
  return block;
}

function sizeOf(path: string): number {
  const reader = openReader(path);
  reader.close();
  return reader.size;
}

/** The bytes of a file, a megabyte at a time. */
export function* chunksOf(path: string): Generator<Uint8Array> {
  const reader = openReader(path);
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (let at = 0; at < reader.size; at += CHUNK_BYTES) yield buffer.subarray(0, reader.read(buffer, at));
  } finally {
    reader.close();
  }
}
