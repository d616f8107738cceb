import {
  componentOfCell,
  FORECAST_LEVELS,
  type Forecast,
  type ForecastCell,
  rateClassOfCell,
  yearNumberOfCell,
} from '../../analysis';
import { RATE_CLASSES } from '../../domain';
import { writeSizing } from '../../payout';
import { type CsvTable, type WrittenFile, writeTables } from '../analysis/write-tables';
import { recipientText } from '../recipient-text';
import type { SizeReport } from './size-report';

/** Writes sizing.csv, where there is a ledger budget_year.csv, and the tables of a forecast. */
export function writeSizeTables(folder: string, { grantYear, asOf, rows, budget, forecast }: SizeReport): void {
  const sizing: WrittenFile = { name: 'sizing.csv', write: (file) => writeSizing(file, grantYear, asOf, rows) };
  const paid = (budget?.paid ?? []).map((row) => [row.calendarYear, row.grantYear, row.amountNok]);
  const budgetTable = { name: 'budget_year.csv', columns: ['calendar_year', 'grant_year', 'paid'], rows: paid };
  const forecasts =
    forecast === undefined ? [] : [cellTable(forecast), recipientTable(forecast), courseTable(forecast)];
  writeTables(folder, [sizing, ...(budget === undefined ? [] : [budgetTable]), ...forecasts]);
}

function cellTable({ cells }: Forecast): CsvTable {
  const what = ['grant_year', 'component', 'year_number', 'rate_class', 'known'];
  return {
    name: 'forecast.csv',
    columns: [...what, ...by('persons'), 'rate', 'rate_year', ...by('amount')],
    rows: cells.map((cell) => [
      cell.grantYear,
      ...codesOf(cell),
      cell.known,
      ...FORECAST_LEVELS.map((level) => cell.persons[level]),
      cell.rateNok,
      cell.rateYear,
      ...FORECAST_LEVELS.map((level) => cell.amountNok[level]),
    ]),
  };
}

function recipientTable({ recipients }: Forecast): CsvTable {
  return {
    name: 'forecast_recipients.csv',
    columns: ['grant_year', 'recipient_id', 'component', ...by('amount')],
    rows: recipients.map((row) => [
      row.grantYear,
      recipientText(row.recipient),
      row.component,
      ...FORECAST_LEVELS.map((level) => row.amountNok[level]),
    ]),
  };
}

function courseTable({ courses, paces }: Forecast): CsvTable {
  const course = courses.flatMap((one) => {
    const what = [one.component, one.yearNumber === 0 ? '' : String(one.yearNumber), ''];
    const shares = { kept: one.kept, late: one.late, kept_over_year: one.keptOverYear };
    return Object.entries(shares).map(([name, share]) => [name, ...what, share.toFixed(6)]);
  });
  const pace = paces.flatMap((one) =>
    FORECAST_LEVELS.map((level) => [`entries_in_91_days_${level}`, ...codesOf(one), one.pace[level].toFixed(6)]),
  );
  return {
    name: 'forecast_assumptions.csv',
    columns: ['assumption', 'component', 'year_number', 'rate_class', 'value'],
    rows: [...course, ...pace],
  };
}

/** Component, year number and class by their codes, empty for none. */
function codesOf({ cell }: Pick<ForecastCell, 'cell'>): [string, string, string] {
  return [componentOfCell(cell), String(yearNumberOfCell(cell) || ''), RATE_CLASSES[rateClassOfCell(cell) - 1] ?? ''];
}

function by(what: string): string[] {
  return FORECAST_LEVELS.map((level) => `${what}_${level}`);
}
