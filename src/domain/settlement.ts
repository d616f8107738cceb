import { emptyList } from './columns';

/** Why an amount is held (rulebook 9). Ordinals stand in traces; 0 is not held. */
export const HELD_REASONS = [
  '',
  'difference_no_unique_successor',
  'missing_from_extract',
  'no_recipient',
  'no_unique_successor',
  'rejected_row',
  'unknown_country',
  'waits_for_held_correction',
  'blocked',
  'adjustment_waits',
] as const;
export type HeldReason = Exclude<(typeof HELD_REASONS)[number], ''>;
export const HELD = {
  none: 0,
  differenceNoUniqueSuccessor: 1,
  missingFromExtract: 2,
  noRecipient: 3,
  noUniqueSuccessor: 4,
  rejectedRow: 5,
  unknownCountry: 6,
  waitsForHeldCorrection: 7,
  blocked: 8,
  adjustmentWaits: 9,
} as const;

/**
 * True-up of one grant year, component and person (rulebook 6): per basis recipient what is due, what was posted and
 * what becomes of the difference. One object is used again; lists of one length stand side by side, in code order.
 */
export class Settlement {
  /** Cumulative due of the whole, held parts included. */
  cumulativeDueNok = 0;
  /** Reason for which the person or the whole amount is held, HELD.none for none. */
  wholeHeld: number = HELD.none;
  /** Amount of wholeHeld: R's cumulative due, or the negative of what is posted. */
  wholeHeldNok = 0;

  basisRecipients: number[] = [];
  /** Days (or 0) and denominator as they stand in the line. */
  shareNumerators: number[] = [];
  shareDenominators: number[] = [];
  /** Part of the cumulative due that is payable to this recipient; 0 where its code stopped at a split. */
  dueNok: number[] = [];
  /** Part of the cumulative due that is held because the code stopped at a split. */
  heldDueNok: number[] = [];
  postedNok: number[] = [];
  /** dueNok - postedNok */
  differenceNok: number[] = [];
  /** HELD reason of the difference, HELD.none where it became a line or is 0. */
  differenceHeld: number[] = [];
  /** Recipient of the difference: the code in force on the cut-off date. */
  recipients: number[] = [];

  reset(): void {
    this.cumulativeDueNok = 0;
    this.wholeHeld = HELD.none;
    this.wholeHeldNok = 0;
    emptyList(this.basisRecipients);
    emptyList(this.shareNumerators);
    emptyList(this.shareDenominators);
    emptyList(this.dueNok);
    emptyList(this.heldDueNok);
    emptyList(this.postedNok);
    emptyList(this.differenceNok);
    emptyList(this.differenceHeld);
    emptyList(this.recipients);
  }
}
