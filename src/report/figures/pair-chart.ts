import { formatWhole } from '../../domain';
import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import { say } from '../site/place';
import type { ChartPlan, Reader } from './chart';
import { GRID, LEGEND, SIZE } from './chart-parts';
import type { ChartTexts } from './winners-chart';

/** A group with its number on either side; undefined where it is not shown. */
export interface PairedNumber {
  readonly name: string;
  readonly a: number | undefined;
  readonly b: number | undefined;
}

/** Numbers of two sides beside each other. */
export function pairChart(
  reader: Reader,
  rows: readonly PairedNumber[],
  names: { readonly a: string; readonly b: string; readonly group: string },
  texts: ChartTexts,
): ChartPlan {
  const hidden = say(reader, 'report.hidden');
  // Longer numbers would run into each other; they stand in the table.
  const areShort = rows.every(({ a = 0, b = 0 }) => Math.max(a, b) < 100_000);
  const series = (name: string, color: string, of: (row: PairedNumber) => number | undefined) => ({
    name,
    type: 'bar',
    barMaxWidth: 44,
    itemStyle: { color },
    label: {
      show: areShort,
      position: 'top',
      fontSize: 12,
      formatter: ({ value }: { value: number }) => formatWhole(value),
    },
    data: rows.map((row) => of(row) ?? null),
  });
  return {
    ...SIZE,
    ...texts,
    columns: [names.group, names.a, names.b],
    rows: rows.map(({ name, a, b }) => [name, a ?? hidden, b ?? hidden]),
    option: {
      grid: GRID,
      legend: LEGEND,
      xAxis: {
        type: 'category',
        data: rows.map(({ name }) => name),
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, fontSize: 12, interval: 0, width: 88, overflow: 'break' },
      },
      yAxis: { type: 'value', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: formatWhole } },
      series: [series(names.a, CHART_COLOURS.light, ({ a }) => a), series(names.b, CHART_COLOURS.accent, ({ b }) => b)],
    },
  };
}
