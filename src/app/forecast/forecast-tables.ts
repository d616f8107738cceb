import type { AmountBand } from '../../analysis';
import { formatDay } from '../../domain';
import type { Cell } from '../../payout';
import { recipientText } from '../recipient-text';
import { analysisFacts } from '../table-files/front-facts';
import { type TableFile, withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';
import { cellCodes, MARK, marked } from './estimate-tables';
import type { ForecastAnswer } from './forecast-answer';

const BANDS = ['amount_p10', 'amount_p50', 'amount_p90'];
const PERSONS = ['persons_p10', 'persons_p50', 'persons_p90'];

/**
 * The tables of a forecast: forecast_total, forecast_cells (component, year number and class), forecast_recipients (a recipient and
 * cell), forecast_basis (what it rests on) and, where there is one, forecast_law. Every row is marked.
 */
export function forecastTables(answer: ForecastAnswer): TableSet {
  const { asOf, snapshot, law, forecast, nameOf, rates } = answer;
  const lawTable: TableFile = {
    name: 'forecast_law',
    columns: ['grant_year', 'what', 'from', 'to'],
    rows: law.map(({ grantYear, what, from, to }) => [grantYear, what, from, to]),
  };
  return {
    name: 'forecast',
    tables: [
      totals(answer),
      cells(answer),
      withPlaceNames(recipients(answer), 'recipient_id', nameOf),
      basis(answer),
      ...(law.length > 0 ? [lawTable] : []),
    ].map(marked),
    front: {
      facts: [['tables.fact.mark', MARK], ...analysisFacts({ grantYear: forecast.years[0] ?? 0, asOf, snapshot })],
      rates,
    },
  };
}

function totals({ forecast, known, appropriations, asOf }: ForecastAnswer): TableFile {
  return {
    name: 'forecast_total',
    columns: ['grant_year', 'as_of', 'known_on', ...BANDS, 'appropriation'],
    rows: [
      ...known.map(({ grantYear, amountNok }) => [
        grantYear,
        formatDay(asOf),
        formatDay(asOf),
        amountNok,
        amountNok,
        amountNok,
        null,
      ]),
      ...forecast.totals.map(({ grantYear, knownOn, amountNok }) => [
        grantYear,
        formatDay(asOf),
        formatDay(knownOn),
        ...bandCells(amountNok),
        appropriations.find((one) => one.grantYear === grantYear)?.amountNok ?? null,
      ]),
    ],
  };
}

function cells({ forecast }: ForecastAnswer): TableFile {
  return {
    name: 'forecast_cells',
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

function recipients({ forecast }: ForecastAnswer): TableFile {
  return {
    name: 'forecast_recipients',
    columns: ['grant_year', 'recipient_id', 'component', 'year_number', 'rate_class', ...BANDS],
    rows: forecast.recipientCells.map(({ grantYear, recipient, cell, amountNok }) => {
      return [grantYear, recipientText(recipient), ...cellCodes(cell), ...bandCells(amountNok)];
    }),
  };
}

const MILLION = 1_000_000;
const HUNDRED = 100;

function basis({ forecast }: ForecastAnswer): TableFile {
  const { delays, paces, courses } = forecast;
  const share = (millionths: number): string => (millionths / MILLION).toFixed(6);
  const hundredths = (value: number): string => (value / HUNDRED).toFixed(2);
  return {
    name: 'forecast_basis',
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
      ...courses.fallen.map(({ group, isLater, millionths }): Cell[] => [
        isLater ? 'fallen_within_a_later_year' : 'fallen_within_a_year',
        group,
        null,
        share(millionths),
      ]),
      ['left_within_a_year', null, null, share(courses.leftMillionths)],
      ['moved_within_a_year', null, null, share(courses.movedMillionths)],
    ],
  };
}

function bandCells({ p10, p50, p90 }: AmountBand): number[] {
  return [p10, p50, p90];
}
