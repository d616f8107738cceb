import { assert } from '../domain';
import type { Database } from '../effects';
import { type CanonicalValue, canonicalJson, chainedHash, EMPTY_JOURNAL_HEAD } from './canonical';
import type { JournalAct } from './codes';

/** Format of the journal's bytes. */
export const JOURNAL_FORMAT = 1;

/** Who does something to the ledger, when, with which build of the program, and why where a reason is asked for. */
export interface ActBy {
  readonly actor: string;
  /** UTC, `2026-11-24T12:00:00Z`. */
  readonly at: string;
  readonly build: string;
  readonly reason?: string;
}

/** The same of an act that a ledger with a list of approvers wants signed. */
export interface SignedActBy extends ActBy {
  /** Key of the one who does it. */
  readonly key?: ActKey;
}

/** A private key that can sign. */
export interface ActKey {
  /** Ed25519 over the text as UTF-8, 128 hex digits. */
  sign(text: string): string;
}

/** What an act says beyond who, when and why. */
export type ActContent = Readonly<Record<string, CanonicalValue>>;

/** Adds an act to the journal and returns its number. The caller holds the transaction. */
export function writeAct(db: Database, act: JournalAct, by: ActBy, content: ActContent): number {
  const last = db.prepare('SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1').get();
  const sequence = last ? Number(last[0]) + 1 : 1;
  const previous = last ? String(last[1]) : EMPTY_JOURNAL_HEAD;
  const body = actBody(act, by, content);
  const hash = chainedHash(previous, Buffer.from(body, 'utf8'));
  db.prepare(
    `INSERT INTO journal (sequence, act, at, actor, reason, build, format, body, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(sequence, act, by.at, by.actor, by.reason ?? '', by.build, JOURNAL_FORMAT, body, previous, hash);
  return sequence;
}

/** The bytes of an act as canonical JSON, format 1. */
export function actBody(act: JournalAct, by: ActBy, content: ActContent): string {
  for (const key of ['act', 'actor', 'at', 'build', 'format', 'reason']) {
    assert(!(key in content), `an act has ${key} already`);
  }
  return canonicalJson({
    ...content,
    act,
    actor: by.actor,
    at: by.at,
    build: by.build,
    format: JOURNAL_FORMAT,
    reason: by.reason ?? '',
  });
}

/** Hash of the last act: changes with every act. */
export function journalHead(db: Database): string {
  const last = db.prepare('SELECT hash FROM journal ORDER BY sequence DESC LIMIT 1').get();
  return last ? String(last[0]) : EMPTY_JOURNAL_HEAD;
}

/**
 * A name as it is compared: two spellings of one name (case, blanks, compatibility forms) are one person, who cannot
 * both run and approve.
 */
export function actorKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
