import { formatWhole } from '../../domain';
import { CHART_COLOURS } from '../charts/draw-chart';
import { say } from '../site/place';
import type { ChartPlan, ChartTexts, Reader } from './chart';
import { FALLING, figureAxis, GRID, millions, nameAbove, nameAxis, SIZE } from './chart-parts';

/** An amount that is added, or where a way begins or ends. */
export interface WaterfallStep {
  readonly name: string;
  readonly amountNok: number;
}

/** The way from one sum to another, step by step. The axis is cut where the steps are small beside the sums. */
export function waterfallChart(
  reader: Reader,
  way: { readonly from: WaterfallStep; readonly steps: readonly WaterfallStep[]; readonly to: WaterfallStep },
  texts: ChartTexts,
): ChartPlan {
  const { from, steps, to } = way;
  let sum = from.amountNok;
  const bars = steps.map(({ name, amountNok }) => {
    const before = sum;
    sum += amountNok;
    return { name, amountNok, low: Math.min(before, sum), size: Math.abs(amountNok) };
  });
  const levels = [from.amountNok, to.amountNok, ...bars.flatMap(({ low, size }) => [low, low + size])];
  const floor = cutOf(Math.min(...levels), Math.max(...levels));
  const rows = steps.length === 0 ? [] : [from, ...steps, to].map(({ name, amountNok }) => [name, amountNok]);
  const label = millions(reader.language);
  const bar = (value: number, style: object, text: string) => ({
    value,
    itemStyle: style,
    label: { show: true, position: 'top', formatter: text, fontSize: 12, color: CHART_COLOURS.ink },
  });
  const ends = (step: WaterfallStep) =>
    bar(step.amountNok - floor, { color: CHART_COLOURS.light }, `${label(step.amountNok)}`);
  const series = { type: 'bar', stack: 'way', barMaxWidth: 64 };
  return {
    ...SIZE,
    ...texts,
    says: floor > 0 ? `${texts.says} ${say(reader, 'report.chart.cut', { floor: label(floor) })}` : texts.says,
    columns: [say(reader, 'report.chart.step'), say(reader, 'report.amount')],
    rows,
    option: {
      grid: { ...GRID, top: 34 },
      xAxis: nameAxis([from.name, ...steps.map(({ name }) => name), to.name]),
      yAxis: { ...figureAxis((value) => label(value + floor)), ...nameAbove(say(reader, 'report.chart.millions'), 14) },
      series: [
        { ...series, itemStyle: { color: 'transparent' }, data: [0, ...bars.map(({ low }) => low - floor), 0] },
        {
          ...series,
          data: [
            ends(from),
            ...bars.map(({ amountNok, size }) =>
              bar(
                size,
                amountNok < 0 ? FALLING : { color: CHART_COLOURS.accent },
                `${amountNok > 0 ? '+' : ''}${formatWhole(amountNok)}`,
              ),
            ),
            ends(to),
          ],
        },
      ],
    },
  };
}

/** Where the axis begins: at nothing, or at a round sum below all that is drawn where that is far above nothing. */
function cutOf(low: number, high: number): number {
  const space = Math.max((high - low) / 2, 1_000_000);
  const step = 10 ** (String(Math.floor(space)).length - 1);
  return low > 4 * (high - low) && low > 2 * space ? Math.floor((low - space) / step) * step : 0;
}
