import { type RuleSet, YearLimits } from '../../../rules';
import {
  type Component,
  type Day,
  dayOf,
  type ErrorDetail,
  formatDay,
  isCounted,
  NorsktilskuddError,
  type RegisterSource,
  yearOf,
} from '../../domain';
import { planFacts } from '../facts/fact-plan';
import { stopIfUnforeseen } from '../facts/missing-prices';
import { lastEntryOf } from '../forecast/last-entry';
import { hasYears } from './courses';
import { EntryFlow } from './entry-flow';
import { ENTRY_GROUPS, entryUnits } from './entry-groups';
import type { FactsOf } from './entry-history';
import type { GivenArrivals } from './given-arrivals';
import { seenOfEntries } from './seen-figures';
import { registerSeen, type SeenRegister } from './seen-register';
import { simulateYear } from './simulate-year';
import type { SimulatedForecast } from './simulation-types';
import { unknownEntries } from './unknown-entries';
import { type YearBands, yearBands } from './year-bands';
import { yearWorld } from './year-world';

/** Years after that of D that can be foreseen. */
export const YEARS_AHEAD = 5;

/** What a forecast is asked for. */
export interface SimulationRequest {
  readonly from: number;
  readonly to: number;
  readonly asOf: Day;
  readonly excluded: readonly Component[];
  readonly arrivals: readonly GivenArrivals[];
  readonly seed: number;
  /** The law of each year: that of the rules, or a scenario's. */
  readonly rulesOf: (grantYear: number) => RuleSet;
  /** Day as of which each year is foreseen; left out: the last day of the year after it, when arrears end. */
  readonly knownOn?: Day;
}

/**
 * Simulates what grant years come to, a thousand times: who is known stays, moves or falls away as others did, who has entered
 * and is not registered comes as others came, and others enter at the pace seen or in the number given. Each year is worked
 * out for itself from what is known at D, so it has one answer whatever years are named with it. Never an input to a payout.
 *
 * @param earlier an extract of a year before: it shows who has been edited or deleted since
 * @throws NorsktilskuddError usage SIMULATED_TOO_FAR; rule FORECAST_NO_HISTORY with the components that nobody has entered,
 *   PARAMETERS_MISSING, NO_CALENDAR
 */
export function simulateForecast(
  register: RegisterSource,
  request: SimulationRequest,
  earlier: RegisterSource = register,
): SimulatedForecast {
  const { from, to, asOf, seed } = request;
  const last = yearOf(asOf) + YEARS_AHEAD;
  if (to > last) throw new NorsktilskuddError('usage', 'SIMULATED_TOO_FAR', { year: to, asOf: formatDay(asOf), last });
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const seenUnder = registerSeen(register, earlier, asOf);
  const unknown: ErrorDetail[] = [];
  const bands: YearBands[] = [];
  let seen: SeenRegister | undefined;
  for (const year of years) {
    const rules = request.rulesOf(year);
    seen = seenUnder(rules, year);
    unknown.push(...unknownEntries(seen.paces, rules, year, request));
    if (unknown.length === 0) bands.push(simulated(seen, rules, year, request));
  }
  const [lacking] = unknown;
  if (lacking !== undefined) {
    // The row that the advice gives is one that is missing.
    const { group = '', years: entries = '' } = lacking.params;
    const [year = ''] = String(entries).split(',');
    throw new NorsktilskuddError('rule', 'FORECAST_NO_HISTORY', { group: String(group), year }, unknown);
  }
  const [first] = bands;
  return {
    asOf,
    seed,
    simulations: first?.simulations ?? 0,
    years,
    totals: bands.map(({ total }) => total),
    components: bands.flatMap(({ components }) => components),
    cells: bands.flatMap(({ cells }) => cells),
    recipients: bands.flatMap(({ recipients }) => recipients),
    recipientCells: bands.flatMap(({ recipientCells }) => recipientCells),
    ...seenOfEntries(seen?.histories ?? [], seen?.delays ?? [], seen?.paces ?? [], seen?.courses),
  };
}

/** Day as of which a grant year is foreseen. */
function knownOnOf(year: number, { knownOn, asOf }: SimulationRequest): Day {
  const end = knownOn ?? dayOf(year + 1, 12, 31);
  return end > asOf ? end : asOf;
}

function simulated(seen: SeenRegister, rules: RuleSet, year: number, request: SimulationRequest): YearBands {
  const { asOf, excluded, arrivals, seed } = request;
  const { factsOf, histories, delays, paces, courses } = seen;
  const knownOn = knownOnOf(year, request);
  const world = yearWorld(factsOf, rules, year, asOf, histories, excluded);
  const plan = planFacts(rules, year, asOf).components.map(({ component }) => component);
  const flows = ENTRY_GROUPS.flatMap(({ components }, group): EntryFlow[] => {
    const [history, delay, pace] = [histories[group], delays[group], paces[group]];
    const [first] = components.filter((component) => plan.includes(component));
    if (history === undefined || delay === undefined || pace === undefined) return [];
    const lastEntry = first === undefined ? undefined : lastEntryOf(first, rules, year);
    const knownIn = knownEntries(factsOf, asOf, group);
    const given = arrivals.filter((row) => row.group === group);
    return [new EntryFlow({ history, delay, pace, asOf, knownOn, lastEntry, lastYear: year, given, knownIn })];
  });
  const hasCount = plan.some(isCounted) && !excluded.some(isCounted);
  const stepsMost = ENTRY_GROUPS.map((_, group) => (hasYears(group) ? yearsPaid(rules, year) : 1));
  const draws = simulateYear({ world, flows, courses, asOf, knownOn, seed, stepsMost, hasCount });
  stopIfUnforeseen(world.pieces.missing);
  return yearBands(world, draws, knownOn);
}

/** Entries of a year that are known at D, by class. */
function knownEntries(
  factsOf: FactsOf,
  asOf: Day,
  group: number,
): (year: number, rateClass: number | undefined) => number {
  const counts = new Map<string, number>();
  return (year, rateClass) => {
    const key = `${year} ${rateClass ?? '-'}`;
    const known =
      counts.get(key) ??
      entryUnits(factsOf(year, asOf)).filter(
        (unit) => unit.group === group && unit.step === 1 && (rateClass === undefined || unit.rateClass === rateClass),
      ).length;
    counts.set(key, known);
    return known;
  };
}

function yearsPaid(rules: RuleSet, year: number): number {
  return Number(new YearLimits(rules.limits, year).text('persontilskudd.years_paid'));
}
