import type { AmountBand, BackTestRow, BackTestScore } from '../../app';
import { hundredths } from '../answers/common';
import { at, epochDay, kroner, list, object, orNull, text, whole } from '../declare/answer';

/** Kroner of a band. */
export const amounts = object({ p10: kronerOf('p10'), p50: kronerOf('p50'), p90: kronerOf('p90') });

function kronerOf(name: keyof AmountBand) {
  return at((band: AmountBand) => band[name], whole);
}

/** `forecast --backtest --json`. */
export const backTest = object({
  held_on: epochDay,
  rows: list(
    object({
      made_on: epochDay,
      grant_year: whole,
      component: at(({ component: one }: BackTestRow) => one ?? null, orNull(text)),
      persons: whole,
      amount: at('amountNok', amounts),
      came: kroner,
    }),
  ),
  scores: list(
    object({
      years_ahead: whole,
      component: at(({ component: one }: BackTestScore) => one ?? null, orNull(text)),
      forecasts: whole,
      bias_percent: at('biasHundredths', hundredths),
      rmse_percent: at('rmseHundredths', hundredths),
      rmse: kroner,
      covered: whole,
    }),
  ),
});
