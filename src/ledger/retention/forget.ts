import { NorsktilskuddError } from '../../domain';
import { personsIn } from '../chain/chain-entries';
import type { SignedActBy } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { lastClosedGrantYear } from './retention';

/** Whom to forget: everybody whose last posting is of a grant year or earlier, or one of them. */
export type WhoToForget = { readonly lastGrantYear: number } | { readonly personId: number };

/**
 * Deletes the DUF numbers of persons from the ledger. Postings keep the ledger's number, so sums, both chains and every
 * hash stand. Returns how many.
 *
 * @throws NorsktilskuddError refused LEDGER_PERSONS_NEEDED where a run could still correct such postings,
 * LEDGER_ACT_REFUSED where the ledger wants a signature; usage
 * LEDGER_PERSON_UNKNOWN for one person whom the ledger does not hold
 */
export function forgetPersons(ledger: OpenLedger, who: WhoToForget, by: SignedActBy): number {
  const { db } = ledger;
  return db.transaction(() => {
    const closed = lastClosedGrantYear(ledger);
    const lastGrantYear = 'personId' in who ? lastYearOf(ledger, who.personId) : who.lastGrantYear;
    if (lastGrantYear > closed)
      throw new NorsktilskuddError('refused', 'LEDGER_PERSONS_NEEDED', { lastGrantYear, closed });
    const persons =
      'personId' in who
        ? db.prepare('DELETE FROM persons WHERE duf = ?').run(who.personId).changes
        : db.prepare(DELETE_UP_TO).run(lastGrantYear).changes;
    if (persons === 0) return 0;
    const left = personsIn(ledger).hash;
    // How many, never who; and the hash of those who are left, since those of the batches that brought them can no longer be made.
    const content = { last_grant_year: lastGrantYear, persons, left_hash: left };
    const journal = writeSignedAct(db, 'forget', by, content);
    db.prepare('INSERT INTO forgettings VALUES (?, ?, ?, ?)').run(journal, lastGrantYear, persons, left);
    return persons;
  });
}

const DELETE_UP_TO = `DELETE FROM persons WHERE person IN
  (SELECT person FROM postings WHERE person > 0 GROUP BY person HAVING max(grant_year) <= ?)`;

function lastYearOf(ledger: OpenLedger, personId: number): number {
  const row = ledger.db
    .prepare(
      'SELECT max(p.grant_year) FROM persons AS s JOIN postings AS p ON p.person = s.person WHERE s.duf = ? GROUP BY s.person',
    )
    .get(personId);
  if (!row) throw new NorsktilskuddError('usage', 'LEDGER_PERSON_UNKNOWN', {});
  return Number(row[0]);
}

/** DUF numbers of everybody whom the ledger has not forgotten. */
export function* personIds(ledger: OpenLedger): Generator<number> {
  for (const [duf] of ledger.db.prepare('SELECT duf FROM persons ORDER BY person').iterate()) yield Number(duf);
}
