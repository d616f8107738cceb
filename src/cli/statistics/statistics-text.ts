import {
  columnNames,
  type Figure,
  type PublishedTable,
  rowName,
  type StatisticsReport,
  type StatisticsTable,
} from '../../app';
import { formatDay } from '../../domain';
import type { TextKey } from '../../messages';
import { type CliContext, say } from '../context';
import { type Cell, tableUnder } from '../view';

/** Stands for a figure that is not shown, as in official statistics. */
const NOT_SHOWN = ':';

const NAMES: Readonly<Record<string, TextKey>> = {
  participants: 'statistics.participants',
  starters: 'statistics.new_target_group',
  kommune: 'statistics.kommune',
  sex: 'statistics.sex',
  age_group: 'statistics.age',
  law: 'statistics.law',
  start: 'statistics.start',
  unknown: 'statistics.unknown',
  none: 'statistics.none',
  within_3_months: 'statistics.within_3_months',
  later_or_not: 'statistics.later_or_not',
};

/** `statistics` as a page: every table for the whole country; kommuner are in the CSV. */
export function statisticsText(report: StatisticsReport, context: CliContext): string {
  const day = formatDay(report.asOf);
  const { grantYear, threshold } = report;
  const head = say(context, 'statistics.title', { grantYear, day, notShown: NOT_SHOWN, threshold });
  return [head, ...report.tables.map((table) => tableText(table, context))].join('\n');
}

function tableText(statistics: StatisticsTable, context: CliContext): string {
  const { measure, rowDimension, columnDimension, table } = statistics;
  const name = (text: string): string => (NAMES[text] === undefined ? text : say(context, NAMES[text]));
  const title = `${name(measure)}, ${name(rowDimension)} / ${name(columnDimension)}`;
  if (table === undefined) {
    return `${title}: ${say(context, 'statistics.too_few_persons')}\n`;
  }
  const all = say(context, 'common.all');
  const head = ['', ...columnNames(columnDimension).map(name), all];
  const rows =
    rowDimension === 'kommune'
      ? []
      : table.rows.map((row) => line(name(rowName(rowDimension, row.key)), row.cells, row.total));
  rows.push(line(all, table.totals, table.grandTotal));
  const body = tableUnder(head, 'l'.padEnd(head.length, 'n'), rows, context);
  return `${title}\n${body}${rowDimension === 'kommune' ? kommuneText(table, context) : ''}`;
}

function line(name: string, cells: readonly Figure[], total: Figure): Cell[] {
  const figure = (value: Figure): Cell => (value === undefined ? NOT_SHOWN : value.persons);
  return [name, ...cells.map(figure), figure(total)];
}

function kommuneText({ rows }: PublishedTable, context: CliContext): string {
  const whole = rows.filter((row) => row.total !== undefined && row.cells.every((cell) => cell !== undefined)).length;
  const none = rows.filter((row) => row.total === undefined).length;
  return say(context, 'statistics.kommuner_shown', {
    kommuner: rows.length,
    whole,
    part: rows.length - whole - none,
    none,
  });
}
