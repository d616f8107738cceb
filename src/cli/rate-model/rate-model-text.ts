import type { Decimal } from 'decimal.js';
import type { RateModelReport } from '../../app';
import { formatDay, formatKroner, formatWhole, rateCell } from '../../domain';
import type { TextKey } from '../../messages';
import { formatHundredths } from '../../payout';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** `rate-model` as a page: where each candidate comes from, and what it hangs on. */
export function rateModelText(report: RateModelReport, context: CliContext): string {
  return [head(report, context), steps(report, context), sums(report, context), sensitivityTable(report, context)].join(
    '\n',
  );
}

function head(report: RateModelReport, context: CliContext): string {
  const { grantYear, input, data } = report;
  const { sample } = input;
  return say(context, 'rate_model.title', {
    nextYear: grantYear + 1,
    grantYear,
    day: formatDay(report.asOf),
    kommuner: data.sample.length,
    costNok: sample.costNok,
    hours: formatHundredths(sample.hoursHundredths),
    each: decimals(report.candidates[0]?.costPerHourNok, 4),
    coverage: percent(input.coverage),
    index: percent(input.index),
    baseYear: report.baseYear,
  });
}

function steps(report: RateModelReport, context: CliContext): string {
  const words = say(context, 'rate_model.columns_year');
  const rows = report.candidates.map((candidate) => {
    const hours = report.data.hours.find((one) => one.yearNumber === candidate.yearNumber);
    return [
      String(candidate.yearNumber),
      formatWhole(hours?.participants ?? 0),
      formatHundredths(hours?.hoursHundredths ?? 0),
      decimals(candidate.averageHours, 4),
      decimals(candidate.highExactNok, 4),
      formatKroner(candidate.highNok),
      decimals(candidate.ratio, 6),
      decimals(candidate.lowExactNok, 4),
      formatKroner(candidate.lowNok),
    ];
  });
  return textTable(words.split('|'), 'lrrrrrrrr', rows);
}

function sums(report: RateModelReport, context: CliContext): string {
  const persons = report.persons.reduce((sum, count) => sum + count.persons, 0);
  return say(context, 'rate_model.sums', { grantYear: report.grantYear, persons, sumNok: report.nationalNok });
}

const FACTORS: Readonly<Record<string, TextKey>> = {
  cost: 'rate_model.cost_per_hour',
  coverage: 'common.coverage',
  hours: 'rate_model.hours_per_participant',
  index: 'rate_model.price_growth',
};

function factorName(factor: string, context: CliContext): string {
  const name = FACTORS[factor];
  return name === undefined ? factor : say(context, name);
}

function sensitivityTable(report: RateModelReport, context: CliContext): string {
  const words = say(context, 'rate_model.columns_changes');
  const rows = report.sensitivity.map((row) => [
    factorName(row.factor, context),
    `${percent(row.change)} ${row.factor === 'index' ? say(context, 'rate_model.points') : '%'}`,
    ...row.candidates.flatMap((candidate) => [candidate.highNok, candidate.lowNok].map(formatWhole)),
    formatKroner(row.nationalNok),
    formatKroner(row.differenceNok),
  ]);
  return textTable(words.split('|'), 'lrrrrrrrrr', rows);
}

function percent(share: Decimal): string {
  return share.times(100).toString();
}

function decimals(value: Decimal | undefined, places: number): string {
  return value === undefined ? '' : value.toFixed(places);
}

/** The same for programs. */
export function rateModelJson(report: RateModelReport): string {
  const { input } = report;
  return `${JSON.stringify({
    year: report.grantYear,
    rates_year: report.grantYear + 1,
    as_of: formatDay(report.asOf),
    snapshot: report.snapshot,
    base_year: report.baseYear,
    coverage: input.coverage.toString(),
    index: input.index.toString(),
    sample: {
      kommuner: report.data.sample.length,
      cost_nok: input.sample.costNok,
      hours_hundredths: input.sample.hoursHundredths,
    },
    rates: report.rates.map((rate) => ({
      cell: rateCell(rate.key, rate.grantYear, rate.rateClass),
      value: rate.valueNok,
      status: rate.status,
      note: rate.note,
    })),
    warnings: report.warnings,
    national: report.nationalNok,
    sensitivity: report.sensitivity.map((row) => ({
      factor: row.factor,
      change: row.change.toString(),
      rates: row.candidates.map(({ yearNumber, highNok, lowNok }) => ({
        year_number: yearNumber,
        high: highNok,
        low: lowNok,
      })),
      national: row.nationalNok,
      difference: row.differenceNok,
    })),
  })}\n`;
}
