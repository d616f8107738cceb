import { formatWhole } from '../../domain';
import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import type { Cohort } from '../model/figures';
import { say, word } from '../site/place';
import type { ChartPlan, Reader } from './chart';
import { GRID, LEGEND, SIZE } from './chart-parts';

/** Persons by year in the programme and rate. */
export function cohortsChart(reader: Reader, cohorts: readonly Cohort[]): ChartPlan {
  const rows = cohorts.filter(
    ({ yearNumber, rateClass, persons }) =>
      /^\d$/.test(yearNumber) && (rateClass === 'low' || rateClass === 'high') && persons !== undefined,
  );
  const years = [...new Set(rows.map(({ yearNumber }) => yearNumber))].sort();
  const of = (rateClass: string): (number | null)[] =>
    years.map((year) => rows.find((row) => row.yearNumber === year && row.rateClass === rateClass)?.persons ?? null);
  const series = (rateClass: 'low' | 'high', color: string, textColor: string) => ({
    name: say(reader, `report.chart.class_${rateClass}`),
    type: 'bar',
    stack: 'persons',
    barMaxWidth: 72,
    itemStyle: { color },
    label: {
      show: true,
      formatter: ({ value }: { value: number }) => formatWhole(value),
      color: textColor,
      fontSize: 13,
    },
    data: of(rateClass),
  });
  return {
    ...SIZE,
    name: 'cohorts',
    title: say(reader, 'report.chart.cohorts'),
    says: say(reader, 'report.chart.cohorts_says'),
    columns: [
      say(reader, 'report.year'),
      say(reader, 'report.rate_class'),
      say(reader, 'report.persons'),
      say(reader, 'report.annual'),
    ],
    rows: rows.map(({ yearNumber, rateClass, persons, annualNok }) => [
      yearNumber,
      word(reader, rateClass),
      persons ?? '',
      annualNok ?? '',
    ]),
    option: {
      grid: GRID,
      legend: LEGEND,
      xAxis: { type: 'category', data: years.map((year) => `${say(reader, 'report.year')} ${year}`), ...AXIS },
      yAxis: { type: 'value', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: formatWhole } },
      series: [series('high', CHART_COLOURS.accent, '#ffffff'), series('low', CHART_COLOURS.light, CHART_COLOURS.ink)],
    },
  };
}
