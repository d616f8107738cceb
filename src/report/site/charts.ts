import { formatWhole } from '../../domain';
import type { Language } from '../../messages';
import { AXIS, CHART_COLOURS, type ChartOption, drawChart } from '../charts/draw-chart';
import { type Html, html } from './html';
import type { Recipient, ReportModel } from './model';
import { type Place, say, word } from './place';
import { table } from './table';

export const CHART_NAMES = ['terms', 'cohorts', 'winners', 'distribution', 'hours'] as const;
export type ChartName = (typeof CHART_NAMES)[number];

/** A figure: a picture, and the same as a table. */
export interface Chart {
  readonly name: ChartName;
  readonly title: string;
  /** What a reader is meant to see in it. */
  readonly says: string;
  readonly svg: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly width: number;
  readonly height: number;
}

export type ChartSet = ReadonlyMap<ChartName, Chart>;

/** Draws every figure that there are numbers for. */
export async function drawCharts(model: ReportModel, language: Language): Promise<ChartSet> {
  const place = { model, language, up: '' };
  const drawn = new Map<ChartName, Chart>();
  for (const plan of [terms(place), cohorts(place), winners(place), distribution(place), hours(place)]) {
    if (plan.rows.length === 0) continue;
    const { option, ...chart } = plan;
    drawn.set(plan.name, { ...chart, svg: await drawChart(option, { width: plan.width, height: plan.height }) });
  }
  return drawn;
}

type Plan = Omit<Chart, 'svg'> & { readonly option: ChartOption };

const SIZE = { width: 640, height: 340 };
const GRID = { left: 10, right: 24, top: 46, bottom: 10, containLabel: true };

/** Millions with one decimal for an axis. */
function millions(language: Language): (value: number) => string {
  return (value) => {
    const tenths = Math.abs(Math.round(value / 100_000));
    const whole = formatWhole((tenths - (tenths % 10)) / 10);
    const decimals = tenths % 10 === 0 ? '' : `${language === 'nb' ? ',' : '.'}${tenths % 10}`;
    return `${value < 0 && tenths !== 0 ? '\u2212' : ''}${whole}${decimals}`;
  };
}

function terms(place: Place): Plan {
  const { terms: points, appropriationNok } = place.model;
  const label = millions(place.language);
  let sum = 0;
  const hidden = say(place, 'report.hidden');
  const rows = points.map(({ label: name, paidNok }) => {
    sum += paidNok ?? 0;
    return paidNok === undefined ? [name, hidden, hidden] : [name, paidNok, sum];
  });
  const drawn = rows.filter(([, paid]) => paid !== hidden);
  const limit =
    appropriationNok === undefined
      ? {}
      : {
          markLine: {
            symbol: 'none',
            lineStyle: { color: CHART_COLOURS.against, width: 2, type: 'dashed' },
            label: {
              formatter: `${say(place, 'report.appropriation')} ${label(appropriationNok)}`,
              position: 'insideEndTop',
              fontSize: 13,
              color: CHART_COLOURS.ink,
            },
            data: [{ yAxis: appropriationNok }],
          },
        };
  return {
    ...SIZE,
    name: 'terms',
    title: say(place, 'report.chart.terms'),
    says: say(place, 'report.chart.terms_says'),
    columns: [say(place, 'report.chart.term'), say(place, 'report.paid'), say(place, 'report.chart.so_far')],
    rows,
    option: {
      grid: GRID,
      legend: { top: 4, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { fontSize: 13 } },
      xAxis: { type: 'category', data: drawn.map(([name]) => name), ...AXIS },
      yAxis: {
        type: 'value',
        name: say(place, 'report.chart.millions'),
        nameTextStyle: { align: 'left', fontSize: 12 },
        nameGap: 8,
        max: appropriationNok === undefined ? undefined : Math.max(appropriationNok, sum),
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: label },
      },
      series: [
        {
          name: say(place, 'report.chart.earlier'),
          type: 'bar',
          stack: 'sum',
          barMaxWidth: 64,
          itemStyle: { color: CHART_COLOURS.light },
          data: drawn.map(([, paid, total]) => Number(total) - Number(paid)),
        },
        {
          name: say(place, 'report.chart.this_term'),
          type: 'bar',
          stack: 'sum',
          barMaxWidth: 64,
          itemStyle: { color: CHART_COLOURS.accent },
          label: {
            show: true,
            position: 'top',
            formatter: ({ dataIndex }: { dataIndex: number }) => label(Number(drawn[dataIndex]?.[2] ?? 0)),
            fontSize: 13,
          },
          data: drawn.map(([, paid]) => paid),
          ...limit,
        },
      ],
    },
  };
}

