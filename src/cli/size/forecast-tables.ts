import { FORECAST_LEVELS, type Forecast } from '../../analysis';
import type { CsvTable } from '../../app';
import { asRecipientCode, formatRecipientCode, NO_RECIPIENT } from '../../domain';
import { nameOf } from './forecast-text';

/** forecast.csv, forecast_recipients.csv and forecast_assumptions.csv. */
export function forecastTables(forecast: Forecast): CsvTable[] {
  return [cellTable(forecast), recipientTable(forecast), assumptionTable(forecast)];
}

function cellTable({ cells }: Forecast): CsvTable {
  return {
    name: 'forecast.csv',
    columns: [
      'grant_year',
      'component',
      'year_number',
      'rate_class',
      'known',
      ...by('persons'),
      'rate',
      'rate_year',
      ...by('amount'),
    ],
    rows: cells.map((cell) => [
      cell.grantYear,
      ...nameOf(cell),
      cell.known,
      ...FORECAST_LEVELS.map((scenario) => cell.persons[scenario]),
      cell.rateNok,
      cell.rateYear,
      ...FORECAST_LEVELS.map((scenario) => cell.amountNok[scenario]),
    ]),
  };
}

function recipientTable({ recipients }: Forecast): CsvTable {
  return {
    name: 'forecast_recipients.csv',
    columns: ['grant_year', 'recipient_id', 'component', ...by('amount')],
    rows: recipients.map((row) => [
      row.grantYear,
      row.recipient === NO_RECIPIENT ? 'HELD' : formatRecipientCode(asRecipientCode(row.recipient)),
      row.component,
      ...FORECAST_LEVELS.map((scenario) => row.amountNok[scenario]),
    ]),
  };
}

function assumptionTable({ courses, paces }: Forecast): CsvTable {
  const course = courses.flatMap((one) => {
    const what = [one.component, one.yearNumber === 0 ? '' : String(one.yearNumber), ''];
    const shares = { kept: one.kept, late: one.late, kept_over_year: one.keptOverYear };
    return Object.entries(shares).map(([name, share]) => [name, ...what, share.toFixed(6)]);
  });
  const pace = paces.flatMap((one) =>
    FORECAST_LEVELS.map((scenario) => [
      `entries_in_91_days_${scenario}`,
      ...nameOf(one),
      one.pace[scenario].toFixed(6),
    ]),
  );
  return {
    name: 'forecast_assumptions.csv',
    columns: ['assumption', 'component', 'year_number', 'rate_class', 'value'],
    rows: [...course, ...pace],
  };
}

function by(what: string): string[] {
  return FORECAST_LEVELS.map((scenario) => `${what}_${scenario}`);
}
