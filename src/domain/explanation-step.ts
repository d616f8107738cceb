import type { Cell, Reading, Wording } from './condition';
import type { Day } from './day';
import type { Outcome } from './outcome';
import type { LimitKey } from './parameter';
import type { GrantYearContext, PersonView } from './person-view';

/** A sentence of a rule, and the code by which it is known. */
export interface CodedText {
  readonly code: string;
  readonly text: Wording;
}

/** A kommune or fylke, called as on a day; not named where the person's address is protected. */
export interface NamedPlace {
  readonly place: number;
  readonly on: Day;
}

/** Where a value that a rule tells comes from. */
export type StepSource =
  | { readonly cell: Cell; readonly row: number }
  | { readonly paragraph: string }
  | { readonly assumption: string }
  | { readonly limit: LimitKey }
  /** An act of a case, by its number. */
  | { readonly act: number }
  /** Index in the rate table. */
  | { readonly rate: number }
  /** A whole file of the extract. */
  | { readonly extract: 'hours' | 'teaching_hours' }
  /** Another sentence of the same chapter. */
  | { readonly step: string }
  | { readonly file: 'regions.csv' | 'kommuner.csv' | 'fylker.csv'; readonly key: string };

/** One sentence that a rule tells of what it decided. */
export interface ExplanationStep extends CodedText {
  /** Within the chapter: `share/1`. */
  readonly id: string;
  readonly params: Readonly<Record<string, string | number | NamedPlace>>;
  /** Words of its own, by the value of a `...Word` parameter. */
  readonly words?: Readonly<Record<string, Wording>>;
  readonly sources: readonly StepSource[];
  /** What it is made up of. */
  readonly steps?: readonly ExplanationStep[];
  /** What is reported instead of a person with a protected address; null: nothing. */
  readonly ifProtected?: CodedText | null;
}

/** What a rule decided of a person, with what of it is due. */
export interface Decided {
  readonly context: GrantYearContext;
  readonly person: PersonView;
  readonly outcome: Outcome;
  /** Cumulative due, whole kroner. */
  readonly dueNok: number;
}

/** Something that a rule decides beside its conditions, whole: what it reads, where that turns, and what is told of it. */
export interface ExplainedReading extends Reading {
  /** Section in which it is reported. */
  readonly about: 'amount' | 'recipients';
  say(decided: Decided): readonly ExplanationStep[];
}

/** What of an amount is due at a term. */
export interface DueAmount {
  readonly annualNok: number;
  readonly dueNok: number;
  readonly firstTerm: number;
  readonly term: number;
}

/** What is told of an amount that is due. */
export interface DueSentence extends CodedText {
  readonly params: Readonly<Record<string, string | number>>;
  /** Assumptions by which so much is due. */
  readonly assumptions: readonly string[];
}

/** Sentences by their codes. */
export function codedTexts<Code extends string>(
  texts: Readonly<Record<Code, Wording>>,
): Readonly<Record<Code, CodedText>>;
export function codedTexts(texts: Readonly<Record<string, Wording>>): Readonly<Record<string, CodedText>> {
  return Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, { code, text }]));
}
