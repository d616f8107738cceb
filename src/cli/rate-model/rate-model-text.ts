import type { Decimal } from 'decimal.js';
import type { RateModelReport } from '../../app';
import { formatDay, rateCell } from '../../domain';
import type { TextKey } from '../../messages';
import { formatHundredths } from '../../payout';
import { detail } from '../answers/common';
import { leftOut } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { at, decimal, epochDay, here, kroner, list, object, type Shape, text, whole } from '../declare/answer';
import { table } from '../view';

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
  const rows = report.candidates.map((candidate) => {
    const hours = report.data.hours.find((one) => one.yearNumber === candidate.yearNumber);
    return [
      candidate.yearNumber,
      hours?.participants ?? 0,
      formatHundredths(hours?.hoursHundredths ?? 0),
      decimals(candidate.averageHours, 4),
      decimals(candidate.highExactNok, 4),
      candidate.highNok,
      decimals(candidate.ratio, 6),
      decimals(candidate.lowExactNok, 4),
      candidate.lowNok,
    ];
  });
  return table(context, 'rate_model.columns_year', 'lnrrrkrrk', rows);
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

function sensitivityTable(report: RateModelReport, context: CliContext): string {
  const rows = report.sensitivity.map(({ factor, change, candidates, nationalNok, differenceNok }) => {
    const name = FACTORS[factor];
    const unit = factor === 'index' ? say(context, 'rate_model.points') : '%';
    const rates = candidates.flatMap(({ highNok, lowNok }) => [highNok, lowNok]);
    const what = name === undefined ? factor : say(context, name);
    return [what, `${percent(change)} ${unit}`, ...rates, nationalNok, differenceNok];
  });
  return table(context, 'rate_model.columns_changes', 'lrnnnnnnkk', rows);
}

function percent(share: Decimal): string {
  return share.times(100).toString();
}

function decimals(value: Decimal | undefined, places: number): string {
  return value === undefined ? '' : value.toFixed(places);
}

const exact: Shape<Decimal> = { ...decimal, encode: String };
type Rate = RateModelReport['rates'][number];

/** The same for programs. */
export const rateModelJson = object({
  year: at('grantYear', whole),
  rates_year: at(({ grantYear }: RateModelReport) => grantYear + 1, whole),
  as_of: epochDay,
  snapshot: text,
  left_out: leftOut,
  base_year: whole,
  coverage: at('input.coverage', exact),
  index: at('input.index', exact),
  sample: here(
    object({
      kommuner: at(({ data }: RateModelReport) => data.sample.length, whole),
      cost_nok: at('input.sample.costNok', kroner),
      hours_hundredths: at('input.sample.hoursHundredths', whole),
    }),
  ),
  rates: list(
    object({
      cell: at(({ key, grantYear, rateClass }: Rate) => rateCell(key, grantYear, rateClass), text),
      value: kroner,
      status: text,
      note: text,
    }),
  ),
  warnings: list(detail),
  national: kroner,
  sensitivity: list(
    object({
      factor: text,
      change: exact,
      rates: at('candidates', list(object({ year_number: whole, high: kroner, low: kroner }))),
      national: kroner,
      difference: kroner,
    }),
  ),
});
