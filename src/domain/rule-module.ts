import type { Component } from './component';
import type { CandidateRows, Condition } from './condition';
import type { DueAmount, DueSentence, ExplainedReading, ExplanationStep } from './explanation-step';
import type { Outcome } from './outcome';
import type { LimitKey } from './parameter';
import type { GrantYearContext, PersonView } from './person-view';
import type { KommuneRecord } from './trace-sink';

/** Works out one person for one component and grant year into `outcome`, which the caller has reset. */
export type Evaluate = (person: PersonView, outcome: Outcome) => void;

/** When amounts of a rule fall due within a grant year, where it is not as the calendar of the year has it. */
export interface Dues {
  /**
   * First term in which something is due.
   *
   * @param yearNumber k, 0 where the component has none
   * @param quarter of the day that decides
   */
  firstTerm(yearNumber: number, quarter: number): number;
  /** Whole kroner that are due at a term, cumulatively; all of the amount at term 4. */
  cumulativeDue(annualAmountNok: number, firstTerm: number, term: number): number;
  /** What is told of it. */
  say(due: DueAmount): DueSentence;
}

/** Hours of a kommune in one month, in hundredths, with the number of rows that give them. */
export interface HourMonth {
  /** `2004-01` */
  readonly month: string;
  readonly teachingHundredths: number;
  readonly teachingRows: number;
  readonly participantHundredths: number;
  readonly participantRows: number;
}

/** Months that are due at the term; worked out only where a rule asks for them, since all of the register is read. */
export type HourMonths = () => readonly HourMonth[];

/** What is told of a kommune's amount by a component without lines per person. */
export interface ExplainedKommune {
  readonly amount: readonly ExplanationStep[];
  readonly due: readonly ExplanationStep[];
  /** Assumptions that decided something. */
  readonly assumptions: readonly string[];
}

/** A rule module as its file has it: the registry gives it its end where another version follows, and its limits. */
export type RuleDefinition = Omit<RuleModule, 'lastGrantYear' | 'limits'> & {
  /** Where the component itself ends by law: its last grant year. */
  readonly endsAfter?: number;
};

/** A rule module: one component for a span of grant years (rulebook 1). Released versions are frozen. */
export interface RuleModule {
  /** `persontilskudd@2018` */
  readonly id: string;
  readonly component: Component;
  readonly firstGrantYear: number;
  /** Last grant year: the year before the next version begins, or that in which the component ends; null for no end. */
  readonly lastGrantYear: number | null;
  /** What a row must meet; the place in the list is the bit of a failure. */
  readonly conditions: readonly Condition[];
  /** Rows that are tried; undefined where no row of a person is. */
  readonly rows?: CandidateRows;
  /** What else it decides by registered values: the recipients and their shares, the rate class. */
  readonly readings: readonly ExplainedReading[];
  /** What is told of a kommune, where the component has no lines per person. */
  sayKommune?(context: GrantYearContext, record: KommuneRecord, term: number, months: HourMonths): ExplainedKommune;
  /** undefined: as the calendar of the year has it. */
  readonly dues?: Dues;
  /** Ids of the assumptions that it reads. */
  readonly assumptions: readonly string[];
  /** Limits that it reads: those of its conditions and other readings. */
  readonly limits: readonly LimitKey[];
  /** Sections of the rulebook and public sources. */
  readonly sources: readonly string[];
  /** Binds the module to a grant year; stops where an assumption has a value that it cannot read. */
  prepare(context: GrantYearContext): Evaluate;
}
