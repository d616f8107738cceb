import { createHash } from 'node:crypto';
import { assert } from '../domain';

/** A value of the canonical JSON: no fractions, no null, nothing nested but lists of texts. */
export type CanonicalValue = string | number | readonly string[];

/**
 * The one JSON text of an object: keys in the order of their characters, no blanks, whole numbers, strings as
 * JSON.stringify writes them. These bytes are hashed and kept, so they never change for a given format number.
 */
export function canonicalJson(value: Readonly<Record<string, CanonicalValue>>): string {
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalValue(value[key])}`).join(',')}}`;
}

function canonicalValue(value: CanonicalValue | undefined): string {
  assert(value !== undefined, 'canonical JSON knows no empty values');
  if (typeof value === 'number') assert(Number.isSafeInteger(value), 'canonical JSON holds whole numbers only');
  return JSON.stringify(value);
}

/** A list of texts as it stands in a column: a JSON list. */
export function textsOf(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  assert(Array.isArray(parsed), 'the ledger holds a broken list');
  return parsed.map(String);
}

/** SHA-256 of a UTF-8 text, 64 hex digits. */
export function sha256Text(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
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

/** Head of a chain after `bytes`: SHA-256 over the 32 bytes of the head before and then the bytes. */
export function chainedHash(previous: string, bytes: Uint8Array): string {
  const hash = new TextHash(previous);
  hash.addBytes(bytes);
  return hash.hex();
}

/** Head of an empty journal. */
export const EMPTY_JOURNAL_HEAD = sha256Text('norsktilskudd journal\n');

/** Posting head of a ledger without postings. A rehearsal has its own, so that no batch of it ever fits a real ledger. */
export function emptyPostingHead(rehearsal: boolean): string {
  return sha256Text(rehearsal ? 'norsktilskudd postings REHEARSAL\n' : 'norsktilskudd postings\n');
}
