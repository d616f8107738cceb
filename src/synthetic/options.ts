import { asDay, type Day, dayOf, NorsktilskuddError, type Place } from '../domain';
import { type ArrivalFlow, checkFlow } from './arrival-flow';

/** What to generate. The same options give the same bytes on every machine. */
export interface GeneratorOptions {
  /** Persons in the register at the end of the year, 1 to 1 000 000. */
  readonly persons: number;
  /** Grant year Y that the register is drawn around: 2004 or 2016 to 2040. */
  readonly year: number;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** Extracts of the same register, 1 to 12: at the cut-offs of successive terms. */
  readonly snapshots: number;
  /** Term of the first extract; without it 1, or 4 where there is one extract only. */
  readonly firstTerm?: number;
  /** Share of persons with something wrong in their rows, 0 to 1; without it none. */
  readonly errors?: number;
  /** How many enter when; without it most of them in the years around Y, whatever came before. */
  readonly arrivals?: ArrivalFlow | undefined;
  /** Names of the extracts that are wanted (`2018-T4`); without it all of them. */
  readonly only?: readonly string[] | undefined;
  /** The kommune register, every period of every number. */
  readonly places: readonly Place[];
}

/** One extract: its place in the series, the term whose cut-off it is taken at, and that day. */
export interface SnapshotPlan {
  readonly index: number;
  readonly year: number;
  readonly term: number;
  readonly takenOn: Day;
  /** `2018-T1`, the name of its folder. */
  readonly name: string;
}

export const PERSONS_MAX = 1_000_000;

/** Checks the options; stops with a usage error that names the first one out of range. */
export function checkOptions(options: GeneratorOptions): void {
  const { persons, year, seed, snapshots, firstTerm = 1, errors = 0 } = options;
  requireWhole('persons', persons, 1, PERSONS_MAX);
  requireWhole('year', year, year === 2004 ? 2004 : 2016, 2040);
  requireWhole('seed', seed, 0, 4_294_967_295);
  requireWhole('snapshots', snapshots, 1, 12);
  requireWhole('first-term', firstTerm, 1, 4);
  if (!(errors >= 0 && errors <= 1)) throw outOfRange('errors', errors, 0, 1);
  checkFlow(options.arrivals, (value) => requireWhole('arrivals', value, 0, PERSONS_MAX));
}

function requireWhole(option: string, value: number, from: number, to: number): void {
  if (!Number.isInteger(value) || value < from || value > to) throw outOfRange(option, value, from, to);
}

function outOfRange(option: string, value: number, from: number, to: number): NorsktilskuddError {
  return new NorsktilskuddError('usage', 'GENERATE_OPTION_OUT_OF_RANGE', { option, value, from, to });
}

/** The extracts in order of time (rulebook 6: cut-offs 03-31, 06-30, 09-30, 12-31). */
export function snapshotPlans(options: GeneratorOptions): SnapshotPlan[] {
  const first = (options.firstTerm ?? (options.snapshots === 1 ? 4 : 1)) - 1;
  return Array.from({ length: options.snapshots }, (_, index) => {
    const year = options.year + Math.floor((first + index) / 4);
    const term = ((first + index) % 4) + 1;
    const nextQuarter = term === 4 ? dayOf(year + 1, 1, 1) : dayOf(year, term * 3 + 1, 1);
    return { index, year, term, takenOn: asDay(nextQuarter - 1), name: `${year}-T${term}` };
  });
}

/** The demonstration's register: 3 000 persons over all 422 kommuner of 2018, four extracts, nothing wrong in them. */
export function demoOptions(places: readonly Place[]): GeneratorOptions {
  return { persons: 3000, year: 2018, seed: 2018, snapshots: 4, errors: 0, places };
}
