import { allCases } from '../cases/case-reads';
import type { CaseActInfo, CaseInfo } from '../cases/case-types';
import { playClaims } from '../claims/claim-play';
import { allBatches } from '../drafts/batches';
import type { OpenLedger } from '../posting-reads';
import { RECEIPTS } from '../receipts/tables';
import { lastClosedGrantYear } from '../retention/retention';
import { hasTables } from '../schema/table-sets';
import { dayOfDeletion, deletedIn } from './deletion-reads';
import type { Deletable } from './tables';

/** Why the content of a receipt or case is kept: something of it is open, or it can still be corrected; `over` where neither is. */
export type ContentHold = 'open' | 'open draft' | 'can be corrected' | 'over';

/** A receipt or case with what keeps its content. */
export interface ContentUse {
  readonly item: number;
  readonly hold: ContentHold;
  /** Day (`YYYY-MM-DD`) of the last act on it. */
  readonly lastDay: string;
  /** Day on which its content was deleted, empty while it has not been. */
  readonly deletedOn: string;
}

/** Every receipt or case with what keeps its content. */
export function contentUses(ledger: OpenLedger, what: Deletable): ContentUse[] {
  const deleted = deletedIn(ledger, what);
  const found = what === 'receipts' ? receiptUses(ledger) : caseUses(ledger);
  return found.map((use) => ({ ...use, deletedOn: dayOfDeletion(ledger, deleted.get(use.item)) }));
}

/** Whether the rules let the content go: nothing of it is open, no run can correct it, and all of it was over before a day. */
export function mayBeDeleted({ hold, lastDay, deletedOn }: ContentUse, keptUntil: string): boolean {
  return deletedOn === '' && hold === 'over' && lastDay < keptUntil;
}

type Found = Omit<ContentUse, 'deletedOn'>;

/**
 * A receipt is kept while a run can correct the batches of its payments; one of which nothing could be read, while it can correct
 * what had been posted when it came.
 */
function receiptUses(ledger: OpenLedger): Found[] {
  if (!hasTables(ledger, RECEIPTS)) return [];
  const closed = lastClosedGrantYear(ledger);
  return ledger.db
    .prepare(
      `SELECT r.receipt, coalesce(max(c.grant_year), (SELECT max(e.grant_year) FROM posting_chain AS e WHERE e.journal < r.journal), 0),
       max(substr(j.at, 1, 10)), max(coalesce(substr(k.at, 1, 10), '')), EXISTS (SELECT 1 FROM receipt_withdrawals AS w WHERE w.receipt = r.receipt
         AND w.withdrawal NOT IN (SELECT withdrawal FROM receipt_withdrawals_confirmed))
       FROM receipts AS r JOIN journal AS j ON j.sequence = r.journal LEFT JOIN receipt_readings AS d USING (receipt)
       LEFT JOIN journal AS k ON k.sequence = d.journal
       LEFT JOIN receipt_facts AS f USING (receipt) LEFT JOIN payments AS p USING (payment_key)
       LEFT JOIN posting_chain AS c ON c.posting = p.posting
       GROUP BY r.receipt ORDER BY r.receipt`,
    )
    .all()
    .map(([receipt, grantYear, received, read, isDoubted]) => ({
      item: Number(receipt),
      hold: isDoubted === 1 ? 'open' : Number(grantYear) > closed ? 'can be corrected' : 'over',
      lastDay: [String(received), String(read)].sort().at(-1) ?? '',
    }));
}

function caseUses(ledger: OpenLedger): Found[] {
  const cases = allCases(ledger);
  const closed = lastClosedGrantYear(ledger);
  const hasDraft = allBatches(ledger).some(({ state }) => state === 'draft');
  const { open } = playClaims(cases.flatMap(({ acts }) => acts));
  return cases.map((found) => ({
    item: found.caseNumber,
    hold: holdOfCase(found, closed, open) ?? (hasDraft ? 'open draft' : 'over'),
    lastDay: lastDayOf(found),
  }));
}

function holdOfCase(
  { state, acts }: CaseInfo,
  closed: number,
  claims: ReadonlyMap<number, number>,
): ContentHold | undefined {
  const inForce = acts.filter((one) => one.state === 'in_force');
  const isOpen = acts.some((one) => one.state === 'proposed') || inForce.some((one) => isUnfinished(one, claims));
  if (state !== 'closed' || isOpen) return 'open';
  return inForce.some((one) => lastYearOf(one) > closed) ? 'can be corrected' : undefined;
}

/** Holds until it is withdrawn, has not been posted, or is a claim of which something is left. */
function isUnfinished({ act, details: { kind }, postedBy }: CaseActInfo, claims: ReadonlyMap<number, number>): boolean {
  if (kind === 'keep' || kind === 'correct') return true;
  if (kind === 'adjustment') return postedBy === '';
  return (claims.get(act) ?? 0) > 0;
}

/** The last grant year for which a run could read it. */
function lastYearOf({ details: { grantYear, toDay, kind } }: CaseActInfo): number {
  const isBlock = kind === 'block' || kind === 'block_payments';
  return Math.max(grantYear, isBlock ? Number(toDay.slice(0, 4)) : 0);
}

function lastDayOf({ opened, decided, closed, acts }: CaseInfo): string {
  const done = [opened, decided, closed, ...acts.flatMap(({ proposed, confirmed }) => [proposed, confirmed])];
  const days = done.map((one) => one?.at.slice(0, 10) ?? '');
  return days.sort().at(-1) ?? '';
}
