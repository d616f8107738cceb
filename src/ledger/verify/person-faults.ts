import { type CarriedBalance, type ErrorDetail, errorDetail } from '../../domain';
import { type ChainEntry, personsAnchor, personsIn, statedFigures } from '../chain/chain-entries';
import type { OpenLedger } from '../posting-reads';
import { storedMovements } from '../postings/movements';
import { balancesAfter, balancesHash, endsHashOf, lastGrantYearOf } from '../postings/post-figures';

/**
 * Hash of the persons that a batch brought, from the table. Where some have been deleted it cannot be made again, and the
 * hash that the chain holds stands: persons can be forgotten while everything else still verifies.
 */
export function personsHashOf(ledger: OpenLedger, entry: ChainEntry): string {
  const { hash, count } = personsIn(ledger, entry.personsBefore, entry.personsBefore + entry.personsNew);
  return count === entry.personsNew ? hash : entry.personsHash;
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

/**
 * Figures that acts of the journal keep of what was posted: the ends of each text, the balances after it, its last grant
 * year, and who is left of the persons.
 */
export function figureFaults(ledger: OpenLedger): ErrorDetail[] {
  if (ledger.format < 2) return [];
  return [...postingFigureFaults(ledger), ...personFigureFaults(ledger)];
}

function postingFigureFaults(ledger: OpenLedger): ErrorDetail[] {
  const { db } = ledger;
  const stated = statedFigures(ledger);
  const postings = db.prepare('SELECT posting FROM posting_chain ORDER BY posting').all();
  let balances: readonly CarriedBalance[] = [];
  return postings.flatMap(([number]) => {
    const posting = Number(number);
    balances = balancesAfter(balances, storedMovements(ledger, { posting }));
    const { figures, balancesHash: expected } = stated.get(posting) ?? {};
    const found = `${lastGrantYearOf(db, posting)}\t${endsHashOf(db, posting)}`;
    const isBalanced = expected === undefined || expected === balancesHash(balances);
    return figures === found && isBalanced ? [] : [errorDetail('LEDGER_FIGURES_DIFFER', { posting })];
  });
}

function personFigureFaults(ledger: OpenLedger): ErrorDetail[] {
  const anchor = personsAnchor(ledger);
  if (anchor === undefined || personsIn(ledger, 0, anchor.last).hash === anchor.hash) return [];
  return [errorDetail('LEDGER_PERSONS_DIFFER', { sequence: anchor.journal })];
}
