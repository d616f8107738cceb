import {
  type ErrorDetail,
  errorDetail,
  NorsktilskuddError,
  ownerOfCell,
  type RateClass,
  type RateKey,
  type RateTable,
  rateCell,
} from '../../domain';
import { rateOfCell } from './cell-key';
import { NO_PRICE, type PriceList } from './price-list';

/** A rate that is needed and missing, and how many persons or kommuner need it. */
export interface MissingPrice {
  readonly key: RateKey;
  readonly grantYear: number;
  readonly rateClass: RateClass;
  readonly count: number;
}

/** @param needed how many need each cell; @param hours how many kommuner need the two rates of hours */
export function missingPrices(
  needed: Float64Array,
  hours: { readonly teaching: number; readonly participant: number },
  prices: PriceList,
): MissingPrice[] {
  const { grantYear } = prices;
  const missing: MissingPrice[] = [];
  for (const [cell, count] of needed.entries()) {
    const name = rateOfCell(cell);
    if (count === 0 || name === undefined || prices.nokByCell[cell] !== NO_PRICE) continue;
    missing.push({ ...name, grantYear, count });
  }
  const hour = (key: RateKey, price: number, count: number): void => {
    if (price === NO_PRICE && count > 0) missing.push({ key, grantYear, rateClass: 'single', count });
  };
  hour('timetilskudd.per_participant_hour', prices.perParticipantHourNok, hours.participant);
  hour('timetilskudd.per_teaching_hour', prices.perTeachingHourNok, hours.teaching);
  return missing;
}

/**
 * Stops where rates are missing, naming all of them with the last year that has a value (rulebook 1): a missing figure
 * is never taken as zero.
 *
 * @throws NorsktilskuddError PARAMETERS_MISSING
 */
export function stopIfMissing(missing: readonly MissingPrice[], rates: RateTable): void {
  if (missing.length === 0) return;
  const details = missing.map((price): ErrorDetail => {
    const cell = rateCell(price.key, price.grantYear, price.rateClass);
    const params = { ...ownerOfCell(cell), cell, count: price.count, lastYear: lastYearOf(price, rates) };
    return errorDetail('PARAMETER_MISSING', params);
  });
  throw new NorsktilskuddError('rule', 'PARAMETERS_MISSING', { cells: details.length }, details);
}

/** Stops a forecast where neither a year nor any before it has a rate. @throws NorsktilskuddError PARAMETERS_MISSING */
export function stopIfUnforeseen(missing: readonly MissingPrice[]): void {
  if (missing.length === 0) return;
  const details = missing.map(({ key, grantYear, rateClass }): ErrorDetail => {
    const cell = rateCell(key, grantYear, rateClass);
    return errorDetail('FORECAST_RATE_MISSING', { ...ownerOfCell(cell), cell });
  });
  throw new NorsktilskuddError('rule', 'PARAMETERS_MISSING', { cells: details.length }, details);
}

function lastYearOf(price: MissingPrice, rates: RateTable): string {
  const years = rates.rates
    .filter(({ key, rateClass, grantYear }) => {
      return key === price.key && rateClass === price.rateClass && grantYear < price.grantYear;
    })
    .map((rate) => rate.grantYear);
  return years.length === 0 ? '-' : String(Math.max(...years));
}
