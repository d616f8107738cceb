import { componentOrdinal, type ErrorDetail, errorDetail, NorsktilskuddError, sha256Hex } from '../../domain';
import { CASES } from '../cases/tables';
import { groupNumber } from '../codes';
import type { BatchInfo } from '../drafts/batch-info';
import { findBatch, knownBatch } from '../drafts/batches';
import type { DraftContent, DraftLine } from '../drafts/draft-content';
import type { DraftAnswer } from '../drafts/draft-input';
import { recordBatch } from '../drafts/record-batch';
import type { ActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import { paymentsOfPosting, placeOf, stateOf } from '../outcomes/outcome-reads';
import { paymentFiles } from '../payment-files/file-reads';
import { lastCountingBatch, type OpenLedger, postingHead } from '../posting-reads';
import { compareMovements, type Movement, storedMovements } from '../postings/movements';
import { linesOf } from '../reads/lines';
import { type RunnerSignature, signDraft } from './attest';

/**
 * Drafts the annulment of the last batch that counts: every line and movement the other way. Once approved by another,
 * the batch and its annulment count for nothing; its payment keys stay used. Only while none of its payments has been
 * handed over. The same again, by whomever: "already".
 *
 * @param sign makes the runner's signature, which is recorded in the same transaction
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused LEDGER_ANNUL_OPENING, LEDGER_NOT_LAST_BATCH,
 * LEDGER_ANNUL_CLAIMED, LEDGER_ANNUL_HAS_OUTCOMES, LEDGER_ANNUL_IN_FILE, those of signDraft()
 */
export function recordAnnulment(
  ledger: OpenLedger,
  runId: string,
  by: ActBy & { reason: string },
  sign?: RunnerSignature,
): DraftAnswer {
  return ledger.db.transaction(() => {
    const answer = draftAnnulment(ledger, runId, by);
    if (sign === undefined || answer.already) return answer;
    return { ...answer, batch: signDraft(ledger, answer.batch.runId, sign(answer.batch)).batch };
  });
}

function draftAnnulment(ledger: OpenLedger, runId: string, by: ActBy & { reason: string }): DraftAnswer {
  const annulled = knownBatch(ledger, runId);
  const annulmentId = `${runId}-annulment`;
  const earlier = findBatch(ledger, annulmentId);
  if (earlier?.state === 'posted' || earlier?.state === 'draft')
    return { already: true, batch: earlier, superseded: [] };
  if (annulled.kind !== 'run') throw new NorsktilskuddError('refused', 'LEDGER_ANNUL_OPENING', { runId });
  if (annulled.state !== 'posted' || lastCountingBatch(ledger)?.posting !== annulled.posting) {
    throw new NorsktilskuddError('refused', 'LEDGER_NOT_LAST_BATCH', { runId, state: annulled.state });
  }
  const [fault] = annulmentFaults(ledger, annulled);
  if (fault !== undefined) throw new NorsktilskuddError('refused', fault.code, fault.params);
  letRefusedPass(ledger, annulled.posting, by);
  const content: DraftContent = {
    lines: { [Symbol.iterator]: () => annulmentLines(ledger, runId) },
    payouts: [],
    balances: [],
    held: [],
    coverage: [],
    identities: [],
  };
  const header = {
    ...annulled,
    ...by,
    runId: annulmentId,
    kind: 'annulment' as const,
    annuls: annulled.posting,
    postingHead: postingHead(ledger),
    manifestHash: sha256Hex(`annulment of ${annulled.headAfter}\n`),
    snapshot: '',
    runFolder: '',
    blockers: [],
    accepted: [],
    assumptions: [],
  };
  return recordBatch(ledger, header, content, { before: () => {}, after: () => {} });
}

function* annulmentLines(ledger: OpenLedger, runId: string): Generator<DraftLine> {
  for (const line of linesOf(ledger, runId)) {
    yield {
      ...line,
      kind: 'annulment',
      componentOrdinal: componentOrdinal(line.component),
      groupNumber: groupNumber(line.group),
      personId: line.personId ?? 0,
      amountNok: 0 - line.amountNok,
      cumulativeDueNok: 0 - line.amountNok,
      previouslyPostedNok: 0,
    };
  }
}

/** Movements of a posting the other way; what a payment was refused for comes back from there. */
export function annulledMovements(ledger: OpenLedger, posting: number): Movement[] {
  const refused = new Set(
    paymentsOfPosting(ledger, posting)
      .filter(({ outcomes }) => placeOf(outcomes) === 'refused')
      .map(({ recipient, groupNumber: group }) => `${recipient} ${group}`),
  );
  return storedMovements(ledger, { posting })
    .map((movement) => {
      const isRefused = movement.to === 'ordered' && refused.has(`${movement.recipient} ${movement.groupNumber}`);
      return { ...movement, from: isRefused ? ('refused' as const) : movement.to, to: movement.from };
    })
    .sort(compareMovements);
}

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
