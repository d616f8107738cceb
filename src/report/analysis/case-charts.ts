import type { Language } from '../../messages';
import type { ChartPlan } from '../figures/chart';
import { distributionChart, SIZE_STEPS } from '../figures/distribution-chart';
import { pairChart } from '../figures/pair-chart';
import { waterfallChart } from '../figures/waterfall-chart';
import { type Changed, type ChartTexts, winnersChart } from '../figures/winners-chart';
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
