import { type AmountBand, componentOfCell, rateClassOfCell, yearNumberOfCell } from '../../analysis';
import { formatDay, RATE_CLASSES } from '../../domain';
import type { Cell } from '../../payout';
import { type CsvTable, writeTables } from '../analysis/write-tables';
import { recipientText } from '../recipient-text';
import type { ForecastAnswer } from './forecast-answer';

const BANDS = ['amount_p10', 'amount_p50', 'amount_p90'];
const PERSONS = ['persons_p10', 'persons_p50', 'persons_p90'];

/**
 * Writes forecast_total.csv, forecast_cells.csv (component, year number and class), forecast_recipients.csv (a recipient and
 * cell), forecast_basis.csv (what it rests on) and, where there is one, forecast_law.csv into a new folder.
 */
export function writeForecastTables(folder: string, answer: ForecastAnswer): void {
  const law: CsvTable = {
    name: 'forecast_law.csv',
    columns: ['grant_year', 'what', 'from', 'to'],
    rows: answer.law.map(({ grantYear, what, from, to }) => [grantYear, what, from, to]),
  };
  writeTables(folder, [
    totals(answer),
    cells(answer),
    recipients(answer),
    basis(answer),
    ...(answer.law.length > 0 ? [law] : []),
  ]);
}

function totals({ forecast, known, asOf }: ForecastAnswer): CsvTable {
  return {
    name: 'forecast_total.csv',
    columns: ['grant_year', 'as_of', 'known_on', ...BANDS],
    rows: [
      ...known.map(({ grantYear, amountNok }) => [
        grantYear,
        formatDay(asOf),
        formatDay(asOf),
        amountNok,
        amountNok,
        amountNok,
      ]),
      ...forecast.totals.map(({ grantYear, knownOn, amountNok }) => [
        grantYear,
        formatDay(asOf),
        formatDay(knownOn),
        ...bandCells(amountNok),
      ]),
    ],
  };
}

function cells({ forecast }: ForecastAnswer): CsvTable {
  return {
    name: 'forecast_cells.csv',
    columns: [
      'grant_year',
      'component',
      'year_number',
      'rate_class',
      'rate',
      'rate_year',
      'known',
      ...PERSONS,
      ...BANDS,
    ],
    rows: forecast.cells.map(({ grantYear, cell, rateNok, rateYear, known, persons, amountNok }) => {
      return [grantYear, ...cellCodes(cell), rateNok, rateYear, known, ...bandCells(persons), ...bandCells(amountNok)];
    }),
  };
}

function recipients({ forecast, nameOf }: ForecastAnswer): CsvTable {
  return {
    name: 'forecast_recipients.csv',
    columns: ['grant_year', 'recipient_id', 'name', 'component', 'year_number', 'rate_class', ...BANDS],
    rows: forecast.recipientCells.map(({ grantYear, recipient, cell, amountNok }) => {
      return [grantYear, recipientText(recipient), nameOf(recipient), ...cellCodes(cell), ...bandCells(amountNok)];
    }),
  };
}

const MILLION = 1_000_000;
const HUNDRED = 100;

function basis({ forecast }: ForecastAnswer): CsvTable {
  const { delays, paces, courses } = forecast;
  const share = (millionths: number): string => (millionths / MILLION).toFixed(6);
  const hundredths = (value: number): string => (value / HUNDRED).toFixed(2);
  return {
    name: 'forecast_basis.csv',
    columns: ['what', 'group', 'period', 'value'],
    rows: [
      ...delays.flatMap(({ group, knownMillionths }) =>
        knownMillionths.map((known, period): Cell[] => ['known_after_periods', group, period, share(known)]),
      ),
      ...paces.flatMap(({ group, entriesHundredths }) =>
        entriesHundredths.map((entries, period): Cell[] => ['entries_in_period', group, period, hundredths(entries)]),
      ),
      ...paces.map(({ group, growthHundredths }): Cell[] => [
        'growth_percent_in_a_year',
        group,
        null,
        hundredths(growthHundredths),
      ]),
      ...paces.map(({ group, driftHundredths }): Cell[] => [
        'drift_percent_in_a_year',
        group,
        null,
        hundredths(driftHundredths),
      ]),
      ...courses.fallen.map(({ group, millionths }): Cell[] => [
        'fallen_within_a_year',
        group,
        null,
        share(millionths),
      ]),
      ['left_within_a_year', null, null, share(courses.leftMillionths)],
      ['moved_within_a_year', null, null, share(courses.movedMillionths)],
    ],
  };
}

/** Component, year number and class by their codes. */
function cellCodes(cell: number): Cell[] {
  return [componentOfCell(cell), yearNumberOfCell(cell) || null, RATE_CLASSES[rateClassOfCell(cell) - 1] ?? null];
}

function bandCells({ p10, p50, p90 }: AmountBand): number[] {
  return [p10, p50, p90];
}
