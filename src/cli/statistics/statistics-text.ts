import type { StatisticsTable } from '../../analysis/statistics/publish-statistics';
import type { Figure, PublishedTable } from '../../analysis/statistics/publish-table';
import { columnNames, rowName, type StatisticsReport } from '../../app/statistics/statistics-report';
import { formatDay, formatWhole } from '../../domain';
import type { Text } from '../../messages';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** Stands for a figure that is not shown, as in official statistics. */
const NOT_SHOWN = ':';

const NAMES: Readonly<Record<string, Text>> = {
  participants: { nb: 'Deltakere', en: 'Participants' },
  starters: { nb: 'Nye i personkretsen', en: 'New in the target group' },
  kommune: { nb: 'kommune', en: 'kommune' },
  sex: { nb: 'kjønn', en: 'sex' },
  age_group: { nb: 'alder', en: 'age' },
  law: { nb: 'lov', en: 'law' },
  start: { nb: 'start', en: 'start' },
  unknown: { nb: 'ukjent', en: 'unknown' },
  none: { nb: 'ingen', en: 'none' },
  within_3_months: { nb: 'innen 3 måneder', en: 'within 3 months' },
  later_or_not: { nb: 'senere eller ikke', en: 'later or not' },
};

/** `statistics` as a page: every table for the whole country; kommuner are in the CSV. */
export function statisticsText(report: StatisticsReport, context: CliContext): string {
  const day = formatDay(report.asOf);
  const text = {
    nb: `Statistikk for ${report.grantYear} slik registeret er kjent ${day}. «${NOT_SHOWN}» står der tallet ikke vises: grupper under {threshold|person|personer}, og det som ville røpe dem.\n`,
    en: `Statistics of ${report.grantYear} as the register is known on ${day}. “${NOT_SHOWN}” stands where a number is not shown: groups of fewer than {threshold|person|persons}, and what would give them away.\n`,
  };
  const head = say(context, text, { threshold: report.threshold });
  return [head, ...report.tables.map((table) => tableText(table, context))].join('\n');
}

function tableText(statistics: StatisticsTable, context: CliContext): string {
  const { measure, rowDimension, columnDimension, table } = statistics;
  const name = (text: string): string => say(context, NAMES[text] ?? { nb: text, en: text });
  const title = `${name(measure)}, ${name(rowDimension)} / ${name(columnDimension)}`;
  if (table === undefined) {
    return `${title}: ${say(context, { nb: 'for få personer til at noe kan vises', en: 'too few persons for anything to be shown' })}\n`;
  }
  const all = say(context, { nb: 'alle', en: 'all' });
  const head = ['', ...columnNames(columnDimension).map(name), all];
  const rows =
    rowDimension === 'kommune'
      ? []
      : table.rows.map((row) => line(name(rowName(rowDimension, row.key)), row.cells, row.total));
  rows.push(line(all, table.totals, table.grandTotal));
  const body = textTable(head, 'l'.padEnd(head.length, 'r'), rows);
  return `${title}\n${body}${rowDimension === 'kommune' ? kommuneText(table, context) : ''}`;
}

function line(name: string, cells: readonly Figure[], total: Figure): string[] {
  const figure = (value: Figure): string => (value === undefined ? NOT_SHOWN : formatWhole(value.persons));
  return [name, ...cells.map(figure), figure(total)];
}

function kommuneText({ rows }: PublishedTable, context: CliContext): string {
  const whole = rows.filter((row) => row.total !== undefined && row.cells.every((cell) => cell !== undefined)).length;
  const none = rows.filter((row) => row.total === undefined).length;
  const text = {
    nb: '{kommuner|kommune|kommuner}: {whole} vises helt, {part} delvis, {none} ikke\n',
    en: '{kommuner|kommune|kommuner}: {whole} shown in full, {part} in part, {none} not\n',
  };
  return say(context, text, { kommuner: rows.length, whole, part: rows.length - whole - none, none });
}
