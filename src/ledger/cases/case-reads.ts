import {
  assert,
  CASE_DECISIONS,
  CASE_KINDS,
  type CaseAct,
  isClaimAct,
  isReadByRuns,
  NorsktilskuddError,
} from '../../domain';
import { nameIn } from '../codes';
import { dayOfDeletion, deletedIn } from '../deletions/deletion-reads';
import { lastPosting, type OpenLedger, postingOfHead } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { detailsHash, detailsOf, personOf } from './case-details';
import type { CaseActInfo, CaseActState, CaseInfo, DoneBy } from './case-types';
import { CASES } from './tables';

/** Every case with its acts, in the order of their numbers. */
export function allCases(ledger: OpenLedger): CaseInfo[] {
  if (!hasTables(ledger, CASES)) return [];
  const acts = allActs(ledger);
  const deleted = deletedIn(ledger, 'cases');
  return ledger.db
    .prepare(
      `SELECT c.case_number, c.kind, c.recipient, c.reference, c.journal, d.journal, d.decision, e.journal, t.text, t.hash
       FROM cases AS c JOIN case_details AS t ON t.journal = c.journal
       LEFT JOIN case_decisions AS d USING (case_number) LEFT JOIN case_closings AS e USING (case_number) ORDER BY 1`,
    )
    .all()
    .map(([number, kind, recipient, reference, opened, decided, decision, closed, text, hash]) => ({
      caseNumber: Number(number),
      kind: nameIn(CASE_KINDS, kind),
      state: closed !== null ? 'closed' : decided !== null ? 'decided' : 'open',
      recipient: Number(recipient),
      personId: personOf(deleted.has(Number(number)) ? String(text) : heldText(text, hash)),
      reference: String(reference),
      opened: doneBy(ledger, opened),
      decided:
        decided === null ? undefined : { ...doneBy(ledger, decided), decision: nameIn(CASE_DECISIONS, decision) },
      closed: closed === null ? undefined : doneBy(ledger, closed),
      acts: acts.filter(({ caseNumber }) => caseNumber === number),
      textsDeletedOn: dayOfDeletion(ledger, deleted.get(Number(number))),
    }));
}

/** @throws NorsktilskuddError usage LEDGER_CASE_UNKNOWN */
export function knownCase(ledger: OpenLedger, caseNumber: number): CaseInfo {
  const found = allCases(ledger).find((one) => one.caseNumber === caseNumber);
  if (found === undefined) throw new NorsktilskuddError('usage', 'LEDGER_CASE_UNKNOWN', { caseNumber });
  return found;
}

/** @throws NorsktilskuddError usage LEDGER_CASE_ACT_UNKNOWN */
export function knownAct(ledger: OpenLedger, act: number): CaseActInfo {
  const found = allActs(ledger).find((one) => one.act === act);
  if (found === undefined) throw new NorsktilskuddError('usage', 'LEDGER_CASE_ACT_UNKNOWN', { act });
  return found;
}

/** Acts of all cases in the order of their numbers; none where the ledger has no cases. */
export function allActs(ledger: OpenLedger): CaseActInfo[] {
  if (!hasTables(ledger, CASES)) return [];
  const deleted = deletedIn(ledger, 'cases');
  const rows = ledger.db
    .prepare(
      `SELECT a.act, a.case_number, a.journal, c.journal, d.journal, t.text, t.hash
       FROM case_acts AS a JOIN case_details AS t ON t.journal = a.journal
       LEFT JOIN case_confirmations AS c USING (act) LEFT JOIN case_drops AS d USING (act) ORDER BY a.act`,
    )
    .all()
    .map(([act, caseNumber, proposed, confirmed, dropped, text, hash]) => ({
      act: Number(act),
      caseNumber: Number(caseNumber),
      details: detailsOf(deleted.has(Number(caseNumber)) ? String(text) : heldText(text, hash)),
      proposed: doneBy(ledger, proposed),
      confirmed: confirmed === null ? undefined : doneBy(ledger, confirmed),
      confirmedIn: Number(confirmed ?? 0),
      isDropped: dropped !== null,
      deletedIn: deleted.get(Number(caseNumber)) ?? 0,
    }));
  const withdrawn = new Set(
    rows
      .filter(({ details, confirmedIn }) => details.kind === 'withdrawal' && confirmedIn > 0)
      .map(({ details }) => details.withdraws),
  );
  const posted = postedAdjustments(ledger, lastPosting(ledger));
  return rows.map(({ isDropped, ...row }) => ({
    ...row,
    state: stateOf(isDropped, row.confirmedIn > 0, withdrawn.has(row.act)),
    postedBy: posted.get(row.act) ?? '',
  }));
}

