import type { BackTest } from '../../app';
import { formatDay, formatDecimals, formatWhole } from '../../domain';
import { decimalText } from '../../messages';
import { type CliContext, say } from '../context';
import { componentName } from '../table-words';
import { table } from '../view';

/** How forecasts from earlier extracts have done: each forecast, and by component bias, error and cover. */
export function backTestText({ heldOn, rows, scores }: BackTest, context: CliContext): string {
  const nameOf = (component: string | undefined): string =>
    component === undefined ? say(context, 'common.in_all') : componentName(component, context);
  const percent = (hundredths: number): string => `${decimalText(formatDecimals(hundredths, 2), context.language)} %`;
  const forecasts = rows
    .filter(({ component }) => component === undefined)
    .map(({ madeOn, grantYear, amountNok, cameNok }) => {
      const isCovered = amountNok.p10 <= cameNok && cameNok <= amountNok.p90;
      const word = say(context, isCovered ? 'simulation.yes' : 'simulation.no');
      return [formatDay(madeOn), String(grantYear), amountNok.p10, amountNok.p50, amountNok.p90, cameNok, word];
    });
  const judged = scores.map(
    ({ yearsAhead, component, forecasts: count, biasHundredths, rmseHundredths, rmseNok, covered }) => [
      String(yearsAhead),
      nameOf(component),
      count,
      percent(biasHundredths),
      percent(rmseHundredths),
      rmseNok,
      `${formatWhole(covered)}/${formatWhole(count)}`,
    ],
  );
  return [
    say(context, 'simulation.back_test_title', { day: formatDay(heldOn) }),
    table(context, 'simulation.columns_back_test', 'llkkkkl', forecasts),
    table(context, 'simulation.columns_scores', 'llnrrkr', judged),
    say(context, 'simulation.back_test_meaning'),
  ].join('\n');
}
