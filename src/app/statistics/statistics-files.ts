import type { Figure } from '../../analysis';
import { formatHundredths } from '../../domain';
import type { Cell } from '../../payout';
import { analysisFacts } from '../table-files/front-facts';
import { withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';
import { columnNames, rowName, type StatisticsReport } from './statistics-report';

export const STATISTICS_COLUMNS = [
  'grant_year',
  'measure',
  'row_dimension',
  'row',
  'column_dimension',
  'column',
  'persons',
  'hours',
  'shown',
] as const;

/** The table of statistics: one row a cell; a figure that is not shown is empty, with `no` in the last column. */
export function statisticsTables(report: StatisticsReport): TableSet {
  const table = { name: 'statistics', columns: STATISTICS_COLUMNS, rows: statisticsRows(report) };
  return {
    name: 'statistics',
    tables: [withPlaceNames(table, 'row', report.nameOf)],
    front: { facts: [...analysisFacts(report), ['tables.fact.threshold', report.threshold]], rates: [] },
  };
}

/** Every cell of every table that is shown; `ALL` are totals. */
export function statisticsRows(report: StatisticsReport): Cell[][] {
  return report.tables.flatMap(({ measure, rowDimension, columnDimension, table }) => {
    if (table === undefined) return [];
    const columns = columnNames(columnDimension);
    const hasHours = measure === 'participants';
    const cell = (row: string, column: string, figure: Figure): Cell[] => [
      report.grantYear,
      measure,
      rowDimension,
      row,
      columnDimension,
      column,
      figure?.persons ?? null,
      figure === undefined || !hasHours ? '' : formatHundredths(figure.hoursHundredths),
      figure === undefined ? 'no' : 'yes',
    ];
    const rowCells = (row: string, figures: readonly Figure[], total: Figure): Cell[][] => [
      ...figures.map((figure, column) => cell(row, columns[column] ?? '', figure)),
      cell(row, 'ALL', total),
    ];
    return [
      ...table.rows.flatMap((row) => rowCells(rowName(rowDimension, row.key), row.cells, row.total)),
      ...rowCells('ALL', table.totals, table.grandTotal),
    ];
  });
}
