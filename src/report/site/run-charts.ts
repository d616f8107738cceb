import type { Language } from '../../messages';
import { type ChartSet, drawCharts } from '../figures/chart';
import { cohortsChart } from '../figures/cohorts-chart';
import { distributionChart, TERM_STEPS } from '../figures/distribution-chart';
import { hoursChart } from '../figures/hours-chart';
import { termsChart } from '../figures/terms-chart';
import { type Changed, winnersChart } from '../figures/winners-chart';
import type { ReportModel } from '../model/report-model';
import { say } from './place';

/** The figures of a run. */
export function runCharts(model: ReportModel, language: Language): Promise<ChartSet> {
  const reader = { language };
  const changes = changesOf(model);
  return drawCharts([
    termsChart(reader, model),
    cohortsChart(reader, model.cohorts),
    winnersChart(reader, changes, {
      name: 'winners',
      title: say(reader, 'report.chart.winners'),
      says: say(reader, 'report.chart.winners_says'),
    }),
    distributionChart(reader, changes, TERM_STEPS, {
      name: 'distribution',
      title: say(reader, 'report.chart.distribution'),
      says: say(reader, 'report.chart.distribution_says'),
    }),
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
