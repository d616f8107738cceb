import { NorsktilskuddError } from '../domain';
import { type ActBy, type ActContent, writeAct } from './journal';
import type { OpenLedger } from './posting-reads';
import { lastClosedGrantYear } from './retention';

/**
 * Deletes the DUF numbers of persons from the ledger: of everybody whose last posting is of `lastGrantYear` or earlier,
 * or of one of them. Postings keep the ledger's number, so sums, both chains and every hash stand. Returns how many.
 *
 * @throws NorsktilskuddError refused LEDGER_PERSONS_NEEDED where a run could still correct such postings; usage
 * LEDGER_PERSON_UNKNOWN for one person whom the ledger does not hold
 */
export function forgetPersons(
  ledger: OpenLedger,
  who: { readonly lastGrantYear: number; readonly personId?: number },
  by: ActBy,
): number {
  const { db } = ledger;
  db.exec('PRAGMA secure_delete = ON'); // The bytes go too, not only the row.
  return db.transaction(() => {
    const closed = lastClosedGrantYear(ledger);
    const { lastGrantYear, personId } = who;
    if (lastGrantYear > closed)
      throw new NorsktilskuddError('refused', 'LEDGER_PERSONS_NEEDED', { lastGrantYear, closed });
    const removed = personId === undefined ? forgetAll(ledger, lastGrantYear) : forgetOne(ledger, personId, closed);
    if (removed === 0) return 0;
    const journal = writeAct(db, 'forget', by, forgetAct(lastGrantYear, removed));
    db.prepare('INSERT INTO forgettings VALUES (?, ?, ?)').run(journal, lastGrantYear, removed);
    return removed;
  });
}

function forgetAll(ledger: OpenLedger, lastGrantYear: number): number {
  return ledger.db
    .prepare(
      `DELETE FROM persons WHERE person IN
       (SELECT person FROM postings WHERE person > 0 GROUP BY person HAVING max(grant_year) <= ?)`,
    )
    .run(lastGrantYear).changes;
}

function forgetOne(ledger: OpenLedger, personId: number, closed: number): number {
  const row = ledger.db
    .prepare(
      'SELECT s.person, max(p.grant_year) FROM persons AS s LEFT JOIN postings AS p ON p.person = s.person WHERE s.duf = ?',
    )
    .get(personId);
  if (!row || row[0] === null) throw new NorsktilskuddError('usage', 'LEDGER_PERSON_UNKNOWN', {});
  const lastGrantYear = Number(row[1]);
  if (lastGrantYear > closed)
    throw new NorsktilskuddError('refused', 'LEDGER_PERSONS_NEEDED', { lastGrantYear, closed });
  return ledger.db.prepare('DELETE FROM persons WHERE person = ?').run(Number(row[0])).changes;
}

/** What the journal says of forgotten persons: how many, never who. */
export function forgetAct(lastGrantYear: number, persons: number): ActContent {
  return { last_grant_year: lastGrantYear, persons };
}
