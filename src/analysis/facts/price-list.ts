import type { Rate, RateKey, RateTable } from '../../domain';
import { CELL_LIMIT, rateOfCell } from './cell-key';

/** Stands for a price that nobody has given. */
export const NO_PRICE = -1;

/** Rates of one grant year by cell, whole kroner; NO_PRICE where the figure is missing. */
export interface PriceList {
  readonly grantYear: number;
  readonly nokByCell: Float64Array;
  readonly perTeachingHourNok: number;
  readonly perParticipantHourNok: number;
}

/** The rates of a grant year as a price list. */
export function priceListOf(rates: RateTable, grantYear: number): PriceList {
  const nokByCell = new Float64Array(CELL_LIMIT).fill(NO_PRICE);
  for (let cell = 0; cell < CELL_LIMIT; cell += 1) {
    const name = rateOfCell(cell);
    if (name === undefined) continue;
    nokByCell[cell] = priceOf(rates, rates.find(name.key, grantYear, name.rateClass));
  }
  const hour = (key: RateKey): number => priceOf(rates, rates.find(key, grantYear, 'single'));
  return {
    grantYear,
    nokByCell,
    perTeachingHourNok: hour('timetilskudd.per_teaching_hour'),
    perParticipantHourNok: hour('timetilskudd.per_participant_hour'),
  };
}

/** The first list where it has a price, else the second: to value what only the second side has a rate for. */
export function fillPrices(prices: PriceList, others: PriceList): PriceList {
  const or = (price: number, other: number): number => (price === NO_PRICE ? other : price);
  return {
    grantYear: prices.grantYear,
    nokByCell: prices.nokByCell.map((price, cell) => or(price, others.nokByCell[cell] ?? NO_PRICE)),
    perTeachingHourNok: or(prices.perTeachingHourNok, others.perTeachingHourNok),
    perParticipantHourNok: or(prices.perParticipantHourNok, others.perParticipantHourNok),
  };
}

function priceOf(rates: RateTable, index: number): number {
  const rate: Rate | undefined = rates.rates[index];
  return rate === undefined ? NO_PRICE : rate.valueNok;
}
