import { HOURS_CHARTS, type HoursChart } from '../../analysis/hours/hours-charts';
import type { Language, Text } from '../../messages';
import { formatHundredths, writeHoursBasis } from '../../payout';
import { barChart } from '../../report/charts/bar-chart';
import { type CsvTable, type TextFile, type WrittenFile, writeTables } from '../analysis/write-tables';
import type { HoursReport } from './hours-report';

const TITLES: Readonly<Record<HoursChart, { readonly title: Text; readonly unit: Text }>> = {
  participants_by_year_number: {
    title: { nb: 'Deltakere etter år', en: 'Participants by year number' },
    unit: { nb: '', en: '' },
  },
  average_hours_by_year_number: {
    title: { nb: 'Timer per deltaker etter år', en: 'Hours per participant by year number' },
    unit: { nb: 'timer', en: 'hours' },
  },
  started_within_3_months_percent_by_year_number: {
    title: { nb: 'Startet innen tre måneder', en: 'Started within three months' },
    unit: { nb: '%', en: '%' },
  },
  registered_on_time_percent_by_year_number: {
    title: { nb: 'Timer ført i tide', en: 'Hours registered on time' },
    unit: { nb: '%', en: '%' },
  },
  hours_by_kommune: {
    title: { nb: 'Timer, kommunene med flest', en: 'Hours, the kommuner with most' },
    unit: { nb: 'timer', en: 'hours' },
  },
};

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
    const { title, unit } = TITLES[chart];
    const heading = `${title[language]}, ${report.grantYear}`;
    return {
      name: `${chart}.svg`,
      text: barChart({ title: heading, unit: unit[language], bars: barsOf(report, chart) }),
    };
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
