import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import type { ReportModel } from '../model/report-model';
import { say } from '../site/place';
import type { ChartPlan, Reader } from './chart';
import { figureAxis, GRID, LEGEND, labelAbove, millions, nameAbove, runTexts, SIZE } from './chart-parts';

/** What each term pays on top of those before it, against the appropriation. */
export function termsChart(
  reader: Reader,
  { terms: points, appropriationNok }: Pick<ReportModel, 'terms' | 'appropriationNok'>,
): ChartPlan {
  const label = millions(reader.language);
  let sum = 0;
  const hidden = say(reader, 'report.hidden');
  const rows = points.map(({ label: name, paidNok }) => {
    sum += paidNok ?? 0;
    return paidNok === undefined ? [name, hidden, hidden] : [name, paidNok, sum];
  });
  const drawn = rows.filter(([, paid]) => paid !== hidden);
  const limit =
    appropriationNok === undefined
      ? {}
      : {
          markLine: {
            symbol: 'none',
            lineStyle: { color: CHART_COLOURS.against, width: 2, type: 'dashed' },
            label: {
              formatter: `${say(reader, 'report.appropriation')} ${label(appropriationNok)}`,
              position: 'insideEndTop',
              fontSize: 13,
              color: CHART_COLOURS.ink,
            },
            data: [{ yAxis: appropriationNok }],
          },
        };
  const series = { type: 'bar', stack: 'sum', barMaxWidth: 64 };
  return {
    ...SIZE,
    ...runTexts(reader, 'terms'),
    columns: [say(reader, 'report.chart.term'), say(reader, 'report.paid'), say(reader, 'report.chart.so_far')],
    rows,
    option: {
      grid: GRID,
      legend: LEGEND,
      xAxis: { type: 'category', data: drawn.map(([name]) => name), ...AXIS },
      yAxis: {
        ...figureAxis(label),
        ...nameAbove(say(reader, 'report.chart.millions'), 8),
        max: appropriationNok === undefined ? undefined : Math.max(appropriationNok, sum),
      },
      series: [
        {
          ...series,
          name: say(reader, 'report.chart.earlier'),
          itemStyle: { color: CHART_COLOURS.light },
          data: drawn.map(([, paid, total]) => Number(total) - Number(paid)),
        },
        {
          ...series,
          name: say(reader, 'report.chart.this_term'),
          itemStyle: { color: CHART_COLOURS.accent },
          label: labelAbove(({ dataIndex }) => label(Number(drawn[dataIndex]?.[2] ?? 0))),
          data: drawn.map(([, paid]) => paid),
          ...limit,
        },
      ],
    },
  };
}
