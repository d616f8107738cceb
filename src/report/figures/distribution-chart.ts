import { formatWhole } from '../../domain';
import { CHART_COLOURS } from '../charts/draw-chart';
import { say } from '../site/place';
import type { ChartPlan, ChartTexts, Reader } from './chart';
import { figureAxis, GRID, nameAxis, SIZE } from './chart-parts';
import type { Changed } from './winners-chart';

/** Bounds of the classes of change from one term to another, in percent. */
export const TERM_STEPS = [-50, -20, -5, 5, 20, 50];
/** The same from one sizing to another, as a comparison has them. */
export const SIZE_STEPS = [-20, -10, -5, -2, 0, 2, 5, 10, 20];

/** How many recipients change by how much. */
export function distributionChart(
  reader: Reader,
  changes: readonly Changed[],
  steps: readonly number[],
  texts: ChartTexts,
): ChartPlan {
  const all = changes.filter(({ lastNok }) => lastNok > 0);
  const classOf = ({ changeNok, lastNok }: Changed): number =>
    steps.filter((step) => changeNok * 100 >= step * lastNok).length;
  const names = [
    ...steps.map((step, index) =>
      index === 0 ? `< ${signedText(step)} %` : `${signedText(steps[index - 1] ?? 0)} – ${signedText(step)} %`,
    ),
    `≥ ${signedText(steps.at(-1) ?? 0)} %`,
  ];
  const counts = names.map((_, index) => all.filter((row) => classOf(row) === index).length);
  return {
    ...SIZE,
    ...texts,
    columns: [say(reader, 'report.change'), say(reader, 'report.recipients')],
    rows: all.length === 0 ? [] : names.map((name, index) => [name, counts[index] ?? 0]),
    option: {
      grid: { ...GRID, top: 24 },
      xAxis: nameAxis(names, Math.floor(560 / names.length)),
      yAxis: { ...figureAxis(formatWhole), name: '', minInterval: 1 },
      series: [
        {
          type: 'bar',
          barCategoryGap: '12%',
          itemStyle: { color: CHART_COLOURS.accent },
          label: { show: true, position: 'top', fontSize: 13 },
          data: counts,
        },
      ],
    },
  };
}

function signedText(step: number): string {
  return step > 0 ? `+${step}` : formatWhole(step);
}
