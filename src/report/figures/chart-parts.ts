import { formatDecimals } from '../../domain';
import { decimalText, type Language } from '../../messages';
import { CHART_COLOURS } from '../charts/draw-chart';

export const SIZE = { width: 640, height: 340 };
export const GRID = { left: 10, right: 24, top: 46, bottom: 10, containLabel: true };
export const LEGEND = { top: 4, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { fontSize: 13 } };

/** What falls: another colour, and hatched, so that it can be told from what rises without colours. */
export const FALLING = {
  color: CHART_COLOURS.against,
  decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -0.78, color: '#ffffff' },
};

/** Millions with one decimal for an axis. */
export function millions(language: Language): (value: number) => string {
  return (value) => decimalText(formatDecimals(Math.round(value / 100_000), 1).replace('.0', ''), language);
}
