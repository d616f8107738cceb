import {
  type AmountBand,
  componentOfCell,
  type ForecastAnswer,
  midDifference,
  rateClassOfCell,
  recipientName,
  type SimulatedForecast,
  yearNumberOfCell,
} from '../../app';
import { formatDay, formatDecimals, formatKroner, RATE_CLASSES } from '../../domain';
import { analysisReportText } from '../answers/analysis-report';
import { leftOutText } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { percentText } from '../percent-text';
import { lawText } from '../scenario/law-text';
import { componentName, rateClassName } from '../table-words';
import { type Cell, table } from '../view';

/** Recipients that are shown of each year; all stand in the tables. */
const RECIPIENTS_SHOWN = 15;

/** A forecast as a page: totals, each year's cells, the largest recipients, and what it rests on. */
export function forecastAnswerText(answer: ForecastAnswer, context: CliContext): string {
  const { forecast, asOf, law, leftOut } = answer;
  const head = say(context, 'simulation.title', { day: formatDay(asOf), simulations: forecast.simulations });
  return [
    head,
    totalsTable(answer, context),
    ...forecast.years.map((year) => yearTable(answer, year, context)),
    ...forecast.years.map((year) => recipientsTable(answer, year, context)),
    basisText(answer, context),
    lawText({ law: law.map((one) => ({ ...one, what: `${one.grantYear}  ${one.what}` })) }, context, ''),
    leftOutText(leftOut, context),
    analysisReportText(answer.report, context),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const band = ({ p10, p50, p90 }: AmountBand): number[] => [p10, p50, p90];

function totalsTable({ forecast, known, baseline }: ForecastAnswer, context: CliContext): string {
  const rows: Cell[][] = [
    ...known.map(({ grantYear, amountNok }) => [
      `${grantYear} ${say(context, 'simulation.known_year')}`,
      null,
      amountNok,
      null,
      null,
      '',
    ]),
    ...(baseline?.forecast.totals ?? []).map(({ grantYear, amountNok }) => [
      `${grantYear} ${say(context, 'simulation.baseline_year')}`,
      ...band(amountNok),
      null,
      '',
    ]),
    ...forecast.totals.map(({ grantYear, amountNok }) => {
      const base = baseOf(baseline?.forecast.totals, grantYear, () => true)?.amountNok;
      return [String(grantYear), ...band(amountNok), ...differenceCells(amountNok, base, context)];
    }),
  ];
  const label = baseLabel(baseline, context);
  const basis = baseline === undefined ? '' : `${say(context, 'simulation.held_against', { label })}\n`;
  return `${basis}${table(context, 'simulation.columns_total', 'lkkkdr', rows)}`;
}

function baseLabel(baseline: ForecastAnswer['baseline'], context: CliContext): string {
  return baseline?.label || say(context, 'simulation.law_of_the_years');
}

function differenceCells(amount: AmountBand, base: AmountBand | undefined, { language }: CliContext): Cell[] {
  if (base === undefined) return [null, ''];
  const difference = midDifference(amount, base);
  return [difference, percentText(difference, base.p50, language)];
}

/** The row of a baseline for a year: of the same year, or of the only one that it has. */
function baseOf<Row extends { readonly grantYear: number }>(
  rows: readonly Row[] | undefined,
  grantYear: number,
  isSame: (row: Row) => boolean,
): Row | undefined {
  const years = new Set(rows?.map((row) => row.grantYear));
  const [only] = years;
  const year = years.size === 1 ? only : grantYear;
  return rows?.find((row) => row.grantYear === year && isSame(row));
}

function yearTable({ forecast, baseline }: ForecastAnswer, year: number, context: CliContext): string {
  const cells = forecast.cells.filter(({ grantYear, persons, known }) => grantYear === year && persons.p90 + known > 0);
  const rows = cells.map((cell): Cell[] => {
    const base = baseOf(baseline?.forecast.cells, year, (other) => other.cell === cell.cell)?.amountNok;
    const compared = baseline === undefined ? undefined : (base ?? { p10: 0, p50: 0, p90: 0 });
    return [
      ...wordsOf(cell.cell, context),
      cell.known,
      ...band(cell.persons),
      `${formatKroner(cell.rateNok)}${cell.rateYear === year ? '' : ` (${cell.rateYear})`}`,
      ...band(cell.amountNok),
      ...differenceCells(cell.amountNok, compared, context),
    ];
  });
  const title = say(context, 'simulation.cells_of_year', { year });
  return `${title}\n${table(context, 'simulation.columns_cells', 'lllnnnnrkkkdr', rows)}`;
}

/** Component, year number and class by the names that people use. */
function wordsOf(cell: number, context: CliContext): string[] {
  const rateClass = RATE_CLASSES[rateClassOfCell(cell) - 1];
  return [
    componentName(componentOfCell(cell), context),
    String(yearNumberOfCell(cell) || ''),
    rateClassName(rateClass, context),
  ];
}

function recipientsTable({ forecast, nameOf }: ForecastAnswer, year: number, context: CliContext): string {
  const all = forecast.recipients.filter(({ grantYear, amountNok }) => grantYear === year && amountNok.p90 !== 0);
  const largest = all.toSorted((a, b) => b.amountNok.p50 - a.amountNok.p50 || a.recipient - b.recipient);
  const rows = largest
    .slice(0, RECIPIENTS_SHOWN)
    .map(({ recipient, amountNok }) => [recipientLabel(recipient, nameOf, context), ...band(amountNok)]);
  const title = say(context, 'simulation.recipients_of_year', { year, shown: rows.length, all: all.length });
  return `${title}\n${table(context, 'simulation.columns_recipients', 'lkkk', rows)}`;
}

function recipientLabel(recipient: number, nameOf: ForecastAnswer['nameOf'], { language }: CliContext): string {
  return `${recipientName(recipient, language)} ${nameOf(recipient)}`.trim();
}

function basisText(answer: ForecastAnswer, context: CliContext): string {
  const { forecast, hasArrivals, hasEarlier } = answer;
  const { courses } = forecast;
  const lines = [
    say(context, hasArrivals ? 'simulation.arrivals_given' : 'simulation.arrivals_by_pace'),
    ...forecast.paces.map((pace) => `  ${paceText(pace, context)}`),
    say(context, 'simulation.delays'),
    ...forecast.delays.map((delay) => `  ${delayText(delay, context)}`),
    say(context, 'simulation.courses', {
      left: percent(courses.leftMillionths, context),
      moved: percent(courses.movedMillionths, context),
    }),
    ...courses.fallen.map(({ group, isLater, seen, millionths }) => {
      const params = { group: groupName(group, context), persons: seen, share: percent(millionths, context) };
      return `  ${say(context, isLater ? 'simulation.fallen_later' : 'simulation.fallen', params)}`;
    }),
    ...(hasEarlier ? [] : [say(context, 'simulation.without_earlier')]),
    ...(forecast.cells.some(({ rateYear, grantYear }) => rateYear !== grantYear)
      ? [say(context, 'simulation.rates_of_another_year')]
      : []),
    say(context, 'simulation.known_on'),
  ];
  return `${lines.join('\n')}\n`;
}

function paceText(pace: SimulatedForecast['paces'][number], context: CliContext): string {
  const entries = pace.entriesHundredths
    .map((one) => signed(formatDecimals(Math.round(one / 10), 1), context))
    .join(', ');
  return say(context, 'simulation.pace', {
    group: groupName(pace.group, context),
    entries,
    growth: signed(formatDecimals(Math.round(pace.growthHundredths / 10), 1), context),
    drift: signed(formatDecimals(Math.round(pace.driftHundredths / 10), 1), context),
  });
}

const AGES_SHOWN = 5;

function delayText({ group, seen, knownMillionths }: SimulatedForecast['delays'][number], context: CliContext): string {
  const shares = knownMillionths.slice(0, AGES_SHOWN).map((share) => percent(share, context));
  return say(context, 'simulation.delay', {
    group: groupName(group, context),
    persons: seen,
    shares: shares.join(', '),
  });
}

/** A group by the name of its component, or as it is called in arrivals.csv. */
function groupName(group: string, context: CliContext): string {
  const name = componentName(group, context);
  return name === group ? group : `${name} (${group})`;
}

function percent(millionths: number, context: CliContext): string {
  return `${signed(formatDecimals(Math.round(millionths / 1000), 1), context)} %`;
}

function signed(text: string, context: CliContext): string {
  return text.replace('-', '−').replace('.', say(context, 'common.decimal_sign'));
}