function cohorts(place: Place): Plan {
  const rows = place.model.cohorts.filter(
    ({ yearNumber, rateClass, persons }) =>
      /^\d$/.test(yearNumber) && (rateClass === 'low' || rateClass === 'high') && persons !== undefined,
  );
  const years = [...new Set(rows.map(({ yearNumber }) => yearNumber))].sort();
  const of = (rateClass: string): (number | null)[] =>
    years.map((year) => rows.find((row) => row.yearNumber === year && row.rateClass === rateClass)?.persons ?? null);
  const series = (rateClass: 'low' | 'high', color: string, textColor: string) => ({
    name: say(place, `report.chart.class_${rateClass}`),
    type: 'bar',
    stack: 'persons',
    barMaxWidth: 72,
    itemStyle: { color },
    label: {
      show: true,
      formatter: ({ value }: { value: number }) => formatWhole(value),
      color: textColor,
      fontSize: 13,
    },
    data: of(rateClass),
  });
  return {
    ...SIZE,
    name: 'cohorts',
    title: say(place, 'report.chart.cohorts'),
    says: say(place, 'report.chart.cohorts_says'),
    columns: [
      say(place, 'report.year'),
      say(place, 'report.rate_class'),
      say(place, 'report.persons'),
      say(place, 'report.annual'),
    ],
    rows: rows.map(({ yearNumber, rateClass, persons, annualNok }) => [
      yearNumber,
      word(place, rateClass),
      persons ?? '',
      annualNok ?? '',
    ]),
    option: {
      grid: GRID,
      legend: { top: 4, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { fontSize: 13 } },
      xAxis: { type: 'category', data: years.map((year) => `${say(place, 'report.year')} ${year}`), ...AXIS },
      yAxis: { type: 'value', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: formatWhole } },
      series: [series('high', CHART_COLOURS.accent, '#ffffff'), series('low', CHART_COLOURS.light, CHART_COLOURS.ink)],
    },
  };
}

interface Changed {
  readonly name: string;
  readonly changeNok: number;
  readonly lastNok: number;
}

function changes({ recipients }: ReportModel): Changed[] {
  return recipients.flatMap(({ id, name, linesNok, lastNok }: Recipient) =>
    linesNok === undefined || lastNok === undefined || (linesNok === 0 && lastNok === 0)
      ? []
      : [{ name: `${id} ${name}`, changeNok: linesNok - lastNok, lastNok }],
  );
}

/** So many stand on either side. */
const MOST = 10;

function winners(place: Place): Plan {
  const hasLast = place.model.runs.length > 1;
  const sorted = changes(place.model).toSorted(
    (one, other) => other.changeNok - one.changeNok || (one.name < other.name ? -1 : 1),
  );
  const up = sorted.filter(({ changeNok }) => changeNok > 0).slice(0, MOST);
  const down = sorted.filter(({ changeNok }) => changeNok < 0).slice(-MOST);
  const rows = hasLast ? [...up, ...down] : [];
  const label = millions(place.language);
  return {
    width: 640,
    height: 96 + rows.length * 26,
    name: 'winners',
    title: say(place, 'report.chart.winners'),
    says: say(place, 'report.chart.winners_says'),
    columns: [say(place, 'report.recipient'), say(place, 'report.change')],
    rows: rows.map(({ name, changeNok }) => [name, changeNok]),
    option: {
      grid: { ...GRID, top: 16, bottom: 34, right: 40 },
      xAxis: {
        type: 'value',
        name: say(place, 'report.chart.millions'),
        nameLocation: 'middle',
        nameGap: 28,
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: label },
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
            itemStyle:
              changeNok < 0
                ? {
                    color: CHART_COLOURS.against,
                    decal: {
                      symbol: 'rect',
                      dashArrayX: [1, 0],
                      dashArrayY: [2, 4],
                      rotation: -0.78,
                      color: '#ffffff',
                    },
                  }
                : { color: CHART_COLOURS.accent },
          })),
        },
      ],
    },
  };
}

