import {
  componentOfCell,
  FEW_PERSONS,
  FORECAST_LEVELS,
  type Forecast,
  type ForecastCell,
  QUARTER_DAYS,
  rateClassOfCell,
  STEADY_DAYS,
  yearNumberOfCell,
} from '../../app';
import { formatKroner, RATE_CLASSES } from '../../domain';
import { decimalText } from '../../messages';
import { type CliContext, say } from '../context';
import { componentName, rateClassName } from '../table-words';
import { type Cell, table } from '../view';

/** The forecast as a page: each year's table, and every assumption with its figure. */
export function forecastText(forecast: Forecast, context: CliContext): string {
  return [...forecast.years.map((year) => yearTable(forecast, year, context)), assumptions(forecast, context)].join(
    '\n',
  );
}

function yearTable(forecast: Forecast, year: number, context: CliContext): string {
  const cells = forecast.cells.filter((cell) => cell.grantYear === year && cell.persons.high + cell.known > 0);
  const rows: Cell[][] = cells.map((cell) => [
    ...wordsOf(cell, context),
    cell.known,
    ...FORECAST_LEVELS.map((level) => cell.persons[level]),
    `${formatKroner(cell.rateNok)}${cell.rateYear === year ? '' : ` (${cell.rateYear})`}`,
    ...FORECAST_LEVELS.map((level) => cell.amountNok[level]),
  ]);
  const totals = FORECAST_LEVELS.map((level) => cells.reduce((sum, cell) => sum + cell.amountNok[level], 0));
  rows.push([say(context, 'common.in_all'), '', '', '', '', '', '', '', ...totals]);
  const title = say(context, 'forecast.title', { year });
  return `${title}\n${table(context, 'forecast.columns_component', 'lllnnnnrkkk', rows)}`;
}

/** Component, year number and class by the names that people use. */
function wordsOf({ cell }: Pick<ForecastCell, 'cell'>, context: CliContext): string[] {
  const rateClass = RATE_CLASSES[rateClassOfCell(cell) - 1];
  const yearNumber = String(yearNumberOfCell(cell) || '');
  return [componentName(componentOfCell(cell), context), yearNumber, rateClassName(rateClass, context)];
}

function assumptions(forecast: Forecast, context: CliContext): string {
  const { grantYear, daysLeft } = forecast;
  const borrowed = forecast.cells.some((cell) => cell.rateYear !== cell.grantYear && cell.persons.high > 0);
  const lines = [
    say(context, 'forecast.entries_last_four', { daysLeft, QUARTER_DAYS, grantYear }),
    ...forecast.paces.map((pace) => `  ${wordsOf(pace, context).join(' ').trim()}: ${monthly(pace.pace, context)}`),
    say(context, 'forecast.course_those_known'),
    ...forecast.courses.map((course) => `  ${courseText(course, context)}`),
    say(context, 'forecast.moves_seen_same', { STEADY_DAYS, grantYear }),
    ...(forecast.hasEarlier ? [] : [say(context, 'forecast.without_extract_year')]),
    ...(borrowed ? [say(context, 'forecast.rates_of_another_year', { nextYear: grantYear + 1 })] : []),
    ...(forecast.rulesChange ? [say(context, 'forecast.other_rules', { nextYear: grantYear + 1 })] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Entries a month: twelve months are 364 days of four periods. */
function monthly(pace: Forecast['paces'][number]['pace'], context: CliContext): string {
  const [low = '', mid = '', high = ''] = FORECAST_LEVELS.map((level) => {
    return decimalText(pace[level].div(3).toFixed(1), context.language);
  });
  return say(context, 'forecast.a_month', { low, mid, high });
}

function courseText(course: Forecast['courses'][number], context: CliContext): string {
  const percent = (share: typeof course.kept): string => {
    return `${decimalText(share.times(100).toFixed(1), context.language)} %`;
  };
  const name = `${componentName(course.component, context)}${course.yearNumber === 0 ? '' : ` ${course.yearNumber}`}`;
  const [kept = '', late = '', over = ''] = [course.kept, course.late, course.keptOverYear].map(percent);
  const few = course.isOwn ? '' : say(context, 'forecast.fewer_than_were', { FEW_PERSONS });
  const text = say(context, 'forecast.stay_come_late', { name, kept, late, over });
  return `${text}${few}`;
}
