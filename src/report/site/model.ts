import type { Explanation } from '../explanation/explanation';

/*
 * What a report shows, worked out beforehand: the pages calculate nothing. A figure that is not shown, because few persons
 * stand behind it or behind what it could be worked out from, is undefined.
 */

/** Whole kroner or a count; undefined where it is not shown. */
export type Shown = number | undefined;

/** A run beside those before it. */
export interface RunFigures {
  readonly runId: string;
  readonly grantYear: number;
  readonly term: number;
  readonly persons: Shown;
  readonly lines: Shown;
  readonly grossNok: Shown;
  readonly correctionsNok: Shown;
  readonly netNok: Shown;
  readonly paidNok: Shown;
  readonly heldNok: Shown;
}

/** annual = postedBefore + lines + dueLater + held, to the krone. */
export interface ComponentSum {
  readonly grantYear: number;
  /** Component; `various` for several together. */
  readonly component: string;
  readonly annualNok: Shown;
  readonly postedBeforeNok: Shown;
  readonly linesNok: Shown;
  readonly dueLaterNok: Shown;
  readonly heldNok: Shown;
}

/** A term of the grant year that was posted, or this one. */
export interface TermPoint {
  readonly label: string;
  readonly paidNok: Shown;
}

/** Payments that have come equally far. */
export interface StageSum {
  readonly stage: string;
  readonly payments: number;
  readonly amountNok: Shown;
}

export interface CountedSum {
  readonly name: string;
  /** Severity of a finding; empty for held amounts. */
  readonly severity: string;
  readonly count: Shown;
  readonly amountNok: Shown;
}

/** Persons and kroner of a year of a component. */
export interface Cohort {
  readonly component: string;
  /** Empty where the component has no years. */
  readonly yearNumber: string;
  readonly rateClass: string;
  readonly persons: Shown;
  readonly annualNok: Shown;
}

/** A component of a recipient: the size of the year, and the lines of this run and of the one before. */
export interface RecipientComponent {
  readonly component: string;
  readonly persons: Shown;
  readonly annualNok: Shown;
  readonly linesNok: Shown;
  readonly lastNok: Shown;
}

/** A netting group of a recipient with its payment. */
export interface RecipientGroup {
  readonly group: string;
  readonly linesNok: Shown;
  readonly carriedInNok: Shown;
  readonly paidNok: Shown;
  readonly carriedOutNok: Shown;
  /** Empty where nothing is paid, or it is not shown. */
  readonly paymentKey: string;
  /** How far the payment has come; empty for none. */
  readonly stage: string;
  /** Day of the last that was said of it, `YYYY-MM-DD`; empty for nothing. */
  readonly stageOn: string;
  /** Message id of the last file that it stands in; empty for none. */
  readonly file: string;
}

export interface RecipientHours {
  readonly participants: Shown;
  readonly hoursHundredths: Shown;
  /** Hours per participant. */
  readonly averageHundredths: Shown;
}

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly components: readonly RecipientComponent[];
  readonly groups: readonly RecipientGroup[];
  readonly persons: Shown;
  readonly annualNok: Shown;
  readonly linesNok: Shown;
  readonly lastNok: Shown;
  readonly paidNok: Shown;
  readonly hours: RecipientHours | undefined;
  readonly findings: readonly CountedSum[];
}

/** A row of the extract that an explanation names, as the register has it. */
export interface RegisterRowShown {
  readonly file: string;
  readonly line: number;
  /** The row in a sentence, with where it stands. */
  readonly values: readonly {
    readonly column: string;
    readonly kind: 'Day' | 'Word' | 'Place';
    readonly value: string;
  }[];
}

export interface Trace {
  /** Place of the line in payout_lines.csv, from 1. */
  readonly number: number;
  readonly recipientId: string;
  readonly explanation: Explanation;
  readonly rows: readonly RegisterRowShown[];
}

/** A rate, limit or assumption by its key, with every row that it has. */
export interface Parameter {
  readonly kind: 'rate' | 'limit' | 'assumption';
  readonly key: string;
  /** Sentence of an assumption, by language. */
  readonly words: { readonly nb: string; readonly en: string } | undefined;
  readonly isUsed: boolean;
  readonly rows: readonly ParameterRow[];
}

export interface ParameterRow {
  readonly years: string;
  readonly rateClass: string;
  /** Kroner of a rate. */
  readonly valueNok: number | undefined;
  readonly value: string;
  readonly status: string;
  readonly source: string;
  readonly note: string;
  readonly isUsed: boolean;
}

/** A rule module. */
export interface RuleShown {
  readonly id: string;
  readonly component: string;
  readonly firstGrantYear: number;
  readonly lastGrantYear: number | null;
  readonly sources: readonly string[];
  readonly limits: readonly string[];
  readonly assumptions: readonly string[];
  readonly isUsed: boolean;
  /** Hash under which it is frozen; empty where it is not. */
  readonly hash: string;
}

export interface MapOutline {
  readonly viewBox: string;
  readonly paths: Readonly<Record<string, string>>;
  readonly source: string;
}

export interface ReportModel {
  readonly isRestricted: boolean;
  readonly isRehearsal: boolean;
  /** draft, posted, superseded, withdrawn, annulled. */
  readonly state: string;
  readonly runId: string;
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  /** D, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly extractTakenAt: string;
  readonly extractSource: string;
  readonly manifestHash: string;
  /** Heads of the ledger when the run was posted; empty of a draft. */
  readonly postingHead: string;
  readonly journalHead: string;
  readonly programVersion: string;
  readonly acts: readonly { readonly role: string; readonly actor: string; readonly at: string }[];
  readonly runs: readonly RunFigures[];
  readonly terms: readonly TermPoint[];
  readonly appropriationNok: number | undefined;
  readonly components: readonly ComponentSum[];
  readonly stages: readonly StageSum[];
  readonly held: readonly CountedSum[];
  readonly findings: readonly CountedSum[];
  readonly limits: readonly {
    readonly name: string;
    readonly limit: number;
    readonly value: Shown;
    readonly isBreached: boolean;
  }[];
  readonly blockers: readonly { readonly name: string; readonly status: string }[];
  /** What was accepted by name, and by which reference. */
  readonly accepted: readonly { readonly name: string; readonly reference: string }[];
  /** What is wrong with those who are paid: kind, and how many recipients and kroner. */
  readonly payees: readonly {
    readonly kind: string;
    readonly recipients: readonly string[];
    readonly paidNok: Shown;
  }[];
  readonly cohorts: readonly Cohort[];
  readonly recipients: readonly Recipient[];
  readonly parameters: readonly Parameter[];
  readonly rules: readonly RuleShown[];
  readonly map: MapOutline;
  /** Fewest persons of a figure that is shown. */
  readonly fewestPersons: number;
}