/** Bounds of the classes of change, in percent. */
const STEPS = [-50, -20, -5, 5, 20, 50];

function distribution(place: Place): Plan {
  const all = place.model.runs.length > 1 ? changes(place.model).filter(({ lastNok }) => lastNok > 0) : [];
  const classOf = ({ changeNok, lastNok }: Changed): number =>
    STEPS.filter((step) => changeNok * 100 >= step * lastNok).length;
  const names = [
    ...STEPS.map((step, index) =>
      index === 0 ? `< ${signedText(step)} %` : `${signedText(STEPS[index - 1] ?? 0)} – ${signedText(step)} %`,
    ),
    `≥ ${signedText(STEPS.at(-1) ?? 0)} %`,
  ];
  const counts = names.map((_, index) => all.filter((row) => classOf(row) === index).length);
  return {
    ...SIZE,
    name: 'distribution',
    title: say(place, 'report.chart.distribution'),
    says: say(place, 'report.chart.distribution_says'),
    columns: [say(place, 'report.change'), say(place, 'report.recipients')],
    rows: all.length === 0 ? [] : names.map((name, index) => [name, counts[index] ?? 0]),
    option: {
      grid: { ...GRID, top: 24 },
      xAxis: {
        type: 'category',
        data: names,
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, fontSize: 12, interval: 0, width: 78, overflow: 'break' },
      },
      yAxis: { type: 'value', name: '', ...AXIS, axisLabel: { ...AXIS.axisLabel, formatter: formatWhole } },
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

function hours(place: Place): Plan {
  const rows = place.model.recipients.flatMap(({ id, name, hours: own, annualNok }) =>
    own?.hoursHundredths === undefined || annualNok === undefined || annualNok === 0
      ? []
      : [[`${id} ${name}`, Math.round(own.hoursHundredths / 100), annualNok] as const],
  );
  return {
    ...SIZE,
    name: 'hours',
    title: say(place, 'report.chart.hours'),
    says: say(place, 'report.chart.hours_says'),
    columns: [say(place, 'report.recipient'), say(place, 'report.hours'), say(place, 'report.annual')],
    rows,
    option: {
      grid: { ...GRID, bottom: 34 },
      xAxis: {
        type: 'log',
        min: 10,
        name: say(place, 'report.chart.hours_axis'),
        nameLocation: 'middle',
        nameGap: 30,
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: formatWhole },
      },
      yAxis: {
        type: 'log',
        min: 10_000,
        name: say(place, 'report.chart.annual_axis'),
        nameTextStyle: { align: 'left', fontSize: 12 },
        nameGap: 12,
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: (value: number) => formatWhole(value / 1000) },
      },
      series: [
        {
          type: 'scatter',
          symbolSize: 7,
          itemStyle: { color: CHART_COLOURS.accent, opacity: 0.55 },
          data: rows.filter(([, own]) => own > 0).map(([, own, annualNok]) => [own, annualNok]),
        },
      ],
    },
  };
}

/** File of a figure from the folder of the report. */
export function chartPath(name: ChartName, language: Language): string {
  return `figures/${name}-${language}.svg`;
}

/** A figure on a page: what it says, the picture, its numbers below. */
export function chartHtml(place: Place, charts: ChartSet, name: ChartName): Html {
  const chart = charts.get(name);
  if (chart === undefined) return html`<p>${say(place, 'report.chart.none')}</p>`;
  const root = `${place.up}${place.language === 'nb' ? '' : '../'}`;
  const numbers = table({
    caption: chart.title,
    hasQuietCaption: true,
    columns: chart.columns.map((title, index) => ({
      title,
      isFigure: index > 0 && typeof chart.rows[0]?.[index] === 'number',
    })),
    rows: chart.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatWhole(cell) : cell))),
  });
  return html`<figure>
<figcaption>${chart.says}</figcaption>
<img src="${root}${chartPath(name, place.language)}" alt="${say(place, 'report.chart.alt', { says: chart.says })}" width="${chart.width}" height="${chart.height}">
<details><summary>${say(place, 'report.chart.numbers')}</summary>${numbers}</details>
<p class="download"><a href="${root}data/figure-${name}-${place.language}.csv">CSV</a> · <a href="${root}${chartPath(name, place.language)}">SVG</a></p>
</figure>
`;
}
