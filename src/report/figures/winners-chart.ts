import { formatWhole } from '../../domain';
import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import { say } from '../site/place';
import type { ChartPlan, ChartTexts, Reader } from './chart';
import { FALLING, figureAxis, GRID, millions } from './chart-parts';

/** A recipient whose amount may have changed. */
export interface Changed {
  readonly name: string;
  readonly changeNok: number;
  readonly lastNok: number;
}

/** So many stand on either side. */
const MOST = 10;

/** The largest changes up and down. */
export function winnersChart(reader: Reader, changes: readonly Changed[], texts: ChartTexts): ChartPlan {
  const sorted = changes.toSorted((one, other) => other.changeNok - one.changeNok || (one.name < other.name ? -1 : 1));
  const up = sorted.filter(({ changeNok }) => changeNok > 0).slice(0, MOST);
  const down = sorted.filter(({ changeNok }) => changeNok < 0).slice(-MOST);
  const rows = [...up, ...down];
  const isSmall = rows.every(({ changeNok }) => Math.abs(changeNok) < 1_000_000);
  const label = isSmall ? (value: number) => formatWhole(Math.round(value / 1000)) : millions(reader.language);
  return {
    width: 640,
    height: 96 + rows.length * 26,
    ...texts,
    columns: [say(reader, 'report.recipient'), say(reader, 'report.change')],
    rows: rows.map(({ name, changeNok }) => [name, changeNok]),
    option: {
      grid: { ...GRID, top: 16, bottom: 34, right: 40 },
      xAxis: {
        ...figureAxis(label),
        name: say(reader, isSmall ? 'report.chart.annual_axis' : 'report.chart.millions'),
        nameLocation: 'middle',
        nameGap: 28,
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ name }) => name),
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, width: 190, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 16,
          data: rows.map(({ changeNok }) => ({
            value: changeNok,
            itemStyle: changeNok < 0 ? FALLING : { color: CHART_COLOURS.accent },
          })),
        },
      ],
    },
  };
}
