import { grunntilskuddStepOf, type RuleSet } from '../../../rules';
import {
  apportion,
  COUNT_COMPONENT,
  i32,
  isCounted,
  NO_RECIPIENT,
  RATE_CLASS,
  type SizingRow,
  u8,
  u16,
  u32,
} from '../../domain';
import { componentOfCell, countedCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import type { MissingPrice } from '../facts/missing-prices';
import type { CodeInYear } from './code-in-year';
import { isFirstYear } from './fact-units';
import type { ForecastLooks } from './forecast-looks';
import { forecastRate } from './forecast-rates';
import {
  type ByScenario,
  eachScenario,
  FORECAST_LEVELS,
  type ForecastCell,
  type ForecastLevel,
  type ForecastRecipient,
} from './forecast-types';

const CLASSES = [RATE_CLASS.low, RATE_CLASS.high];

/** Grunntilskudd: this year's count as it stands, next year's as expected in each kommune. */
export function forecastCounted(
  looks: ForecastLooks,
  newcomers: ByScenario<number>,
  sizing: readonly SizingRow[],
  rules: RuleSet,
  missing: MissingPrice[],
  codeIn: CodeInYear,
): { readonly cells: readonly ForecastCell[]; readonly recipients: readonly ForecastRecipient[] } {
  const { grantYear } = looks.now;
  const rows = sizing.filter((row) => isCounted(row.component));
  const counted = (more: number): KommuneCounts =>
    expectedCounts(looks.next, looks.now, more, (recipient) => codeIn(recipient, grantYear + 1));
  const counts = eachScenario((scenario) => counted(newcomers[scenario]));
  const known = counted(0);
  const next = CLASSES.map((rateClass) => nextYear(grantYear, rateClass, known, counts, rules, missing));
  const [lowNok, highNok] = [next[0]?.rateNok ?? 0, next[1]?.rateNok ?? 0];
  const stepOf = grunntilskuddStepOf(grantYear + 1, rules.limits);
  const kommuner = new Set(FORECAST_LEVELS.flatMap((scenario) => [...counts[scenario].keys()]));
  const amountOf = (kommune: number, scenario: ForecastLevel): number =>
    countNok(stepOf(counts[scenario].get(kommune) ?? 0), lowNok, highNok);
  return {
    cells: [...CLASSES.map((rateClass) => thisYear(grantYear, rateClass, rows)), ...next],
    recipients: [
      ...rows.map((row) => recipientOf(grantYear, row.recipient, () => row.annualAmountNok)),
      ...[...kommuner].map((kommune) => recipientOf(grantYear + 1, kommune, (scenario) => amountOf(kommune, scenario))),
    ],
  };
}

function thisYear(grantYear: number, rateClass: number, rows: readonly SizingRow[]): ForecastCell {
  const mine = rows.filter((row) => row.rateClass === rateClass);
  const persons = mine.reduce((sum, row) => sum + row.persons, 0);
  const amountNok = mine.reduce((sum, row) => sum + row.annualAmountNok, 0);
  return {
    grantYear,
    cell: countedCell(rateClass),
    known: persons,
    persons: eachScenario(() => persons),
    rateNok: mine[0]?.rateNok ?? 0,
    rateYear: grantYear,
    amountNok: eachScenario(() => amountNok),
  };
}

function nextYear(
  grantYear: number,
  rateClass: number,
  known: KommuneCounts,
  counts: ByScenario<KommuneCounts>,
  rules: RuleSet,
  missing: MissingPrice[],
): ForecastCell {
  const stepOf = grunntilskuddStepOf(grantYear + 1, rules.limits);
  const inClass = (all: KommuneCounts): number[] => [...all.values()].filter((count) => stepOf(count) === rateClass);
  const sum = (all: readonly number[]): number => all.reduce((total, count) => total + count, 0);
  const needed = Math.max(...FORECAST_LEVELS.map((scenario) => inClass(counts[scenario]).length));
  const rate = forecastRate(countedCell(rateClass), [grantYear + 1, grantYear], rules.rates, needed, missing);
  return {
    grantYear: grantYear + 1,
    cell: countedCell(rateClass),
    known: sum(inClass(known)),
    persons: eachScenario((scenario) => sum(inClass(counts[scenario]))),
    ...rate,
    amountNok: eachScenario((scenario) => inClass(counts[scenario]).length * rate.rateNok),
  };
}

function recipientOf(
  grantYear: number,
  recipient: number,
  nok: (scenario: ForecastLevel) => number,
): ForecastRecipient {
  return { grantYear, recipient, component: COUNT_COMPONENT, amountNok: eachScenario(nok) };
}

/** Counts of a year's persons by kommune. */
export type KommuneCounts = ReadonlyMap<number, number>;

/**
 * Expected count of grunntilskudd next year: who is known to count then, and newcomers where this year's first-year
 * persons live; under the codes of next year, those without one apart.
 */
function expectedCounts(
  next: FactTable,
  now: FactTable,
  newcomers: number,
  codeIn: (recipient: number) => number,
): KommuneCounts {
  const counts = new Map(sharesOf(next, (cell) => isCounted(componentOfCell(cell)), 'persons', codeIn));
  const homes = sharesOf(now, isFirstYear, 'days', codeIn);
  const parts: number[] = [];
  const days = [...homes.values()];
  if (days.some((one) => one > 0)) apportion(newcomers, days, parts);
  for (const [index, kommune] of [...homes.keys()].entries()) {
    const more = parts[index] ?? 0;
    if (more > 0) counts.set(kommune, (counts.get(kommune) ?? 0) + more);
  }
  return counts;
}

/** Kroner of a step (RATE_CLASS); rates by class. */
function countNok(step: number, lowNok: number, highNok: number): number {
  return step === RATE_CLASS.low ? lowNok : step === RATE_CLASS.high ? highNok : 0;
}

/** Persons or days by recipient in the cells chosen, in the order of the codes. */
function sharesOf(
  facts: FactTable,
  chosen: (cell: number) => boolean,
  measure: 'persons' | 'days',
  codeIn: (recipient: number) => number,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (let entry = 0; entry < facts.cell.length; entry += 1) {
    if (!chosen(u16(facts.cell, entry))) continue;
    for (let share = u32(facts.shareStart, entry); share < u32(facts.shareStart, entry + 1); share += 1) {
      if (u8(facts.stopped, share) === 1) continue;
      const recipient = codeIn(i32(facts.recipient, share));
      if (recipient === NO_RECIPIENT) continue;
      sums.set(recipient, (sums.get(recipient) ?? 0) + (measure === 'persons' ? 1 : i32(facts.days, share)));
    }
  }
  return new Map([...sums].sort(([a], [b]) => a - b));
}
