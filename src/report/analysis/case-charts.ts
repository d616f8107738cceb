import { formatWhole } from '../../domain';
import type { Language } from '../../messages';
import { CHART_COLOURS } from '../charts/draw-chart';
import type { ChartPlan, ChartTexts, Reader } from '../figures/chart';
import { figureAxis, GRID, LEGEND, labelAbove, nameAxis, SIZE } from '../figures/chart-parts';
import { distributionChart, SIZE_STEPS } from '../figures/distribution-chart';
import { waterfallChart } from '../figures/waterfall-chart';
import { type Changed, winnersChart } from '../figures/winners-chart';
import type { CaseShown, CellPair } from '../model/analysis-model';
import { say, word } from '../site/place';
import { type AnalysisKind, cellName, sideNames } from './case-names';

/** Figures of a case, by what they show. */
export const CASE_FIGURES = ['waterfall', 'winners', 'distribution', 'cohorts'] as const;
export type CaseFigure = (typeof CASE_FIGURES)[number];

/** Name of a figure's files; `place` of the case from 1. */
export function figureName(figure: CaseFigure, place: number): string {
  return `${figure}-${place}`;
}

/** The figures of a case; those that there are no numbers for have no rows. */
export function caseCharts(one: CaseShown, place: number, kind: AnalysisKind, language: Language): ChartPlan[] {
  const reader = { language };
  const { a, b, effects } = one;
  const names = sideNames(reader, kind);
  const texts = (figure: CaseFigure): ChartTexts => ({
    name: figureName(figure, place),
    title: say(reader, `report.chart.case.${figure}`),
    says: say(reader, `report.chart.case.${figure}_says`, names),
  });
  const isWhole = a.sizeNok !== undefined && b.sizeNok !== undefined;
  const steps = effects.map(({ name, amountNok }) => ({ name: say(reader, `report.effect.${name}`), amountNok }));
  const changes = changesOf(one);
  return [
    waterfallChart(
      reader,
      {
        from: { name: names.a, amountNok: a.sizeNok ?? 0 },
        steps: isWhole ? steps : [],
        to: { name: names.b, amountNok: b.sizeNok ?? 0 },
      },
      texts('waterfall'),
    ),
    winnersChart(reader, changes, texts('winners')),
    distributionChart(reader, changes, SIZE_STEPS, texts('distribution')),
    pairChart(
      reader,
      one.cells
        .filter(isCohort)
        .map((cell) => ({ name: cellName(cell, (value) => word(reader, value)), a: cell.aPersons, b: cell.bPersons })),
      { ...names, group: say(reader, 'report.year') },
      texts('cohorts'),
    ),
  ];
}

function isCohort({ yearNumber, rateClass }: CellPair): boolean {
  return /^\d$/.test(yearNumber) && rateClass !== 'various';
}

function changesOf({ recipients }: CaseShown): Changed[] {
  return recipients.flatMap(({ id, name, aNok, bNok }) =>
    aNok === undefined || bNok === undefined || aNok === bNok
      ? []
      : [{ name: `${id} ${name}`, changeNok: bNok - aNok, lastNok: aNok }],
  );
}

/** A group with its number on either side; undefined where it is not shown. */
interface PairedNumber {
  readonly name: string;
  readonly a: number | undefined;
  readonly b: number | undefined;
}

/** Numbers of two sides beside each other. */
function pairChart(
  reader: Reader,
  rows: readonly PairedNumber[],
  names: { readonly a: string; readonly b: string; readonly group: string },
  texts: ChartTexts,
): ChartPlan {
  const hidden = say(reader, 'report.hidden');
  // Longer numbers would run into each other; they stand in the table.
  const areShort = rows.every(({ a = 0, b = 0 }) => Math.max(a, b) < 100_000);
  const series = (name: string, color: string, of: (row: PairedNumber) => number | undefined) => ({
    name,
    type: 'bar',
    barMaxWidth: 44,
    itemStyle: { color },
    label: { ...labelAbove(({ value }) => formatWhole(value), 12), show: areShort },
    data: rows.map((row) => of(row) ?? null),
  });
  return {
    ...SIZE,
    ...texts,
    columns: [names.group, names.a, names.b],
    rows: rows.map(({ name, a, b }) => [name, a ?? hidden, b ?? hidden]),
    option: {
      grid: GRID,
      legend: LEGEND,
      xAxis: nameAxis(rows.map(({ name }) => name)),
      yAxis: figureAxis(formatWhole),
      series: [series(names.a, CHART_COLOURS.light, ({ a }) => a), series(names.b, CHART_COLOURS.accent, ({ b }) => b)],
    },
  };
}
