import { HOURS_CHARTS, type HoursChart } from '../../analysis';
import { type Language, textOf } from '../../messages';
import { formatHundredths, writeHoursBasis } from '../../payout';
import { barChart } from '../../report';
import { type CsvTable, type TextFile, type WrittenFile, writeTables } from '../analysis/write-tables';
import type { HoursReport } from './hours-report';

/** Writes hours_basis.csv, the figures of the charts as CSV, and each chart as an SVG. */
export function writeHoursFiles(folder: string, report: HoursReport, language: Language): void {
  const basis: WrittenFile = {
    name: 'hours_basis.csv',
    write: (file) => writeHoursBasis(file, report.grantYear, report.asOf, report.rows),
  };
  const figures: CsvTable = {
    name: 'hours_charts.csv',
    columns: ['chart', 'label', 'value'],
    rows: HOURS_CHARTS.flatMap((chart) =>
      barsOf(report, chart).map(({ label, hundredths }) => [chart, label, formatHundredths(hundredths)]),
    ),
  };
  const drawings = HOURS_CHARTS.map((chart): TextFile => {
    const title = `${textOf(`chart.${chart}`, language)}, ${report.grantYear}`;
    const unit = textOf(`chart.${chart}.unit`, language);
    return { name: `${chart}.svg`, text: barChart({ title, unit, bars: barsOf(report, chart) }) };
  });
  writeTables(folder, [basis, figures, ...drawings]);
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
