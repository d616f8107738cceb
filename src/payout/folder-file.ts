import { createHash } from 'node:crypto';
import { assert } from '../domain';
import { type FileWriter, openWriter } from '../effects';

/** A file of a folder after its last byte: what the manifest says of it. */
export interface SealedFile {
  readonly name: string;
  readonly bytes: number;
  /** Data rows, the header not counted; null where the file has no rows. */
  readonly rows: number | null;
  /** SHA-256 of all its bytes, 64 hex digits. */
  readonly sha256: string;
}

/** Characters that are gathered before they become bytes: large enough that neither hash nor disk is asked often. */
const BUFFERED_CHARACTERS = 262_144;

/** What another thread wrote to a file that was lent to it. */
export interface WrittenBytes {
  readonly bytes: number;
  readonly sha256: string;
}

/** A new file of a folder, written from front to back and hashed on the way; constant memory however long it grows. */
export class FolderFile {
  readonly name: string;
  readonly #writer: FileWriter;
  readonly #hash = createHash('sha256');
  readonly #onClose: (sealed: SealedFile) => void;
  #pending = '';
  #bytes = 0;
  #open = true;
  #lent = false;
  #elsewhere: WrittenBytes | undefined;

  /** @param mode file mode; 0o600 for files that name persons */
  constructor(name: string, path: string, mode: number, onClose: (sealed: SealedFile) => void) {
    this.name = name;
    this.#writer = openWriter(path, mode);
    this.#onClose = onClose;
  }

  /** Adds text, stored as UTF-8. */
  text(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= BUFFERED_CHARACTERS) this.#flush();
  }

  /** Adds bytes after the text so far. */
  bytes(bytes: Uint8Array): void {
    if (this.#pending !== '') this.#flush();
    this.#put(bytes);
  }

  /** Lets another thread write all of a new file; returns the number by which it is open. It must be taken back. */
  descriptorForThread(): number {
    assert(this.#bytes === 0 && this.#pending === '', 'a file is lent before its first byte');
    this.#lent = true;
    return this.#writer.descriptor;
  }

  /** Takes back a file that was lent and now holds these bytes. */
  writtenByThread(written: WrittenBytes): void {
    assert(this.#lent, 'only what was lent is taken back');
    this.#elsewhere = written;
  }

  /** Ends the file, makes it durable and says what it came to. */
  close(rows: number | null): SealedFile {
    if (this.#pending !== '') this.#flush();
    const { bytes, sha256 } = this.#written();
    this.#open = false;
    this.#writer.close();
    const sealed = { name: this.name, bytes, rows, sha256 };
    this.#onClose(sealed);
    return sealed;
  }

  /** Lets go of a file that will be removed; nothing after close. */
  abandon(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#writer.abandon();
  }

  #written(): WrittenBytes {
    if (!this.#lent) return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
    assert(this.#elsewhere !== undefined, 'a file that was lent is taken back before it is closed');
    return this.#elsewhere;
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending, 'utf8');
    this.#pending = '';
    this.#put(bytes);
  }

  #put(bytes: Uint8Array): void {
    assert(!this.#lent, 'a file that is lent is written by one only');
    this.#hash.update(bytes);
    this.#writer.write(bytes);
    this.#bytes += bytes.length;
  }
}
