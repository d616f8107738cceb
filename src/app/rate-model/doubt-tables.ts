import type { Decimal } from 'decimal.js';
import { formatHundredths, percentDecimal } from '../../domain';
import { type TableFile, withPlaceNames } from '../table-files/table-file';
import type { RateModelReport, RatesAt } from './rate-model-report';

/** The tables of how sure candidate rates are: uncertainty, means, leave_one_out, cost_years. */
export function doubtTables(report: RateModelReport, codeOf: (kommune: number) => string): TableFile[] {
  return [
    uncertaintyTable(report),
    meansTable(report),
    withPlaceNames(leaveOneOutTable(report, codeOf), 'kommune', report.nameOf),
    costYearsTable(report),
  ];
}

const ERRORS = ['standard_error', 'jackknife_error', 'from_95', 'to_95'];
/** Columns of six rates. */
export const RATE_CELLS = [1, 2, 3].flatMap((year) => [`year${year}_high`, `year${year}_low`]);

function uncertaintyTable({ inDoubt }: RateModelReport): TableFile {
  return {
    name: 'uncertainty',
    columns: ['year_number', 'rate_class', 'value', ...ERRORS, 'today', 'difference', 'percent'],
    rows: inDoubt.map(({ yearNumber, rateClass, valueNok, todayNok, ...doubt }) => [
      yearNumber,
      rateClass,
      valueNok,
      doubt.standardErrorNok.toFixed(2),
      doubt.jackknifeErrorNok.toFixed(2),
      doubt.fromNok,
      doubt.toNok,
      todayNok ?? null,
      todayNok === undefined ? null : valueNok - todayNok,
      todayNok === undefined ? null : (percentDecimal(valueNok - todayNok, todayNok) ?? ''),
    ]),
  };
}

function meansTable({ uncertainty, means }: RateModelReport): TableFile {
  return {
    name: 'means',
    columns: ['mean', 'kommuner', 'cost_per_hour', ...RATE_CELLS, 'national', 'difference'],
    rows: uncertainty.means.map(({ mean, kommuner, costPerHourNok }, place) => {
      return [mean, kommuner, exact(costPerHourNok), ...cellsOf(means[place])];
    }),
  };
}

function leaveOneOutTable({ uncertainty, without }: RateModelReport, codeOf: (kommune: number) => string): TableFile {
  return {
    name: 'leave_one_out',
    columns: ['kommune', 'cost_nok', 'hours', 'cost_per_hour', ...RATE_CELLS, 'national', 'difference'],
    rows: uncertainty.without.map(({ kommune, costNok, hoursHundredths, costPerHourNok }, place) => {
      const cost = costPerHourNok === undefined ? null : exact(costPerHourNok);
      return [codeOf(kommune), costNok, formatHundredths(hoursHundredths), cost, ...cellsOf(without[place])];
    }),
  };
}

function costYearsTable({ costYears }: RateModelReport): TableFile {
  return {
    name: 'cost_years',
    columns: ['year', 'kommuner', 'cost_nok', 'hours', 'cost_per_hour'],
    rows: costYears.map(({ year, kommuner, costNok, hoursHundredths, costPerHourNok }) => {
      const cost = costPerHourNok === undefined ? null : exact(costPerHourNok);
      return [year, kommuner, costNok, formatHundredths(hoursHundredths), cost];
    }),
  };
}

/** Six rates, their national sum and what that is off the model's; empty where there are none. */
export function cellsOf(at: RatesAt | undefined): (number | null)[] {
  if (at === undefined) return [...RATE_CELLS.map(() => null), null, null];
  return [...at.candidates.flatMap(({ highNok, lowNok }) => [highNok, lowNok]), at.nationalNok, at.differenceNok];
}

function exact(nok: Decimal): string {
  return nok.toFixed(10);
}
