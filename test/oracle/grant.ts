import { tried } from './law';

/** A recipient's part of a grant. */
export interface Share {
  readonly recipient: string;
  /** True where the code has no unique successor: the part is held. */
  readonly stopped: boolean;
  readonly days: number;
  /** As it stands in a line. */
  readonly numerator: number;
}

/** What one person triggers in one grant year and component. */
export interface Grant {
  readonly code: string;
  /** 1-3 or empty, as in sizing. */
  readonly yearNumber: string;
  readonly rateClass: string;
  readonly rate: number;
  /** R; undefined where the country is unknown. */
  readonly annual: number | undefined;
  readonly shares: readonly Share[];
  /** Denominator of the shares, also for a recipient that has none today. */
  readonly denominator: number;
  /** Of R, what is due at a term, before it is split. */
  due(term: number): number;
  /** Of R, each share's part of what is due at a term. */
  parts(term: number): number[];
  /** True from the term in which the grant begins to be due. */
  hasBegun(term: number): boolean;
}

/** Cumulative due at a term of an amount that begins to be due in term `first` (rulebook 6, calendars). */
export function dueAt(year: number, annual: number, first: number, term: number, inShares: boolean): number {
  if (term < first) return 0;
  const shares = tried('terms.shares') ?? (year < 2024 ? 'legacy' : 'four_terms');
  if (shares === 'legacy' || !inShares) return annual;
  return Math.floor((annual * (term - first + 1)) / (5 - first));
}