/** A text that has the hash which the journal holds. */
function heldText(text: unknown, hash: unknown): string {
  assert(detailsHash(String(text)) === hash, 'what an act of a case says is not what was hashed');
  return String(text);
}

function stateOf(isDropped: boolean, isConfirmed: boolean, isWithdrawn: boolean): CaseActState {
  if (isDropped) return 'dropped';
  if (!isConfirmed) return 'proposed';
  return isWithdrawn ? 'withdrawn' : 'in_force';
}

/** Run that posted each adjustment, of those that count as of a posting. */
function postedAdjustments(ledger: OpenLedger, posting: number): Map<number, string> {
  const rows = ledger.db
    .prepare(
      `SELECT DISTINCT p.case_number, b.run_id FROM postings AS p INDEXED BY postings_line
       JOIN posted_and_not_annulled AS h ON h.posting = p.posting JOIN batches AS b ON b.batch = h.batch
       WHERE p.case_number > 0 AND p.kind = 5 AND h.posting <= ? AND h.annulled_by > ?`,
    )
    .all(posting, posting);
  return new Map(rows.map(([act, runId]) => [Number(act), String(runId)]));
}

function doneBy({ db }: OpenLedger, journal: unknown): DoneBy {
  const row = db.prepare('SELECT actor, at, reason FROM journal WHERE sequence = ?').get(Number(journal));
  return { actor: String(row?.[0]), at: String(row?.[1]), reason: String(row?.[2]) };
}

/** As of when the acts of cases are read. */
export interface CasesAsOf {
  /** Posting head; the last one where none is given. */
  readonly postingHead?: string;
  /** Only what was confirmed before this act of the journal. */
  readonly before?: number;
}

/**
 * Acts that a run reads: confirmed and not withdrawn, in the order in which they were confirmed. An adjustment is left out
 * once a batch that counts has posted it, and any act once its texts have been deleted (no run can reach its grant year), but for those
 * on claims: what netting starts from follows from them for ever.
 */
export function actsInForce(ledger: OpenLedger, { postingHead, before }: CasesAsOf = {}): CaseAct[] {
  if (!hasTables(ledger, CASES)) return [];
  const until = before ?? Number.MAX_SAFE_INTEGER;
  const posting = postingHead === undefined ? lastPosting(ledger) : postingOfHead(ledger, postingHead);
  const posted = postedAdjustments(ledger, posting);
  const confirmed = allActs(ledger)
    .filter(({ confirmedIn }) => confirmedIn > 0 && confirmedIn < until)
    .sort((a, b) => a.confirmedIn - b.confirmedIn)
    .map((one, place) => ({ ...one, order: place + 1 }));
  const withdrawn = new Set(confirmed.map(({ details }) => details.withdraws));
  return confirmed
    .filter(({ act, details }) => isReadByRuns(details.kind) && !withdrawn.has(act) && !posted.has(act))
    .filter(({ deletedIn: deleted, details }) => deleted === 0 || deleted >= until || isClaimAct(details.kind))
    .map(({ act, caseNumber, order, details }) => ({ act, caseNumber, order, ...details }));
}

/** Journal number of the last confirmation or deletion, 0 for none: a draft that is older rests on other facts. */
export function lastConfirmation(ledger: OpenLedger): number {
  if (!hasTables(ledger, CASES)) return 0;
  const last = Number(ledger.db.prepare('SELECT coalesce(max(journal), 0) FROM case_confirmations').get()?.[0]);
  return Math.max(last, ...deletedIn(ledger, 'cases').values());
}
