import { HOURS_CHARTS, type HoursChart } from '../../analysis';
import { formatHundredths } from '../../domain';
import { type Language, textOf } from '../../messages';
import { HOURS_BASIS_COLUMNS, hoursBasisCells } from '../../payout';
import { barChart } from '../../report';
import { analysisFacts } from '../table-files/front-facts';
import { type TableFile, withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';
import type { HoursReport } from './hours-report';

/** The tables of hours: hours_basis, the figures of the charts, and each chart as an SVG. */
export function hoursTables(report: HoursReport, language: Language): TableSet {
  const { grantYear, asOf, rows, nameOf, law } = report;
  const basis = { name: 'hours_basis', columns: HOURS_BASIS_COLUMNS, rows: hoursBasisCells(grantYear, asOf, rows) };
  const figures: TableFile = {
    name: 'hours_charts',
    columns: ['chart', 'label', 'value'],
    rows: HOURS_CHARTS.flatMap((chart) =>
      barsOf(report, chart).map(({ label, hundredths }) => [chart, label, formatHundredths(hundredths)]),
    ),
  };
  const drawings = HOURS_CHARTS.map((chart) => {
    const title = `${textOf(`chart.${chart}`, language)}, ${grantYear}`;
    const unit = textOf(`chart.${chart}.unit`, language);
    return { name: `${chart}.svg`, content: barChart({ title, unit, language, bars: barsOf(report, chart) }) };
  });
  return {
    name: 'hours',
    tables: [withPlaceNames(basis, 'kommune', nameOf), figures].map((table) =>
      law === undefined ? table : marked(table),
    ),
    others: drawings,
    front: { facts: [...lawFacts(law), ...analysisFacts(report)], rates: [] },
  };
}

/** Every row of a scenario is marked. */
function marked(table: TableFile): TableFile {
  return { ...table, columns: ['mark', ...table.columns], rows: table.rows.map((row) => ['SCENARIO', ...row]) };
}

function lawFacts(law: HoursReport['law']): TableSet['front']['facts'] {
  if (law === undefined) return [];
  const tried = law.map(({ what, to }) => `${what}=${to}`).join('; ');
  return [
    ['tables.fact.mark', 'SCENARIO'],
    ['tables.fact.scenario', tried],
  ];
}

/** Bars of a chart with kommuner by name. */
export function barsOf(
  report: HoursReport,
  chart: HoursChart,
): { readonly label: string; readonly hundredths: number }[] {
  const bars = report.charts[chart];
  if (chart !== 'hours_by_kommune') return [...bars];
  return bars.map(({ label, hundredths }) => ({ label: report.nameOf(Number(label)), hundredths }));
}
