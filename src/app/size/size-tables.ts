import { FORECAST_LEVELS, type Forecast, NO_FILTER, priceListOf } from '../../analysis';
import { type Cell, SIZING_COLUMNS, sizingCells } from '../../payout';
import type { Analysis } from '../analysis/open-analysis';
import { basisOf } from '../facts/size-case';
import { cellCodes, marked } from '../forecast/estimate-tables';
import { type MicroActor, microTable, openMicroFile } from '../micro/micro-table';
import { recipientText } from '../recipient-text';
import { analysisFacts } from '../table-files/front-facts';
import { type TableFile, withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';
import type { SizeReport } from './size-report';

/** Every person of a size, by pseudonym: the look is logged first. @throws as openMicroFile() */
export function sizeMicro(analysis: Analysis, { facts }: SizeReport, actor: MicroActor): TableFile {
  const { snapshot, rules, grantYear, asOf, excluded } = analysis;
  const pseudonym = openMicroFile(actor, [snapshot.snapshotId, String(grantYear)]);
  const prices = priceListOf(rules.rates, grantYear);
  const view = { prices, basis: basisOf(rules, grantYear), excluded, filter: NO_FILTER };
  return microTable({ facts, view, snapshot, rules, grantYear, asOf }, pseudonym);
}

/** The tables of a size: sizing, where there is a ledger budget_year, and those of a forecast. */
export function sizeTables(report: SizeReport, micro?: TableFile): TableSet {
  const { grantYear, asOf, rows, budget, forecast, nameOf, rates } = report;
  const sizing = { name: 'sizing', columns: SIZING_COLUMNS, rows: sizingCells(grantYear, asOf, rows) };
  const paid = (budget?.paid ?? []).map((row): Cell[] => [row.calendarYear, row.grantYear, row.amountNok]);
  const budgetTable = { name: 'budget_year', columns: ['calendar_year', 'grant_year', 'paid'], rows: paid };
  const forecasts =
    forecast === undefined
      ? []
      : [
          cellTable(forecast),
          withPlaceNames(recipientTable(forecast), 'recipient_id', nameOf),
          courseTable(forecast),
        ].map(marked);
  return {
    name: 'size',
    tables: [
      withPlaceNames(sizing, 'recipient_id', nameOf),
      ...(budget === undefined ? [] : [budgetTable]),
      ...forecasts,
      ...(micro === undefined ? [] : [withPlaceNames(micro, 'recipient_id', nameOf)]),
    ],
    front: {
      facts: [
        ...analysisFacts(report),
        ['tables.fact.appropriation', report.appropriationNok ?? null],
        ['tables.fact.mark', report.ledger?.rehearsal ? 'REHEARSAL' : ''],
      ],
      rates,
      sums: { table: 'sizing', by: 'component', of: ['annual_amount'] },
    },
  };
}

function cellTable({ cells }: Forecast): TableFile {
  const what = ['grant_year', 'component', 'year_number', 'rate_class', 'known'];
  return {
    name: 'forecast',
    columns: [...what, ...by('persons'), 'rate', 'rate_year', ...by('amount')],
    rows: cells.map((cell) => [
      cell.grantYear,
      ...cellCodes(cell.cell),
      cell.known,
      ...FORECAST_LEVELS.map((level) => cell.persons[level]),
      cell.rateNok,
      cell.rateYear,
      ...FORECAST_LEVELS.map((level) => cell.amountNok[level]),
    ]),
  };
}

function recipientTable({ recipients }: Forecast): TableFile {
  return {
    name: 'forecast_recipients',
    columns: ['grant_year', 'recipient_id', 'component', ...by('amount')],
    rows: recipients.map((row) => [
      row.grantYear,
      recipientText(row.recipient),
      row.component,
      ...FORECAST_LEVELS.map((level) => row.amountNok[level]),
    ]),
  };
}

function courseTable({ courses, paces }: Forecast): TableFile {
  const course = courses.flatMap((one) => {
    const what = [one.component, one.yearNumber || null, null];
    const shares = { kept: one.kept, late: one.late, kept_over_year: one.keptOverYear };
    return Object.entries(shares).map(([name, share]) => [name, ...what, share.toFixed(6)]);
  });
  const pace = paces.flatMap((one) =>
    FORECAST_LEVELS.map((level) => [`entries_in_91_days_${level}`, ...cellCodes(one.cell), one.pace[level].toFixed(6)]),
  );
  return {
    name: 'forecast_assumptions',
    columns: ['assumption', 'component', 'year_number', 'rate_class', 'value'],
    rows: [...course, ...pace],
  };
}

function by(what: string): string[] {
  return FORECAST_LEVELS.map((level) => `${what}_${level}`);
}
