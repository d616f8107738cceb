import { TextHash } from '../hash-chain';
import { fieldsOf } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { personText, textRow } from '../rows-text';

/** The last act that says who was left of the persons: a forgetting, or a migration. */
export interface PersonsAnchor {
  readonly journal: number;
  /** Highest number that had been given to a person then. */
  readonly last: number;
  /** SHA-256 over the rows of those who were left. */
  readonly hash: string;
}

/** The last such act; undefined where nobody was ever forgotten and the ledger never migrated. */
export function personsAnchor({ db }: OpenLedger): PersonsAnchor | undefined {
  const row = db
    .prepare(
      `SELECT sequence, body FROM journal WHERE format >= 2 AND act IN ('migrate', 'forget')
       ORDER BY sequence DESC LIMIT 1`,
    )
    .get();
  if (!row) return undefined;
  const journal = Number(row[0]);
  const { persons_hash: migrated, left_hash: left } = fieldsOf(String(row[1]), ['persons_hash', 'left_hash']);
  const given = db
    .prepare('SELECT coalesce(max(persons_before + persons_new), 0) FROM posting_chain WHERE journal < ?')
    .get(journal);
  return { journal, last: Number(given?.[0]), hash: String(left ?? migrated) };
}

/** SHA-256 over the rows of everybody whom the ledger holds, up to a number. */
export function personsUpTo({ db }: OpenLedger, last: number): string {
  const hash = new TextHash();
  const rows = db.prepare('SELECT person, duf FROM persons WHERE person <= ? ORDER BY person');
  for (const [person, duf] of rows.iterate(last)) {
    hash.add(textRow('person', Number(person), personText(Number(duf))));
  }
  return hash.hex();
}
