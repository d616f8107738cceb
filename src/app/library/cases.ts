import { type CaseActDetails, type CaseDecision, EMPTY_CASE_ACT } from '../../domain';
import {
  type CaseActAnswer,
  type CaseAnswer,
  type CaseRequest,
  closeCase,
  confirmCaseAct,
  decideCase,
  openCase,
  proposeCaseAct,
  withdrawCaseAct,
} from '../cases/case-acts';
import { casesOf, type ShownCase } from '../cases/read-cases';
import {
  type ClaimPaymentRequest,
  type ClaimRequest,
  type ClaimView,
  claimsOf,
  proposeClaim,
  proposeClaimPayment,
  proposeWriteOff,
  type WriteOffRequest,
} from '../claims/claims';
import { type SuggestedClaim, suggestedClaims } from '../claims/suggested-claims';
import { type Exceptions, exceptions } from '../exceptions/exceptions';
import { type YearEnd, yearEnd } from '../year-end/year-end';
import type { ActOptions } from './acting';
import { Keeping } from './keeping';

/** What is decided case by case: opened, decided and closed, with acts that count once another has confirmed them. */
export class CaseWork extends Keeping {
  /** Every case with its acts, persons by pseudonym. @example tilskudd.cases().filter(({ state }) => state !== 'closed') */
  cases(): readonly ShownCase[] {
    return casesOf(this.installation);
  }

  /**
   * Opens a case; recipients are numbers as the domain has them (asRecipientCode).
   *
   * @example tilskudd.openCase({ kind: 'error', reference: '24/1234', reason: 'wrong count' }).found.caseNumber
   */
  openCase(request: Omit<CaseRequest, 'actor'> & ActOptions): CaseAnswer {
    return openCase(this.installation, { ...this.actOf(request) });
  }

  /**
   * Proposes an act of a case: what it says, by the names of CaseActDetails. It counts once another has confirmed it.
   *
   * @example
   * const pin = { kind: 'pin_count', grantYear: 2018, recipient: 15071, amount: 4 } as const;
   * const { found } = tilskudd.proposeCaseAct(1, pin, { reason: 'four persons' });
   * tilskudd.confirmCaseAct(found.act, { actor: 'ola' });
   */
  proposeCaseAct(
    caseNumber: number,
    details: Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>,
    act: ActOptions & { readonly reason: string },
  ): CaseActAnswer {
    const whole = { ...EMPTY_CASE_ACT, ...details };
    return proposeCaseAct(this.installation, caseNumber, whole, { ...this.actOf(act) });
  }

  /** Confirms an act that another proposed. @example tilskudd.confirmCaseAct(1, { actor: 'ola' }) */
  confirmCaseAct(act: number, by: ActOptions = {}): CaseActAnswer {
    return confirmCaseAct(this.installation, act, { ...this.actOf(by) });
  }

  /** Drops a proposal, or proposes that an act in force ends. @example tilskudd.withdrawCaseAct(1, { reason: 'moved' }) */
  withdrawCaseAct(act: number, by: ActOptions & { readonly reason: string }): CaseActAnswer {
    return withdrawCaseAct(this.installation, act, { ...this.actOf(by) });
  }

  /** Every claim for repayment and what is left of it. @example tilskudd.claims().filter(({ openNok }) => openNok > 0) */
  claims(): readonly ClaimView[] {
    return claimsOf(this.installation.db);
  }

  /** Balances that should be claimed. @example tilskudd.suggestedClaims().map(({ recipientId, owedNok }) => [recipientId, owedNok]) */
  suggestedClaims(): readonly SuggestedClaim[] {
    return suggestedClaims(this.installation.db);
  }

  /**
   * Proposes a claim; another confirms it (confirmCaseAct).
   *
   * @example tilskudd.proposeClaim({ caseNumber: 1, recipient: 15071, group: 'asylum', reason: 'no grant for a year' })
   */
  proposeClaim(request: Omit<ClaimRequest, 'actor'> & ActOptions): CaseActAnswer {
    return proposeClaim(this.installation, { ...this.actOf(request) });
  }

  /** Proposes that money came on a claim. @example tilskudd.proposeClaimPayment({ claim: 1, amountNok: 12000, on, reason: 'voucher 77' }) */
  proposeClaimPayment(request: Omit<ClaimPaymentRequest, 'actor'> & ActOptions): CaseActAnswer {
    return proposeClaimPayment(this.installation, { ...this.actOf(request) });
  }

  /** Proposes to write off what is left of a claim. @example tilskudd.proposeWriteOff({ claim: 1, caseNumber: 2, reason: 'ended' }) */
  proposeWriteOff(request: Omit<WriteOffRequest, 'actor'> & ActOptions): CaseActAnswer {
    return proposeWriteOff(this.installation, { ...this.actOf(request) });
  }

  /** The end of a grant year. @example tilskudd.yearEnd(2018).opening.differences.length === 0 */
  yearEnd(year: number, { appropriationNok }: { readonly appropriationNok?: number } = {}): YearEnd {
    const { db, payment } = this.installation;
    return yearEnd(db, { year, appropriationNok, payment });
  }

  /** What stands out of several posted runs. @example tilskudd.exceptions(2018).held.length */
  exceptions(grantYear?: number): Exceptions {
    return exceptions(this.installation.db, grantYear);
  }

  /** Decides a case that another opened. @example tilskudd.decideCase(1, 'upheld', { actor: 'ola', reason: 'four persons' }) */
  decideCase(caseNumber: number, decision: CaseDecision, by: ActOptions & { readonly reason: string }): CaseAnswer {
    return decideCase(this.installation, caseNumber, decision, { ...this.actOf(by) });
  }

  /** Closes a case that has been decided. @example tilskudd.closeCase(1, { reason: 'paid' }) */
  closeCase(caseNumber: number, by: ActOptions & { readonly reason: string }): CaseAnswer {
    return closeCase(this.installation, caseNumber, { ...this.actOf(by) });
  }
}
