import { formatWhole } from '../../domain';
import type { Language } from '../../messages';
import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import { type ChartPlan, type ChartSet, drawCharts, type Reader } from '../figures/chart';
import { figureAxis, GRID, LEGEND, nameAbove, runTexts, SIZE } from '../figures/chart-parts';
import { distributionChart, TERM_STEPS } from '../figures/distribution-chart';
import { termsChart } from '../figures/terms-chart';
import { type Changed, winnersChart } from '../figures/winners-chart';
import type { Cohort } from '../model/figures';
import type { Recipient } from '../model/recipient';
import type { ReportModel } from '../model/report-model';
import { say, word } from './place';

/** The figures of a run. */
export function runCharts(model: ReportModel, language: Language): Promise<ChartSet> {
  const reader = { language };
  const changes = changesOf(model);
  return drawCharts([
    termsChart(reader, model),
    cohortsChart(reader, model.cohorts),
    winnersChart(reader, changes, runTexts(reader, 'winners')),
    distributionChart(reader, changes, TERM_STEPS, runTexts(reader, 'distribution')),
    hoursChart(reader, model.recipients),
  ]);
}

/** Lines of this run beside those of the last; none where there is no last. */
function changesOf({ runs, recipients }: ReportModel): Changed[] {
  if (runs.length < 2) return [];
  return recipients.flatMap(({ id, name, linesNok, lastNok }) =>
    linesNok === undefined || lastNok === undefined || (linesNok === 0 && lastNok === 0)
      ? []
      : [{ name: `${id} ${name}`, changeNok: linesNok - lastNok, lastNok }],
  );
}

/** Persons by year in the programme and rate. */
function cohortsChart(reader: Reader, cohorts: readonly Cohort[]): ChartPlan {
  const rows = cohorts.filter(
    ({ yearNumber, rateClass, persons }) =>
      /^\d$/.test(yearNumber) && (rateClass === 'low' || rateClass === 'high') && persons !== undefined,
  );
  const years = [...new Set(rows.map(({ yearNumber }) => yearNumber))].sort();
  const of = (rateClass: string): (number | null)[] =>
    years.map((year) => rows.find((row) => row.yearNumber === year && row.rateClass === rateClass)?.persons ?? null);
  const series = (rateClass: 'low' | 'high', color: string, textColor: string) => ({
    name: say(reader, `report.chart.class_${rateClass}`),
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
    ...runTexts(reader, 'cohorts'),
    columns: (['report.year', 'report.rate_class', 'report.persons', 'report.annual'] as const).map((key) =>
      say(reader, key),
    ),
    rows: rows.map(({ yearNumber, rateClass, persons, annualNok }) => [
      yearNumber,
      word(reader, rateClass),
      persons ?? '',
      annualNok ?? '',
    ]),
    option: {
      grid: GRID,
      legend: LEGEND,
      xAxis: { type: 'category', data: years.map((year) => `${say(reader, 'report.year')} ${year}`), ...AXIS },
      yAxis: figureAxis(formatWhole),
      series: [series('high', CHART_COLOURS.accent, '#ffffff'), series('low', CHART_COLOURS.light, CHART_COLOURS.ink)],
    },
  };
}

/** Hours of training and the year's amount: a dot a recipient. */
function hoursChart(reader: Reader, recipients: readonly Recipient[]): ChartPlan {
  const rows = recipients.flatMap(({ id, name, hours: own, annualNok }) =>
    own?.hoursHundredths === undefined || annualNok === undefined || annualNok === 0
      ? []
      : [[`${id} ${name}`, Math.round(own.hoursHundredths / 100), annualNok] as const],
  );
  return {
    ...SIZE,
    ...runTexts(reader, 'hours'),
    columns: [say(reader, 'report.recipient'), say(reader, 'report.hours'), say(reader, 'report.annual')],
    rows,
    option: {
      grid: { ...GRID, bottom: 34 },
      xAxis: {
        ...figureAxis(formatWhole),
        type: 'log',
        min: 10,
        name: say(reader, 'report.chart.hours_axis'),
        nameLocation: 'middle',
        nameGap: 30,
      },
      yAxis: {
        ...figureAxis((value) => formatWhole(value / 1000)),
        ...nameAbove(say(reader, 'report.chart.annual_axis'), 12),
        type: 'log',
        min: 10_000,
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
