import type { Decimal } from 'decimal.js';
import type { RateModelReport } from '../../app';
import { BOOTSTRAP_DRAWS, TRIMMED_PERCENT } from '../../app';
import { formatHundredths } from '../../domain';
import { decimalText } from '../../messages';
import { type CliContext, say } from '../context';
import { rateClassName } from '../table-words';
import { table } from '../view';

/** Kommuner shown of those that are left out one at a time. */
const REPORTED = 10;

/** How sure the candidates are: standard errors, today's rates, other means, without one kommune, other years of costs. */
export function doubtText(report: RateModelReport, context: CliContext): string {
  const { uncertainty } = report;
  const nok = (value: Decimal): string => decimalText(decimals(value, 4), context.language);
  const title = say(context, 'rate_model.doubt', {
    draws: BOOTSTRAP_DRAWS,
    seed: report.seed,
    error: nok(uncertainty.standardErrorNok),
    jackknife: nok(uncertainty.jackknifeErrorNok),
    from: nok(uncertainty.fromNok),
    to: nok(uncertainty.toNok),
  });
  return [
    `${title}\n${ratesTable(report, context)}`,
    `${say(context, 'rate_model.means', { percent: TRIMMED_PERCENT })}\n${meansTable(report, context)}`,
    `${say(context, 'rate_model.without', { shown: REPORTED })}\n${withoutTable(report, context)}`,
    `${say(context, 'rate_model.cost_years')}\n${yearsTable(report, context)}`,
  ].join('\n');
}

function ratesTable({ inDoubt, grantYear }: RateModelReport, context: CliContext): string {
  const rows = inDoubt.map((one) => {
    const { yearNumber, rateClass, valueNok, standardErrorNok, jackknifeErrorNok, fromNok, toNok, todayNok } = one;
    const difference = todayNok === undefined ? '' : valueNok - todayNok;
    return [
      yearNumber,
      rateClassName(rateClass, context),
      valueNok,
      decimals(standardErrorNok, 2),
      decimals(jackknifeErrorNok, 2),
      fromNok,
      toNok,
      todayNok ?? say(context, 'rules.missing'),
      difference,
    ];
  });
  return table(context, 'rate_model.columns_doubt', 'llkffkkkd', rows, { grantYear });
}

function meansTable({ uncertainty, means }: RateModelReport, context: CliContext): string {
  const rows = uncertainty.means.map(({ mean, kommuner, costPerHourNok }, place) => {
    const rates = (means[place]?.candidates ?? []).flatMap(({ highNok, lowNok }) => [highNok, lowNok]);
    const { nationalNok = 0, differenceNok = 0 } = means[place] ?? {};
    return [
      say(context, `rate_model.mean.${mean}`),
      kommuner,
      decimals(costPerHourNok, 4),
      ...rates,
      nationalNok,
      differenceNok,
    ];
  });
  return table(context, 'rate_model.columns_means', 'lnfnnnnnnkd', rows);
}

function withoutTable({ uncertainty, without, nameOf, nationalNok }: RateModelReport, context: CliContext): string {
  const rows = uncertainty.without
    .map((one, place) => ({ one, at: without[place] }))
    .toSorted((a, b) => distance(b.at) - distance(a.at) || a.one.kommune - b.one.kommune)
    .slice(0, REPORTED)
    .map(({ one, at }) => [
      nameOf(one.kommune),
      one.costNok,
      formatHundredths(one.hoursHundredths),
      decimals(one.costPerHourNok, 4),
      at?.nationalNok ?? nationalNok,
      at?.differenceNok ?? 0,
    ]);
  return table(context, 'rate_model.columns_without', 'lkffkd', rows);
}

function distance(at: RateModelReport['without'][number]): number {
  return Math.abs(at?.differenceNok ?? 0);
}

function yearsTable({ costYears }: RateModelReport, context: CliContext): string {
  const rows = costYears.map(({ year, kommuner, costNok, hoursHundredths, costPerHourNok }) => {
    return [String(year), kommuner, costNok, formatHundredths(hoursHundredths), decimals(costPerHourNok, 4)];
  });
  return table(context, 'rate_model.columns_cost_years', 'lnkff', rows);
}

/** A decimal number as the program writes it; empty for none. */
export function decimals(value: Decimal | undefined, places: number): string {
  return value === undefined ? '' : value.toFixed(places);
}
