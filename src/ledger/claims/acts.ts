import { type ErrorDetail, errorDetail } from '../../domain';
import { allActs } from '../cases/case-reads';
import { groupNumber } from '../codes';
import type { LaterActs } from '../later/later-act';
import { balancesAsOf, type OpenLedger } from '../posting-reads';
import { movementsWhere } from '../postings/movements';
import { balancesAfter } from '../postings/post-figures';
import { claimMovements, confirmClaimAct } from './claim-movements';
import { playClaims } from './claim-play';
import { CLAIMS } from './tables';

/** Acts on claims, held to the money that they moved. */
export const CLAIM_ACTS: LaterActs = {
  tables: CLAIMS,
  contentOf: {
    'confirm-claim': (ledger, { journal }) => {
      const row = ledger.db.prepare('SELECT act FROM case_confirmations WHERE journal = ?').get(journal);
      const [movement, ...more] = movementsWhere(ledger, 'posting = 0 AND journal = ?', journal);
      return row && movement && more.length === 0 ? confirmClaimAct(Number(row[0]), movement) : undefined;
    },
  },
  rows: {},
  faults: claimsFaults,
};

/** Each act has moved what it says, and no claim more than was owed when it was confirmed. */
function claimsFaults(ledger: OpenLedger): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const { moves } = playClaims(allActs(ledger));
  for (const [{ act, confirmedIn }, movement] of moves) {
    const fault = (): number => faults.push(errorDetail('LEDGER_CLAIMS_DIFFER', { act }));
    const [stored] = movementsWhere(ledger, 'posting = 0 AND journal = ?', confirmedIn);
    if (JSON.stringify(stored) !== JSON.stringify(movement)) fault();
    const named = ledger.db
      .prepare('SELECT case_number FROM movements WHERE posting = 0 AND journal = ?')
      .get(confirmedIn);
    if (named?.[0] !== act) fault();
    const posting = Number(
      ledger.db.prepare('SELECT coalesce(max(posting), 0) FROM posting_chain WHERE journal < ?').get(confirmedIn)?.[0],
    );
    const balances = balancesAfter(balancesAsOf(ledger, posting), claimMovements(ledger, confirmedIn + 1));
    const cell = balances.find(
      (row) => row.recipient === movement.recipient && groupNumber(row.group) === movement.groupNumber,
    );
    if ((cell?.balanceNok ?? 0) > 0) fault();
  }
  const moved = claimMovements(ledger).length;
  if (moved !== moves.size) faults.push(errorDetail('LEDGER_CLAIMS_DIFFER', { act: 0 }));
  return faults;
}
