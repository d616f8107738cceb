import type { CaseActDetails, CaseDecision, CaseKind } from '../../domain';
import type { SignedActBy } from '../journal';

/** What a case is about when it is opened. */
export interface CaseInput extends SignedActBy {
  readonly kind: CaseKind;
  /** RecipientCode, 0 for none. */
  readonly recipient: number;
  /** NO_PERSON for none. */
  readonly personId: number;
  /** The document in the archive. */
  readonly reference: string;
  readonly reason: string;
  /** Drawn for this act: what names a person cannot be guessed from its hash. */
  readonly salt: string;
}

/** An act that is proposed in a case. */
export interface CaseProposal extends SignedActBy {
  readonly caseNumber: number;
  readonly details: CaseActDetails;
  readonly reason: string;
  readonly salt: string;
}

/** Who did something, when and why. */
export interface DoneBy {
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
}

/** How far an act has come. */
export type CaseActState = 'proposed' | 'in_force' | 'withdrawn' | 'dropped';

/** An act of a case with who stands behind it. */
export interface CaseActInfo {
  readonly act: number;
  readonly caseNumber: number;
  readonly state: CaseActState;
  readonly details: CaseActDetails;
  readonly proposed: DoneBy;
  readonly confirmed: DoneBy | undefined;
  /** Journal number of the confirmation, 0 for none. */
  readonly confirmedIn: number;
  /** Run that posted an adjustment, empty while it has not. */
  readonly postedBy: string;
  /** Journal number of the act that deleted what it says of persons, 0 while none has. */
  readonly deletedIn: number;
}

export interface CaseInfo {
  readonly caseNumber: number;
  readonly kind: CaseKind;
  readonly state: 'open' | 'decided' | 'closed';
  readonly recipient: number;
  readonly personId: number;
  readonly reference: string;
  readonly opened: DoneBy;
  readonly decided: (DoneBy & { readonly decision: CaseDecision }) | undefined;
  readonly closed: DoneBy | undefined;
  readonly acts: readonly CaseActInfo[];
  /** Day on which its texts were deleted, empty while they have not been. */
  readonly textsDeletedOn: string;
}
