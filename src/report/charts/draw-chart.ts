/** A chart as echarts takes it; colours, type and sizes come from the house. */
export type ChartOption = Readonly<Record<string, unknown>>;

export interface Canvas {
  readonly width: number;
  readonly height: number;
}

/** One accent, one that stands against it in grey too, and greys. */
export const CHART_COLOURS = {
  accent: '#0b5563',
  light: '#7fb6bf',
  against: '#c8772b',
  ink: '#1c2430',
  soft: '#5b6573',
  line: '#d9dee3',
};

const FONT = 'Helvetica Neue, Arial, sans-serif';

/**
 * Draws a chart into a self-contained SVG on this machine alone. The same option gives the same bytes: no clock, no random
 * number, no width of a font that is installed here or there.
 */
export async function drawChart(option: ChartOption, { width, height }: Canvas): Promise<string> {
  const { init } = await import('echarts');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      textStyle: { fontFamily: FONT, fontSize: 13, color: CHART_COLOURS.ink },
      ...option,
    });
    return withoutTraces(chart.renderToSVGString());
  } finally {
    // Else the process never ends.
    chart.dispose();
  }
}

/** Names that count the charts of a process, and styles for a mouse that is not there. */
function withoutTraces(svg: string): string {
  return `${svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ class="zr\d+-cls-\d+"/g, '')
    .replace(/\bzr\d+-/g, 'zr-')
    .trim()}\n`;
}

/** Axes as every chart has them. */
export const AXIS = {
  axisLine: { lineStyle: { color: CHART_COLOURS.soft } },
  axisTick: { show: false },
  axisLabel: { color: CHART_COLOURS.ink, fontSize: 13 },
  splitLine: { lineStyle: { color: CHART_COLOURS.line } },
} as const;
