import { type CarriedBalance, type ErrorDetail, errorDetail } from '../../domain';
import { personsAnchor, personsUpTo } from '../chain/persons-anchor';
import { statedFigures } from '../chain/stated-figures';
import { nameIn, PLACES } from '../codes';
import type { OpenLedger } from '../posting-reads';
import type { Movement } from '../postings/movements';
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
    balances = balancesAfter(balances, movementsOf(ledger, posting));
    const { figures, balancesHash: expected } = stated.get(posting) ?? {};
    const found = `${lastGrantYearOf(db, posting)}\t${endsHashOf(db, posting)}`;
    const isBalanced = expected === undefined || expected === balancesHash(balances);
    return figures === found && isBalanced ? [] : [errorDetail('LEDGER_FIGURES_DIFFER', { posting })];
  });
}

function movementsOf({ db }: OpenLedger, posting: number): Movement[] {
  return db
    .prepare('SELECT recipient, netting_group, from_place, to_place, amount FROM movements WHERE posting = ?')
    .all(posting)
    .map((row) => ({
      recipient: Number(row[0]),
      groupNumber: Number(row[1]),
      from: nameIn(PLACES, row[2]),
      to: nameIn(PLACES, row[3]),
      amountNok: Number(row[4]),
    }));
}

function personFigureFaults(ledger: OpenLedger): ErrorDetail[] {
  const anchor = personsAnchor(ledger);
  if (anchor === undefined || personsUpTo(ledger, anchor.last) === anchor.hash) return [];
  return [errorDetail('LEDGER_PERSONS_DIFFER', { sequence: anchor.journal })];
}
