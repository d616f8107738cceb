import { type AnnulmentView, annulmentOf } from '../acts/annul';
import { type OpeningSummary, openingOf } from '../preview/opening-summary';
import { type SignAnswer, type SigningInstallation, type SignRequest, signAct } from './sign-act';
import { type Withheld, withheldOf } from './withheld';

/** What came of an approval, and what its approver must know of it. */
export interface ApprovalAnswer extends SignAnswer {
  readonly withheld: readonly Withheld[];
  /** What was taken over, of an opening. */
  readonly opening: OpeningSummary | undefined;
  /** What was taken back, of an annulment. */
  readonly annulment: AnnulmentView | undefined;
}

/** Approves a draft and posts it. */
export function approveRun(settings: SigningInstallation, request: Omit<SignRequest, 'role'>): ApprovalAnswer {
  const answer = signAct(settings, { ...request, role: 'approver' });
  const { batch } = answer;
  return {
    ...answer,
    withheld: withheldOf(batch.runFolder),
    opening: batch.kind === 'opening' ? openingOf(settings.db, batch) : undefined,
    annulment: batch.kind === 'annulment' ? annulmentOf(settings.db, batch) : undefined,
  };
}
