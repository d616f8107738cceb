import { type CsvTable, type SizeReport, writeTables } from '../../app';
import { writeSizing } from '../../payout';
import { forecastTables } from './forecast-tables';

/** Writes sizing.csv, where there is a ledger budget_year.csv, and the tables of a forecast. */
export function writeSizeTables(folder: string, report: SizeReport): void {
  const { grantYear, asOf, rows, budget } = report;
  const sizing = {
    name: 'sizing.csv',
    write: (file: Parameters<typeof writeSizing>[0]) => writeSizing(file, grantYear, asOf, rows),
  };
  const budgetTable: CsvTable[] =
    budget === undefined
      ? []
      : [
          {
            name: 'budget_year.csv',
            columns: ['calendar_year', 'grant_year', 'paid'],
            rows: budget.paid.map((row) => [row.calendarYear, row.grantYear, row.amountNok]),
          },
        ];
  const { forecast } = report;
  writeTables(folder, [sizing, ...budgetTable, ...(forecast === undefined ? [] : forecastTables(forecast))]);
}
