import type { SimulatedForecast } from '../../analysis';

/** A grant year that is foreseen and whose appropriation is known. */
export interface ForecastAppropriation {
  readonly grantYear: number;
  readonly amountNok: number;
  /** Appropriation less the middle of what is foreseen. */
  readonly leftNok: number;
}

/** Held against the middle of what is foreseen, in the order of the years. */
export function appropriationsOf(
  { totals }: SimulatedForecast,
  known: ReadonlyMap<number, number>,
): ForecastAppropriation[] {
  return totals.flatMap(({ grantYear, amountNok: { p50 } }) => {
    const amountNok = known.get(grantYear);
    return amountNok === undefined ? [] : [{ grantYear, amountNok, leftNok: amountNok - p50 }];
  });
}
