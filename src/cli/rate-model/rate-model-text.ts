import type { Decimal } from 'decimal.js';
import { BOOTSTRAP_DRAWS, type RateModelReport, recipientText } from '../../app';
import { formatDay, formatHundredths, rateCell } from '../../domain';
import { decimalText, type Language, type TextKey } from '../../messages';
import { detail } from '../answers/common';
import { leftOut } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { at, decimal, epochDay, here, kroner, list, object, orNull, type Shape, text, whole } from '../declare/answer';
import { table } from '../view';
import { decimals, doubtText } from './doubt-text';

/** `rate-model` as a page: where each candidate comes from, and what it hangs on. */
export function rateModelText(report: RateModelReport, context: CliContext): string {
  return [
    head(report, context) + target(report, context),
    steps(report, context),
    sums(report, context),
    sensitivityTable(report, context),
    doubtText(report, context),
  ].join('\n');
}

function head(report: RateModelReport, context: CliContext): string {
  const { grantYear, input, data } = report;
  const { sample } = input;
  const { language } = context;
  return say(context, 'rate_model.title', {
    nextYear: grantYear + 1,
    grantYear,
    day: formatDay(report.asOf),
    kommuner: data.sample.length,
    costNok: sample.costNok,
    hours: decimalText(formatHundredths(sample.hoursHundredths), language),
    each: decimalText(decimals(report.candidates[0]?.costPerHourNok, 4), language),
    coverage: percent(input.coverage, language),
    index: percent(input.index, language),
    baseYear: report.baseYear,
  });
}

/** That the costs are of another year, and the coverage that a sum has led to. */
function target({ targetNok: sumNok, input, ...report }: RateModelReport, context: CliContext): string {
  const { costYear } = report;
  const year = costYear === report.grantYear ? '' : say(context, 'rate_model.other_cost_year', { costYear });
  if (sumNok === undefined) return year;
  return year + say(context, 'rate_model.target', { sumNok, coverage: percent(input.coverage, context.language) });
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
  return table(context, 'rate_model.columns_year', 'lnfffkffk', rows);
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
    return [what, `${percent(change, context.language)} ${unit}`, ...rates, nationalNok, differenceNok];
  });
  return table(context, 'rate_model.columns_changes', 'lrnnnnnnkk', rows);
}

function percent(share: Decimal, language: Language): string {
  return decimalText(share.times(100).toString(), language);
}

const exact: Shape<Decimal> = { ...decimal, encode: String };
type Rate = RateModelReport['rates'][number];

/** Kroner an hour, and kroner, with the decimals of the tables. */
const perHour: Shape<Decimal> = { ...decimal, encode: (nok) => nok.toFixed(10) };
const krone: Shape<Decimal> = { ...decimal, encode: (nok) => nok.toFixed(2) };
const ratesAt = object({
  rates: at('candidates', list(object({ year_number: whole, high: kroner, low: kroner }))),
  national: kroner,
  difference: kroner,
});

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
  target: at('targetNok', orNull(kroner)),
  cost_year: whole,
  cost_years: list(
    object({
      year: whole,
      kommuner: whole,
      cost_nok: at('costNok', kroner),
      hours_hundredths: whole,
      cost_per_hour: at('costPerHourNok', orNull(perHour)),
    }),
  ),
  uncertainty: object({
    draws: at(() => BOOTSTRAP_DRAWS, whole),
    standard_error: at('standardErrorNok', perHour),
    jackknife_error: at('jackknifeErrorNok', perHour),
    from_95: at('fromNok', perHour),
    to_95: at('toNok', perHour),
  }),
  seed: whole,
  in_doubt: list(
    object({
      year_number: whole,
      rate_class: text,
      value: kroner,
      standard_error: at('standardErrorNok', krone),
      jackknife_error: at('jackknifeErrorNok', krone),
      from_95: at('fromNok', kroner),
      to_95: at('toNok', kroner),
      today: at('todayNok', orNull(kroner)),
    }),
  ),
  means: at(
    ({ uncertainty, means }: RateModelReport) =>
      uncertainty.means.map((mean, place) => ({ ...mean, at: means[place] })),
    list(
      object({
        mean: text,
        kommuner: whole,
        cost_per_hour: at('costPerHourNok', perHour),
        rates: at('at', orNull(ratesAt)),
      }),
    ),
  ),
  leave_one_out: at(
    ({ uncertainty, without, nameOf }: RateModelReport) =>
      uncertainty.without.map((one, place) => ({ ...one, name: nameOf(one.kommune), at: without[place] })),
    list(
      object({
        kommune: at(({ kommune }: { readonly kommune: number }) => recipientText(kommune), text),
        name: text,
        cost_nok: at('costNok', kroner),
        hours_hundredths: whole,
        cost_per_hour: at('costPerHourNok', orNull(perHour)),
        rates: at('at', orNull(ratesAt)),
      }),
    ),
  ),
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
