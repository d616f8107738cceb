import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import type { ReportModel } from '../model/report-model';
import { say } from '../site/place';
import type { ChartPlan, Reader } from './chart';
import { GRID, LEGEND, millions, SIZE } from './chart-parts';

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
  return {
    ...SIZE,
    name: 'terms',
    title: say(reader, 'report.chart.terms'),
    says: say(reader, 'report.chart.terms_says'),
    columns: [say(reader, 'report.chart.term'), say(reader, 'report.paid'), say(reader, 'report.chart.so_far')],
    rows,
    option: {
      grid: GRID,
      legend: LEGEND,
      xAxis: { type: 'category', data: drawn.map(([name]) => name), ...AXIS },
      yAxis: {
        type: 'value',
        name: say(reader, 'report.chart.millions'),
        nameTextStyle: { align: 'left', fontSize: 12 },
        nameGap: 8,
        max: appropriationNok === undefined ? undefined : Math.max(appropriationNok, sum),
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: label },
      },
      series: [
        {
          name: say(reader, 'report.chart.earlier'),
          type: 'bar',
          stack: 'sum',
          barMaxWidth: 64,
          itemStyle: { color: CHART_COLOURS.light },
          data: drawn.map(([, paid, total]) => Number(total) - Number(paid)),
        },
        {
          name: say(reader, 'report.chart.this_term'),
          type: 'bar',
          stack: 'sum',
          barMaxWidth: 64,
          itemStyle: { color: CHART_COLOURS.accent },
          label: {
            show: true,
            position: 'top',
            formatter: ({ dataIndex }: { dataIndex: number }) => label(Number(drawn[dataIndex]?.[2] ?? 0)),
            fontSize: 13,
          },
          data: drawn.map(([, paid]) => paid),
          ...limit,
        },
      ],
    },
  };
}
