import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
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
import { TAR_BLOCK, tarHeader } from './tar-header';

/** A file of an archive: bytes that are here, or those of a file that is read as it is written. */
export interface ArchiveFile {
  /** Path in the archive. */
  readonly name: string;
  readonly content: Buffer | { readonly path: string };
  readonly mode: number;
}

const CHUNK_BYTES = 1 << 20;

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
