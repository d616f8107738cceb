import { chmodSync, cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { temporaryFolder } from '../../support/temporary-folder';

const FIXTURES = join(__dirname, '../../../fixtures/ledgers');

/** Ledgers of format 1 with what lies beside them. */
export const OLDER = ['by-name', 'signed', 'rehearsal'] as const;
export type Older = (typeof OLDER)[number];

/** Ledgers of format 2 as they were before any set of later tables. */
export const WITHOUT_SETS = ['by-name', 'signed'] as const;

/** A copy of such a ledger in a folder of its own; returns the folder. */
export function copyOfOlder(name: Older, format: 1 | 2 = 1): string {
  const folder = join(temporaryFolder(), name);
  cpSync(join(FIXTURES, `format-${format}`, name), folder, { recursive: true });
  const keys = readdirSync(folder).filter((file) => file.endsWith('.key'));
  for (const file of [...keys, 'norsktilskudd.db.d/pseudonym.key', 'norsktilskudd.db.d/access.db']) {
    if (existsSync(join(folder, file))) chmodSync(join(folder, file), 0o600);
  }
  return folder;
}

/** The ledger in such a folder. */
export function ledgerIn(folder: string): string {
  return join(folder, 'norsktilskudd.db');
}

/** Acts and hashes of a ledger, by its file. */
export function chainsOf(path: string) {
  const db = new Sqlite(path, { readonly: true });
  const rows = (sql: string) => db.prepare(sql).raw().all();
  const chains = {
    journal: rows('SELECT sequence, act, body, previous_hash, hash FROM journal ORDER BY sequence'),
    postings: rows('SELECT posting, head FROM posting_chain ORDER BY posting'),
    texts: rows('SELECT posting, block, text FROM posting_text ORDER BY posting, block'),
    format: Number(db.pragma('user_version', { simple: true })),
  };
  db.close();
  return chains;
}
