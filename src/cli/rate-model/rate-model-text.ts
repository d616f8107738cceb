import type { Decimal } from 'decimal.js';
import type { RateModelReport } from '../../app/rate-model/rate-model-report';
import { formatDay, formatKroner, formatWhole } from '../../domain';
import type { Text } from '../../messages';
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
  const day = formatDay(report.asOf);
  const [cost, hours] = [formatKroner(input.sample.costNok), formatHundredths(input.sample.hoursHundredths)];
  const each = decimals(report.candidates[0]?.costPerHourNok, 4);
  const [coverage, index] = [percent(input.coverage), percent(input.index)];
  const text = {
    nb:
      `Satskandidater for ${grantYear + 1} ut fra timer og kostnad i ${grantYear} (kjent ${day}). Et anslag: kan aldri betales.\n` +
      `Kostnad per deltakertime i {kommuner|kommune|kommuner}: ${cost} / ${hours} = ${each} kr\n` +
      `Dekning ${coverage} %, prisvekst ${index} %, forhold lav/høy fra ${report.baseYear}\n`,
    en:
      `Candidate rates for ${grantYear + 1} from hours and cost of ${grantYear} (known on ${day}). An estimate: never payable.\n` +
      `Cost per participant hour in {kommuner|kommune|kommuner}: ${cost} / ${hours} = ${each} kr\n` +
      `Coverage ${coverage} %, price growth ${index} %, ratio of low to high from ${report.baseYear}\n`,
  };
  return say(context, text, { kommuner: data.sample.length });
}

function steps(report: RateModelReport, context: CliContext): string {
  const words = say(context, {
    nb: 'år|deltakere|timer|snitt|høy, regnet|høy|forhold|lav, regnet|lav',
    en: 'year|participants|hours|average|high, exact|high|ratio|low, exact|low',
  });
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
  const text = {
    nb: `Persontilskudd for ${report.grantYear} med disse satsene, {persons|person|personer}: {sumNok}\n`,
    en: `Persontilskudd of ${report.grantYear} at these rates, {persons|person|persons}: {sumNok}\n`,
  };
  return say(context, text, { persons, sumNok: report.nationalNok });
}

const FACTORS: Readonly<Record<string, Text>> = {
  cost: { nb: 'kostnad per time', en: 'cost per hour' },
  coverage: { nb: 'dekning', en: 'coverage' },
  hours: { nb: 'timer per deltaker', en: 'hours per participant' },
  index: { nb: 'prisvekst', en: 'price growth' },
};

function sensitivityTable(report: RateModelReport, context: CliContext): string {
  const words = say(context, {
    nb: 'endres|med|år 1 høy|lav|år 2 høy|lav|år 3 høy|lav|hele landet|forskjell',
    en: 'changes|by|year 1 high|low|year 2 high|low|year 3 high|low|the whole country|difference',
  });
  const rows = report.sensitivity.map((row) => [
    say(context, FACTORS[row.factor] ?? { nb: row.factor, en: row.factor }),
    `${percent(row.change)} ${row.factor === 'index' ? say(context, { nb: 'prosentpoeng', en: 'points' }) : '%'}`,
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
