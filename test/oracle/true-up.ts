import type { ActsOnLines } from './acts';
import { groupOf } from './components';
import type { Posted } from './ledger';

export interface Line {
  readonly grantYear: number;
  readonly term: number;
  readonly component: string;
  readonly code: string;
  readonly person: string;
  readonly recipient: string;
  readonly basisRecipient: string;
  /** Empty for an unknown country. */
  readonly annual: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly cumulativeDue: number;
  readonly previouslyPosted: number;
  readonly amount: number;
  readonly reason: string;
  readonly group: string;
  /** The act of an adjustment. */
  readonly adjusts?: number;
}

export interface Held {
  readonly grantYear: number;
  readonly component: string;
  readonly person: string;
  readonly annual: string;
  /** Empty for an unknown country. */
  readonly amount: string;
  readonly reason: string;
}

/** One thing to settle: what a person, or a kommune, has coming and what has been posted. */
export interface Account {
  readonly grantYear: number;
  readonly component: string;
  readonly person: string;
  /** Payable recipients with their part of the cumulative due. */
  readonly due: ReadonlyMap<string, { amount: number; numerator: number }>;
  readonly denominator: number;
  readonly annual: string;
  /** Today's code; undefined for that of the last posting. */
  readonly code: string | undefined;
  readonly posted: ReadonlyMap<string, Posted>;
}

/** Lines and held differences of one account in a run of (year, term) (rulebook 6). */
export function settle(
  account: Account,
  year: number,
  term: number,
  acts: ActsOnLines,
): { lines: Line[]; held: Held[] } {
  const { grantYear, component, person, annual } = account;
  const recipients = [...new Set([...account.due.keys(), ...account.posted.keys()])].sort();
  const differences = recipients
    .map((basisRecipient) => {
      const due = account.due.get(basisRecipient);
      const posted = account.posted.get(basisRecipient);
      const amount = (due?.amount ?? 0) - (posted?.sum ?? 0);
      return { basisRecipient, due, posted, amount, ...acts.recipientOf({ ...account, basisRecipient }) };
    })
    .filter(({ amount }) => amount !== 0);
  const correctionIsHeld = differences.some(({ amount, stopped }) => stopped && amount < 0);
  const lines: Line[] = [];
  const held: Held[] = [];
  for (const difference of differences) {
    const { amount, basisRecipient, due, posted } = difference;
    const isBlocked = amount > 0 && acts.isBlocked({ ...account, basisRecipient }, difference.code);
    if (difference.stopped || (correctionIsHeld && amount > 0) || isBlocked) {
      const waits = correctionIsHeld && amount > 0 ? 'waits_for_held_correction' : 'blocked';
      const reason = difference.stopped ? 'difference_no_unique_successor' : waits;
      held.push({ grantYear, component, person, annual, amount: String(amount), reason });
      continue;
    }
    lines.push({
      grantYear,
      term,
      component,
      code: account.code ?? posted?.code ?? '',
      person,
      recipient: difference.code,
      basisRecipient,
      annual,
      numerator: due?.numerator ?? 0,
      denominator: account.denominator,
      cumulativeDue: due?.amount ?? 0,
      previouslyPosted: posted?.sum ?? 0,
      amount,
      reason: amount < 0 ? 'correction' : grantYear === year ? 'regular' : 'arrears',
      group: groupOf(component),
    });
  }
  return { lines, held };
}
