import { type CarriedBalance, type ErrorDetail, errorDetail } from '../../domain';
import { personsAnchor, personsUpTo } from '../chain/persons-anchor';
import { statedFigures } from '../chain/stated-figures';
import type { OpenLedger } from '../posting-reads';
import { storedMovements } from '../postings/movements';
import { balancesAfter, balancesHash, endsHashOf, lastGrantYearOf } from '../postings/post-figures';

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
  if (anchor === undefined || personsUpTo(ledger, anchor.last) === anchor.hash) return [];
  return [errorDetail('LEDGER_PERSONS_DIFFER', { sequence: anchor.journal })];
}
