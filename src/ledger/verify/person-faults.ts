import { type ErrorDetail, errorDetail } from '../../domain';
import type { ChainEntry } from '../chain/chain-entries';
import { TextHash } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';
import { personText, textRow } from '../rows-text';

/**
 * Hash of the persons that a batch brought, from the table. Where some have been deleted it cannot be made again, and the
 * hash that the chain holds stands: persons can be forgotten while everything else still verifies.
 */
export function personsHashOf(ledger: OpenLedger, entry: ChainEntry): string {
  const hash = new TextHash();
  let count = 0;
  const rows = ledger.db.prepare('SELECT person, duf FROM persons WHERE person > ? AND person <= ? ORDER BY person');
  for (const [person, duf] of rows.iterate(entry.personsBefore, entry.personsBefore + entry.personsNew)) {
    hash.add(textRow('person', Number(person), personText(Number(duf))));
    count += 1;
  }
  return count === entry.personsNew ? hash.hex() : entry.personsHash;
}

/** Numbers of persons: none beyond those given, and none forgotten whose postings a run could still correct. */
export function personFaults(ledger: OpenLedger): { forgotten: number; faults: ErrorDetail[] } {
  const count = (sql: string): number => Number(ledger.db.prepare(sql).get()?.[0]);
  const given = count('SELECT coalesce(max(persons_before + persons_new), 0) FROM posting_chain');
  const kept = count('SELECT count(*) FROM persons');
  const extra = count(`SELECT count(*) FROM persons WHERE person > ${given}`);
  const missing = count(
    `SELECT count(DISTINCT person) FROM postings AS p WHERE person > 0
     AND grant_year >= (SELECT max(grant_year) - 1 FROM posting_chain)
     AND NOT EXISTS (SELECT 1 FROM persons WHERE person = p.person)`,
  );
  const faults: ErrorDetail[] = [];
  if (extra > 0) faults.push(errorDetail('LEDGER_PERSONS_EXTRA', { count: extra }));
  if (missing > 0) faults.push(errorDetail('LEDGER_PERSONS_MISSING', { count: missing }));
  const forgotten = given - (kept - extra);
  const recorded = count('SELECT coalesce(sum(persons), 0) FROM forgettings');
  if (forgotten !== recorded) faults.push(errorDetail('LEDGER_PERSONS_GONE', { found: forgotten, recorded }));
  return { forgotten, faults };
}
