import { formatDecimals } from '../../domain';
import { decimalText, type Language } from '../../messages';
import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import { say } from '../site/place';
import type { ChartTexts, Reader } from './chart';

export const SIZE = { width: 640, height: 340 };
export const GRID = { left: 10, right: 24, top: 46, bottom: 10, containLabel: true };
export const LEGEND = { top: 4, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { fontSize: 13 } };

/** What falls: another colour, and hatched, so that it can be told from what rises without colours. */
export const FALLING = {
  color: CHART_COLOURS.against,
  decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -0.78, color: '#ffffff' },
};

/** An axis of figures as they are written. */
export function figureAxis(formatter: (value: number) => string) {
  return { type: 'value', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter } };
}

/** The name of an upright axis, above it. */
export function nameAbove(name: string, nameGap: number) {
  return { name, nameTextStyle: { align: 'left', fontSize: 12 }, nameGap };
}

/** An axis of names, each folded to a width. */
export function nameAxis(data: readonly string[], width = 88) {
  const axisLabel = { ...AXIS.axisLabel, fontSize: 12, interval: 0, width, overflow: 'break' };
  return { type: 'category', data, ...AXIS, axisLabel };
}

/** What is written above a bar or a point. */
export function labelAbove(formatter: (point: Point) => string, fontSize = 13) {
  return { show: true, position: 'top', fontSize, formatter };
}

/** A value that is drawn, and its place. */
interface Point {
  readonly value: number;
  readonly dataIndex: number;
}

/** What a figure of a run is called and what it says. */
export function runTexts(reader: Reader, name: 'terms' | 'cohorts' | 'winners' | 'distribution' | 'hours'): ChartTexts {
  return { name, title: say(reader, `report.chart.${name}`), says: say(reader, `report.chart.${name}_says`) };
}

/** Millions with one decimal for an axis. */
export function millions(language: Language): (value: number) => string {
  return (value) => decimalText(formatDecimals(Math.round(value / 100_000), 1).replace('.0', ''), language);
}
