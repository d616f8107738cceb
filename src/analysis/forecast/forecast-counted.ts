import { grunntilskuddStepOf, type RuleSet } from '../../../rules';
import { COUNT_COMPONENT, componentOrdinal, isCounted, RATE_CLASS, type SizingRow } from '../../domain';
import { cellKey } from '../facts/cell-key';
import type { MissingPrice } from '../facts/missing-prices';
import type { CodeInYear } from './code-in-year';
import { countNok, expectedCounts, type KommuneCounts } from './forecast-grunntilskudd';
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
    cell: cellOf(rateClass),
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
  const rate = forecastRate(cellOf(rateClass), [grantYear + 1, grantYear], rules.rates, needed, missing);
  return {
    grantYear: grantYear + 1,
    cell: cellOf(rateClass),
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

function cellOf(rateClass: number): number {
  return cellKey(componentOrdinal(COUNT_COMPONENT), 0, rateClass);
}
