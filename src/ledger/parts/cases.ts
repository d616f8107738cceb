import type { CaseDecision } from '../../domain';
import { actsInForce, allCases } from '../cases/case-reads';
import { closeCase, confirmCaseAct, decideCase, openCase, proposeCaseAct, withdrawCaseAct } from '../cases/record-case';
import { hasPostings } from '../drafts/identities';
import type { SignedActBy } from '../journal';
import type { Doors } from './doors';

/** Cases and their acts. */
export function casesPart({ open, reading, act, acting, actingOn }: Doors) {
  return {
    /** Every case with its acts. */
    cases: reading(allCases),
    /** Acts of cases that a run reads: confirmed, not withdrawn, adjustments not posted; in the order of confirmation. */
    caseActs: reading(actsInForce),
    /** Whether anything has been posted under an id of a person. */
    hasPostings: reading(hasPostings),
    openCase: acting(openCase),
    /** Decides a case, by another than the one who opened it. */
    decideCase: (caseNumber: number, decision: CaseDecision, by: SignedActBy & { readonly reason: string }) =>
      act(by, () => decideCase(open, caseNumber, decision, by)),
    closeCase: actingOn(closeCase),
    /** Proposes an act of a case; it counts once another has confirmed it. */
    proposeCaseAct: acting(proposeCaseAct),
    confirmCaseAct: actingOn(confirmCaseAct),
    /** Drops a proposal, or proposes the withdrawal of an act in force. */
    withdrawCaseAct: actingOn(withdrawCaseAct),
  };
}
