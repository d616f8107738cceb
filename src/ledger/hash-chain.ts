import { createHash } from 'node:crypto';
import { assert, sha256Hex } from '../domain';

/** A list of texts as it stands in a column: a JSON list. */
export function textsOf(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  assert(Array.isArray(parsed), 'the ledger holds a broken list');
  return parsed.map(String);
}

/** A SHA-256 that is fed row by row, in few updates. */
export class TextHash {
  readonly #hash = createHash('sha256');
  #pending = '';

  /** `previous` is the hash (64 hex digits) that the new one is chained to; its 32 bytes come first. */
  constructor(previous?: string) {
    if (previous !== undefined) this.#hash.update(Buffer.from(previous, 'hex'));
  }

  add(text: string): void {
    this.#pending += text;
    if (this.#pending.length > 65_536) this.#flush();
  }

  addBytes(bytes: Uint8Array): void {
    this.#flush();
    this.#hash.update(bytes);
  }

  hex(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    if (this.#pending !== '') this.#hash.update(this.#pending, 'utf8');
    this.#pending = '';
  }
}

/** Head of an empty journal. */
export const EMPTY_JOURNAL_HEAD = sha256Hex('norsktilskudd journal\n');

/** Posting head of a ledger without postings. A rehearsal has its own, so that no batch of it ever fits a real ledger. */
export function emptyPostingHead(rehearsal: boolean): string {
  return sha256Hex(rehearsal ? 'norsktilskudd postings REHEARSAL\n' : 'norsktilskudd postings\n');
}
