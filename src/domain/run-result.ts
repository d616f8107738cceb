import type { Component, NettingGroup } from './component';
import type { Finding } from './finding';
import type { LineTable } from './line-table';
import type { FrozenGrant } from './posted';
import type { HeldReason } from './settlement';

/** Terms of a grant year. */
export const TERMS = [1, 2, 3, 4] as const;
export type Term = (typeof TERMS)[number];

/** What a run is asked for. Everything else that decides the result comes with the register, ledger and parameters. */
export interface RunRequest {
  readonly grantYear: number;
  readonly term: (typeof TERMS)[number];
  /** D as a Day. */
  readonly asOf: number;
  /** Day on which the extract was taken, where it says: blocks of cases begin by it. */
  readonly takenAt?: number | undefined;
  readonly excluded: readonly Component[];
}

/** A row of payouts.csv (rulebook 7) before names, accounts and payment keys are put on it. */
export interface PayoutRow {
  /** RecipientCode. */
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly linesTotalNok: number;
  /** At most 0. */
  readonly carriedInNok: number;
  readonly paidNok: number;
  /** At most 0. */
  readonly carriedOutNok: number;
}

/** A row of held.csv (rulebook 9). */
export interface HeldRow {
  readonly grantYear: number;
  readonly component: Component;
  /** NO_PERSON for none. */
  readonly personId: number;
  /** null prints as empty (unknown country). */
  readonly annualAmountNok: number | null;
  readonly heldAmountNok: number | null;
  readonly reason: HeldReason;
  /** A case says that what is posted to somebody withheld stays. */
  readonly isKept?: boolean;
}

/** A row of sizing.csv (rulebook 8.1). */
export interface SizingRow {
  /** RecipientCode; NO_RECIPIENT prints as HELD. */
  readonly recipient: number;
  readonly component: Component;
  /** 0 prints as empty. */
  readonly yearNumber: number;
  /** RATE_CLASS; none prints as empty. */
  readonly rateClass: number;
  readonly persons: number;
  readonly days: number;
  /** null prints as empty. */
  readonly rateNok: number | null;
  readonly annualAmountNok: number;
}

/** A row of hours_basis.csv (rulebook 8.2). Hours in hundredths. */
export interface HoursBasisRow {
  /** RecipientCode; NO_RECIPIENT prints as ALL. */
  readonly kommune: number;
  /** LAW ordinal; -1 prints as all. */
  readonly law: number;
  /** 1-3; 0 prints as other, -1 as all. */
  readonly yearNumber: number;
  readonly participants: number;
  readonly norwegianHundredths: number;
  readonly socialStudiesHundredths: number;
  readonly absenceHundredths: number;
  readonly hoursRows: number;
  readonly hoursRowsOnTime: number;
  readonly starters: number;
  readonly startersWithinThreeMonths: number;
  readonly triggeringWithoutHours: number;
  readonly hoursWithoutDecision: number;
}

/** Grant year and component that this run computes. */
export interface ComputedComponent {
  readonly grantYear: number;
  readonly component: Component;
  /** Identity of the rule module, `persontilskudd@2018`. */
  readonly module: string;
}

/** Per grant year and component: sum of R over triggering persons = posted (this run included) + due later + held. */
export interface ConservationRow {
  readonly grantYear: number;
  readonly component: Component;
  readonly annualNok: number;
  readonly postedBeforeNok: number;
  readonly linesNok: number;
  readonly dueLaterNok: number;
  readonly heldNok: number;
}

/** Everything that a run came to, sorted as the data contract says. */
export interface RunResult {
  readonly lines: LineTable;
  readonly payouts: readonly PayoutRow[];
  readonly held: readonly HeldRow[];
  /** Grants of the count that this run freezes and does not post. */
  readonly frozen?: readonly FrozenGrant[];
  readonly sizing: readonly SizingRow[];
  readonly hoursBasis: readonly HoursBasisRow[];
  readonly findings: readonly Finding[];
  readonly computed: readonly ComputedComponent[];
  readonly conservation: readonly ConservationRow[];
  /** Indexes into the rate table, ascending. */
  readonly ratesUsed: readonly number[];
  /** Ids of assumptions that decided something, in the order of their numbers. */
  readonly assumptionsUsed: readonly string[];
  /** Indexes of the limits that the computed rules read. */
  readonly limitsUsed: readonly number[];
  /** Grant years and components of which the arrears rest on the opening batch. */
  readonly openingArrears: readonly { grantYear: number; component: Component; postings: number; sumNok: number }[];
  readonly counts: { readonly persons: number; readonly personsPaid: number; readonly leaves: number };
}

/** Order of held.csv: its columns in the order given, an empty number first. */
export function compareHeld(a: HeldRow, b: HeldRow): number {
  return (
    a.grantYear - b.grantYear ||
    compareText(a.component, b.component) ||
    a.personId - b.personId ||
    (a.annualAmountNok ?? Number.NEGATIVE_INFINITY) - (b.annualAmountNok ?? Number.NEGATIVE_INFINITY) ||
    (a.heldAmountNok ?? Number.NEGATIVE_INFINITY) - (b.heldAmountNok ?? Number.NEGATIVE_INFINITY) ||
    compareText(a.reason, b.reason)
  );
}

/** Order of texts, character by character. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
