import { formatWhole } from '../../domain';
import type { Language } from '../../messages';
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
  return (value) => {
    const tenths = Math.abs(Math.round(value / 100_000));
    const whole = formatWhole((tenths - (tenths % 10)) / 10);
    const decimals = tenths % 10 === 0 ? '' : `${language === 'nb' ? ',' : '.'}${tenths % 10}`;
    return `${value < 0 && tenths !== 0 ? '\u2212' : ''}${whole}${decimals}`;
  };
}
