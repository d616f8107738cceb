import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import type { ForecastShown } from '../model/forecast-model';
import { say } from '../site/place';
import type { ChartPlan, Reader } from './chart';
import { figureAxis, GRID, LEGEND, labelAbove, millions, nameAbove, SIZE } from './chart-parts';

/** What years came to, and the fan of what is expected: the middle, and between which bounds eight of ten lie. */
export function fanChart(reader: Reader, { known, years }: ForecastShown): ChartPlan {
  const label = millions(reader.language);
  const [before, fan, middle] = [
    say(reader, 'report.forecast.known'),
    say(reader, 'report.forecast.band'),
    say(reader, 'report.forecast.middle'),
  ];
  const limit = say(reader, 'report.appropriation');
  const hasLimit = years.some(({ appropriationNok }) => appropriationNok !== undefined);
  const last = known.at(-1)?.amountNok ?? null;
  const none = known.map(() => null);
  // The fan opens where what is known ends.
  const opened = (values: readonly number[], start: number | null): (number | null)[] => [
    ...none.slice(1),
    ...(known.length === 0 ? [] : [start]),
    ...values,
  ];
  const line = { type: 'line', symbolSize: 8, lineStyle: { width: 2.5 } };
  // Of one year alone no line can be drawn: its bounds stand as a bar.
  const bound =
    known.length + years.length === 1
      ? { type: 'bar', stack: 'fan', barWidth: 64, itemStyle: { opacity: 0 } }
      : { type: 'line', stack: 'fan', symbol: 'none', lineStyle: { opacity: 0 } };
  const amounts = [
    ...known.map(({ amountNok }) => amountNok),
    ...years.flatMap(({ amountNok: { p10, p90 }, appropriationNok }) => [p10, p90, appropriationNok ?? p10]),
  ];
  return {
    ...SIZE,
    name: 'fan',
    title: say(reader, 'report.forecast.fan'),
    says: say(reader, 'report.forecast.fan_says'),
    columns: [say(reader, 'report.grant_year'), before, 'P10', 'P50', 'P90', ...(hasLimit ? [limit] : [])],
    rows: [
      ...known.map(({ grantYear, amountNok }) => [
        ...[String(grantYear), amountNok, '', '', ''],
        ...(hasLimit ? [''] : []),
      ]),
      ...years.map(({ grantYear, amountNok: { p10, p50, p90 }, appropriationNok }) => [
        ...[String(grantYear), '', p10, p50, p90],
        ...(hasLimit ? [appropriationNok ?? ''] : []),
      ]),
    ],
    option: {
      grid: { ...GRID, top: 64 },
      legend: { ...LEGEND, data: [before, middle, fan, ...(hasLimit ? [limit] : [])] },
      xAxis: {
        type: 'category',
        data: [...known, ...years].map(({ grantYear }) => String(grantYear)),
        ...AXIS,
      },
      yAxis: {
        ...figureAxis(label),
        ...nameAbove(say(reader, 'report.chart.millions'), 8),
        min: Math.min(...amounts) > Math.max(...amounts) / 2 ? Math.floor(Math.min(...amounts) / 2e7) * 1e7 : 0,
      },
      series: [
        {
          ...bound,
          name: 'P10',
          data: opened(
            years.map(({ amountNok }) => amountNok.p10),
            last,
          ),
        },
        {
          ...bound,
          name: fan,
          areaStyle: { color: CHART_COLOURS.light, opacity: 0.55 },
          itemStyle: { color: CHART_COLOURS.light },
          data: opened(
            years.map(({ amountNok }) => amountNok.p90 - amountNok.p10),
            last === null ? null : 0,
          ),
        },
        {
          ...line,
          name: middle,
          lineStyle: { width: 2.5, type: 'dashed' },
          symbol: 'diamond',
          itemStyle: { color: CHART_COLOURS.against },
          label: labelAbove(({ value, dataIndex }) => (dataIndex < known.length ? '' : label(value))),
          data: opened(
            years.map(({ amountNok }) => amountNok.p50),
            last,
          ),
        },
        {
          ...line,
          name: before,
          symbol: 'circle',
          itemStyle: { color: CHART_COLOURS.accent },
          label: labelAbove(({ value }) => label(value)),
          data: known.map(({ amountNok }) => amountNok),
        },
        ...(hasLimit
          ? [limitSeries(limit, [...none, ...years.map(({ appropriationNok }) => appropriationNok ?? null)])]
          : []),
      ],
    },
  };
}

/** A level at each year of which the appropriation is known: between years it has none. */
function limitSeries(name: string, data: readonly (number | null)[]) {
  return {
    name,
    type: 'line',
    symbol: 'rect',
    symbolSize: [84, 3],
    lineStyle: { width: 0 },
    itemStyle: { color: CHART_COLOURS.ink },
    data,
  };
}
