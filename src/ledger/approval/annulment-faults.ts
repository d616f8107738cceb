import { type ErrorDetail, errorDetail } from '../../domain';
import { CASES } from '../cases/tables';
import type { BatchInfo } from '../drafts/batch-info';
import type { ActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import { paymentsOfPosting, stateOf } from '../outcomes/outcome-reads';
import { paymentFiles } from '../payment-files/file-reads';
import type { OpenLedger } from '../posting-reads';

/** What stands in the way of taking a posted batch back: a claim that followed it, money that arrived or is under way. */
export function annulmentFaults(
  ledger: OpenLedger,
  { runId, posting }: Pick<BatchInfo, 'runId' | 'posting'>,
): ErrorDetail[] {
  if (isClaimedSince(ledger, posting)) return [errorDetail('LEDGER_ANNUL_CLAIMED', { runId })];
  const states = new Map(
    paymentsOfPosting(ledger, posting).map(({ paymentKey, outcomes }) => [paymentKey, stateOf(outcomes)]),
  );
  const open = paymentFiles(ledger, runId).filter(
    ({ state, payments }) =>
      state !== 'discarded' && !payments.every(({ paymentKey }) => states.get(paymentKey) === 'refused'),
  );
  if ([...states.values()].includes('paid') || open.some(({ state }) => state === 'handed_over')) {
    return [errorDetail('LEDGER_ANNUL_HAS_OUTCOMES', { runId })];
  }
  return open.slice(0, 1).map(({ name }) => errorDetail('LEDGER_ANNUL_IN_FILE', { runId, name }));
}

/** The tables of cases bring the rule by which refused payments stand in nobody's way; the caller holds the transaction. */
export function letRefusedPass(ledger: OpenLedger, posting: number, by: ActBy): void {
  const hasOutcome = paymentsOfPosting(ledger, posting).some(({ outcomes }) => outcomes.length > 0);
  if (hasOutcome) requireTables(ledger, CASES, by);
}

/** Whether an act on a claim followed a posting: what it claimed may be of that batch. */
function isClaimedSince({ db }: OpenLedger, posting: number): boolean {
  const sql = `SELECT 1 FROM movements WHERE posting = 0 AND case_number > 0
    AND journal > (SELECT journal FROM posting_chain WHERE posting = ?) LIMIT 1`;
  return db.prepare(sql).get(posting) !== undefined;
}
