import { emptyList } from './columns';
import { RATE_CLASS } from './component';

/** How a component came out for one person in one grant year. */
export const STATUS = {
  /** No row qualifies: see the failure masks. */
  notTriggered: 0,
  /** Triggered; recipients and amount are known. */
  triggered: 1,
  /** Triggered, but the country stands outside the region table: R is unknown (rulebook 3). */
  unknownCountry: 2,
  /** Triggered, but no day or place gives a recipient: R is held (rulebook 4, 5.2). */
  noRecipient: 3,
  /** Triggered, but the rate is missing: the run stops once all persons are counted (rulebook 1). */
  missingRate: 4,
} as const;

/** How the amount is shared between the recipients. */
export const SHARING = {
  /** One amount over recipients by days (rulebook 4). */
  days: 0,
  /** Half and half, the odd krone to the first (rulebook 5.2). */
  halves: 1,
  /** Each recipient has amounts of its own with terms of their own (43g). */
  separate: 2,
} as const;

/** Tables that a trace may point into; ordinals stand in traces. */
export const TABLE = {
  persons: 0,
  targetGroup: 1,
  decisions: 2,
  residence: 3,
  trainingKommune: 4,
  upperSecondary: 5,
  hours: 6,
  teachingHours: 7,
  /** Kommuner that cases name for a person (rulebook 9a). */
  pinnedKommune: 8,
} as const;

/**
 * Everything that a rule found out about one person, in numbers only: the engine settles it, the trace stores it, the
 * explanation is made from it. One object is used again for person after person; `reset` empties it.
 *
 * Rows are indexes into the block's tables. Lists of one kind stand side by side (`recipients[i]`, `days[i]`, ...).
 */
export class Outcome {
  status: number = STATUS.notTriggered;

  /** Table of the candidate rows: TABLE.targetGroup or TABLE.decisions. */
  candidateTable: number = TABLE.targetGroup;
  candidateRows: number[] = [];
  /** Mask of failed conditions per candidate; 0 where the row qualifies. */
  candidateFailures: number[] = [];

  /** Target-group row that gives the entry year, -1 for none. */
  anchorRow = -1;
  /** Row that triggers, -1 for none. */
  chosenRow = -1;
  /** Standing decision that met the decision condition, -1 for none or not needed. */
  decisionRow = -1;

  /** k, 1-3 (the value may lie outside where nothing triggers); 0 where the component has none. */
  yearNumber = 0;
  rateClass: number = RATE_CLASS.none;
  /** Index into the rate table, -1 for none. */
  rateIndex = -1;
  /** Cells that are missing, with status missingRate. */
  missingCells: string[] = [];

  /** R in whole kroner; for separate amounts the sum of all, due or not. */
  annualAmountNok = 0;
  sharing: number = SHARING.days;
  /** Part of the rate that the annual amount is: numerator and denominator; 1 and 1 for all of it (A8). */
  partAbove = 1;
  partBelow = 1;
  /** Window W, inclusive; both 0 where days play no part. */
  windowFrom = 0;
  windowTo = -1;
  /** Days of the window without any recipient. */
  daysWithoutRecipient = 0;

  /** Basis recipients (translated codes) in the order of their codes; halves: K1 first. */
  recipients: number[] = [];
  /** Days of each; 0 where days play no part. */
  days: number[] = [];
  /** Weights of the split where they are not the days (A10 by_months); empty where days decide. */
  weights: number[] = [];
  /** 1 where translation stopped at a split: the part is held. */
  stopped: number[] = [];
  /** Separate amounts: kroner and first term of each entry (a recipient may recur); empty otherwise. */
  separateAmountsNok: number[] = [];
  separateTerms: number[] = [];
  separateRows: number[] = [];

  /** Pieces of the window in order of day: first and last day, table, row, code before translation. */
  segmentFrom: number[] = [];
  segmentTo: number[] = [];
  segmentTable: number[] = [];
  segmentRow: number[] = [];
  segmentCode: number[] = [];

  /** Day that decides the first term: entered_on of the chosen row. */
  dueDay = 0;
  /** Bit n set: assumption A<n> decided something here. */
  assumptions = 0;
  /** NOTE bits that the engine turns into findings. */
  notes = 0;

  reset(): void {
    this.status = STATUS.notTriggered;
    this.candidateTable = TABLE.targetGroup;
    this.anchorRow = -1;
    this.chosenRow = -1;
    this.decisionRow = -1;
    this.yearNumber = 0;
    this.rateClass = RATE_CLASS.none;
    this.rateIndex = -1;
    this.annualAmountNok = 0;
    this.sharing = SHARING.days;
    this.partAbove = 1;
    this.partBelow = 1;
    this.windowFrom = 0;
    this.windowTo = -1;
    this.daysWithoutRecipient = 0;
    this.dueDay = 0;
    this.assumptions = 0;
    this.notes = 0;
    this.#emptyLists();
  }

  /** Written out, since a list of lists would be made anew for every person. */
  #emptyLists(): void {
    emptyList(this.candidateRows);
    emptyList(this.candidateFailures);
    emptyList(this.missingCells);
    emptyList(this.recipients);
    emptyList(this.days);
    emptyList(this.weights);
    emptyList(this.stopped);
    emptyList(this.separateAmountsNok);
    emptyList(this.separateTerms);
    emptyList(this.separateRows);
    emptyList(this.segmentFrom);
    emptyList(this.segmentTo);
    emptyList(this.segmentTable);
    emptyList(this.segmentRow);
    emptyList(this.segmentCode);
  }
}

/** Things a rule noticed that are findings, as bits of Outcome.notes. */
export const NOTE = {
  /** permit_granted_on is empty where the age condition needs it. */
  permitDateMissing: 1,
  /** emigrated_on lies before entered_on. */
  emigratedBeforeEntry: 2,
} as const;
