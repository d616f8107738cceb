import { discardTree, type FileReader, type FileWriter, openReader, openWriter } from '../../effects';

/** A temporary file for what does not fit in memory while an extract is read. Made when first needed. */
export class SpillFile {
  readonly #path: string;
  #writer: FileWriter | undefined;
  #reader: FileReader | undefined;
  #length = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Adds bytes and tells where they begin. */
  append(bytes: Uint8Array): number {
    this.#writer ??= openWriter(this.#path, 0o600);
    this.#writer.write(bytes);
    const start = this.#length;
    this.#length += bytes.length;
    return start;
  }

  /** Fills the bytes from a place in the file. */
  read(bytes: Uint8Array, start: number): void {
    this.#reader ??= openReader(this.#path);
    this.#reader.read(bytes, start);
  }

  /** Closes the file; whoever made it removes it. */
  close(): void {
    this.#reader?.close();
    this.#writer?.abandon();
    this.#reader = undefined;
    this.#writer = undefined;
  }

  /** Closes and removes the file. */
  remove(): void {
    const made = this.#writer !== undefined;
    this.close();
    if (made) discardTree(this.#path);
  }
}
