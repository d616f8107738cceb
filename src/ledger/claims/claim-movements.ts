import {
  assert,
  type CarriedBalance,
  type CaseActDetails,
  type ClaimActKind,
  isClaimAct,
  NETTING_GROUPS,
} from '../../domain';
import { groupNumber, groupOfNumber, type LedgerPlace, nameIn } from '../codes';
import type { ActContent } from '../journal';
import { balancesAsOf, type OpenLedger } from '../posting-reads';
import { type Movement, movementsWhere } from '../postings/movements';
import { balancesAfter } from '../postings/post-figures';
import { recipientText } from '../rows-text';

/** Money that acts on claims have moved, the oldest first: those with a journal number after one act and before another. */
export function claimMovements(ledger: OpenLedger, before = Number.MAX_SAFE_INTEGER, after = 0): Movement[] {
  return movementsWhere(ledger, 'posting = 0 AND case_number > 0 AND journal < ? AND journal > ?', before, after);
}

/**
 * Balances that a run nets: what batches that count have left as of a posting, less what is claimed.
 *
 * @param before journal number of an act: only claims that were moved before it
 */
export function balancesToNet(ledger: OpenLedger, posting: number, before?: number): CarriedBalance[] {
  return balancesAfter(balancesAsOf(ledger, posting), claimMovements(ledger, before));
}

/** Where an act takes money from and to: a claim out of netting, what is paid or written off out of the claim. */
const WAYS: Readonly<Record<ClaimActKind, readonly [from: LedgerPlace, to: LedgerPlace]>> = {
  claim: ['claimed', 'carried'],
  claim_payment: ['repaid', 'claimed'],
  write_off: ['written_off', 'claimed'],
};

/** What an act on a claim moves. */
export function movementOf({ kind, recipient, code, amount: amountNok }: CaseActDetails): Movement {
  assert(isClaimAct(kind), `an act of the kind ${kind} moves no money`);
  const [from, to] = WAYS[kind];
  return { recipient, groupNumber: groupNumber(nameIn(NETTING_GROUPS, code)), from, to, amountNok };
}

/** The same the other way: of a claim its open part alone comes back. */
export function movementBack(details: CaseActDetails, amountNok = details.amount): Movement {
  const { recipient, groupNumber: group, from, to } = movementOf(details);
  return { recipient, groupNumber: group, from: to, to: from, amountNok };
}

/** What the journal says of an act on a claim that is confirmed. */
export function confirmClaimAct(
  act: number,
  { recipient, groupNumber: group, from, to, amountNok }: Movement,
): ActContent {
  const cell = { recipient: recipientText(recipient), netting_group: groupOfNumber(group) };
  return { case_act: act, ...cell, from, to, amount: amountNok };
}
