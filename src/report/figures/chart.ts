import type { Language } from '../../messages';
import { type ChartOption, drawChart } from '../charts/draw-chart';

/** A figure: a picture, and the same as a table. */
export interface Chart {
  /** Of its files: `terms`. */
  readonly name: string;
  readonly title: string;
  /** What a reader is meant to see in it. */
  readonly says: string;
  readonly svg: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly width: number;
  readonly height: number;
}

/** A figure before it is drawn; one without rows is none. */
export type ChartPlan = Omit<Chart, 'svg'> & { readonly option: ChartOption };

/** What a figure is called and what it says. */
export type ChartTexts = Pick<Chart, 'name' | 'title' | 'says'>;

export type ChartSet = ReadonlyMap<string, Chart>;

/** The language in which a figure is labelled. */
export interface Reader {
  readonly language: Language;
}

/** Draws every figure that there are numbers for. */
export async function drawCharts(plans: Iterable<ChartPlan>): Promise<ChartSet> {
  const drawn = new Map<string, Chart>();
  for (const { option, ...chart } of plans) {
    if (chart.rows.length === 0) continue;
    const svg = await drawChart(option, { width: chart.width, height: chart.height });
    drawn.set(chart.name, { ...chart, svg });
  }
  return drawn;
}

/** File of a figure from the folder of the report. */
export function chartPath(name: string, language: Language): string {
  return `figures/${name}-${language}.svg`;
}
