import { assert, type Canonical, canonicalJson, chainedHash } from '../domain';
import { accountName, type Database } from '../effects';
import type { JournalAct } from './codes';
import { text } from './columns';
import { EMPTY_JOURNAL_HEAD } from './hash-chain';

/** Format of the bytes of an act. Format 1 did not say the account. */
export const ACT_FORMAT = 2;

/** Who does something to the ledger, when, with which build of the program, and why where a reason is asked for. */
export interface ActBy {
  readonly actor: string;
  /** UTC, `2026-11-24T12:00:00Z`. */
  readonly at: string;
  readonly build: string;
  readonly reason?: string;
  /** True where the actor says that a clock far ahead of the ledger is right. */
  readonly acceptClock?: boolean;
  /** Account of the machine; the one that the program runs under where none is given. */
  readonly account?: string;
  /** Real path of the ledger's file, by which a copy knows where it once was; that of the open file where none is given. */
  readonly ledger?: string;
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
export type ActContent = Readonly<Record<string, Canonical>>;

/** Adds an act to the journal and returns its number. The caller holds the transaction. */
export function writeAct(db: Database, act: JournalAct, by: ActBy, content: ActContent): number {
  const last = db.prepare('SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1').get();
  const sequence = last ? Number(last[0]) + 1 : 1;
  const previous = last ? String(last[1]) : EMPTY_JOURNAL_HEAD;
  const where = placeOf(db, by);
  const body = actBody(act, where, content);
  const hash = chainedHash(previous, Buffer.from(body, 'utf8'));
  db.prepare(
    `INSERT INTO journal (sequence, act, at, actor, account, ledger, reason, build, format, body, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    sequence,
    act,
    by.at,
    by.actor,
    where.account,
    where.ledger,
    by.reason ?? '',
    by.build,
    ACT_FORMAT,
    body,
    previous,
    hash,
  );
  return sequence;
}

/** The columns of an act's account and ledger; files of format 1 have none. */
export function placeColumns(format: number) {
  return format < 2
    ? { account: text("''"), ledger: text("''") }
    : { account: text('account'), ledger: text('ledger') };
}

/** Who does something, with the account and the ledger's path as the act will say them. */
export function placeOf(db: Database, by: ActBy): ActBy & { readonly account: string; readonly ledger: string } {
  const file = db.prepare('PRAGMA database_list').get()?.[2];
  return { ...by, account: by.account ?? accountName(), ledger: by.ledger ?? String(file) };
}

/** The bytes of an act as canonical JSON. */
export function actBody(act: JournalAct, by: ActBy, content: ActContent, format = ACT_FORMAT): string {
  for (const key of ['account', 'act', 'actor', 'at', 'build', 'format', 'ledger', 'reason']) {
    assert(!(key in content), `an act has ${key} already`);
  }
  return canonicalJson({
    ...content,
    ...(format < 2 ? {} : { account: by.account ?? '', ledger: by.ledger ?? '' }),
    act,
    actor: by.actor,
    at: by.at,
    build: by.build,
    format,
    reason: by.reason ?? '',
  });
}

/**
 * Some fields of an act by its bytes, those that it has. Bytes that are no such object have none.
 *
 * @example fieldsOf('{"act":"continue","missing":["posted.txt"]}', ['missing'])
 */
export function fieldsOf(body: string, names: readonly string[]): ActContent {
  const parsed = parsedObject(body);
  const found: Record<string, Canonical> = {};
  for (const name of names) {
    const value = parsed.get(name);
    if (typeof value === 'string' || typeof value === 'number') found[name] = value;
    else if (Array.isArray(value)) found[name] = value.map(String);
  }
  return found;
}

/**
 * What an act says that stands in the columns of a row; undefined where there is no such row.
 *
 * @param columns under the names of the act: `run_id, head AS posting_head`
 * @param rest of the statement, from FROM on: it finds the row by the number of the act
 */
export function contentOfRow(db: Database, columns: string, rest: string, journal: number): ActContent | undefined {
  const row = db.prepare(`SELECT ${columns} ${rest}`).get(journal);
  const names = columns.split(', ').map((column) => /\w+(?="?$)/.exec(column)?.[0] ?? '');
  const said = (value: unknown): Canonical => (typeof value === 'number' ? value : String(value));
  return row && Object.fromEntries(names.map((name, place) => [name, said(row[place])]));
}

function parsedObject(body: string): ReadonlyMap<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : new Map();
  } catch {
    return new Map(); // Damage: the bytes do not lead to the hash of the act, and are found by that.
  }
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
