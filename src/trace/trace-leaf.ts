/** A candidate row of a record and the mask of its failed conditions. */
export interface TraceCandidate {
  readonly line: number;
  readonly failures: number;
}

/** A piece of the window: the row that gives its recipient and the code before translation. */
export interface TraceSegment {
  readonly from: number;
  readonly to: number;
  readonly table: number;
  readonly line: number;
  readonly code: number;
}

/** A basis recipient of the outcome. `amountNok`, `term` and `line` belong to separate amounts (43g) and are 0 otherwise. */
export interface TraceRecipient {
  readonly code: number;
  readonly stopped: boolean;
  readonly days: number;
  readonly weight: number;
  readonly amountNok: number;
  readonly term: number;
  readonly line: number;
}

/** One basis recipient of the settlement. */
export interface TracePart {
  readonly basisRecipient: number;
  readonly recipient: number;
  /** HELD ordinal of the difference. */
  readonly held: number;
  readonly shareNumerator: number;
  readonly shareDenominator: number;
  readonly dueNok: number;
  readonly heldDueNok: number;
  readonly postedNok: number;
}

interface RecordBase {
  readonly grantYear: number;
  readonly component: number;
  readonly rateClass: number;
  readonly annualAmountNok: number;
  readonly cumulativeDueNok: number;
  readonly wholeHeld: number;
  readonly wholeHeldNok: number;
  readonly parts: readonly TracePart[];
}

/** Record of a person: FORMAT.md names the fields. Lines are 0 where there is no row, the rate index is -1 for none. */
export interface PersonTraceRecord extends RecordBase {
  readonly status: number;
  readonly sharing: number;
  readonly candidateTable: number;
  readonly yearNumber: number;
  readonly assumptions: number;
  readonly notes: number;
  readonly anchorLine: number;
  readonly decisionLine: number;
  readonly candidates: readonly TraceCandidate[];
  readonly rateIndex: number;
  readonly chosenLine: number;
  readonly windowFrom: number;
  readonly windowTo: number;
  readonly daysWithoutRecipient: number;
  readonly dueDay: number;
  readonly missingCells: number;
  readonly segments: readonly TraceSegment[];
  readonly recipients: readonly TraceRecipient[];
}

export interface KommuneTraceRecord extends RecordBase {
  readonly count: number;
  readonly teachingHundredths: number;
  readonly participantHundredths: number;
  readonly rateIndexes: readonly number[];
}

/** A leaf as values. `place` is the line of the persons row, 0 for an absent person. */
export type TraceLeaf =
  | {
      readonly kind: 'person' | 'absentPerson';
      readonly leaf: number;
      readonly place: number;
      readonly records: readonly PersonTraceRecord[];
    }
  | {
      readonly kind: 'kommune';
      readonly leaf: number;
      readonly kommune: number;
      readonly records: readonly KommuneTraceRecord[];
    }
  | {
      readonly kind: 'adjustment';
      readonly leaf: number;
      /** Number of the act. */
      readonly act: number;
      readonly records: readonly KommuneTraceRecord[];
    };
