import {
  type AmountBand,
  componentOfCell,
  type ForecastAnswer,
  midDifference,
  rateClassOfCell,
  recipientName,
  yearNumberOfCell,
} from '../../app';
import { formatDay, formatKroner, RATE_CLASSES } from '../../domain';
import { analysisReportText } from '../answers/analysis-report';
import { leftOutText } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { percentText } from '../percent-text';
import { lawText } from '../scenario/law-text';
import { componentName, rateClassName } from '../table-words';
import { type Cell, table } from '../view';
import { basisText } from './basis-text';

/** Recipients that are shown of each year; all stand in the tables. */
const RECIPIENTS_SHOWN = 15;

/** A forecast as a page: totals, each year's cells, the largest recipients, and what it rests on. */
export function forecastAnswerText(answer: ForecastAnswer, context: CliContext): string {
  const { forecast, asOf, law, leftOut } = answer;
  const head = say(context, 'simulation.title', { day: formatDay(asOf), simulations: forecast.simulations });
  return [
    head,
    totalsTable(answer, context),
    appropriationText(answer, context),
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

function appropriationText({ appropriations }: ForecastAnswer, context: CliContext): string {
  const lines = appropriations.map(({ grantYear: year, amountNok, leftNok }) => {
    const key = leftNok < 0 ? 'simulation.above_appropriation' : 'simulation.within_appropriation';
    const params = { year, left: formatKroner(Math.abs(leftNok)), appropriation: formatKroner(amountNok) };
    return `${say(context, key, params)}\n`;
  });
  return lines.join('');
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
