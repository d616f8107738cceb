import {
  at,
  COMPONENTS,
  COUNT_COMPONENT,
  type Component,
  componentOrdinal,
  isCounted,
  paysHours,
  RATE_CLASS,
  RATE_CLASSES,
  type RateClass,
  type RateKey,
  rateKeysOf,
} from '../../domain';

/**
 * A cell is a component with year number and rate class: what has one rate in a grant year. Its key is below
 * CELL_LIMIT, so that prices and totals by cell are short arrays.
 */
export const CELL_LIMIT = COMPONENTS.length * 32;

/** @param yearNumber 0 where the component has none; @param rateClass RATE_CLASS */
export function cellKey(ordinal: number, yearNumber: number, rateClass: number): number {
  return ordinal * 32 + yearNumber * 4 + rateClass;
}

/** Cell of the component that is counted, by the step of a kommune; of a person alone RATE_CLASS none. */
export function countedCell(step: number): number {
  return cellKey(componentOrdinal(COUNT_COMPONENT), 0, step);
}

/** True for the component that is counted, at any step. */
export function isCountedCell(cell: number): boolean {
  return IS_COUNTED_CELL[cell] === true;
}

const IS_COUNTED_CELL = Array.from({ length: CELL_LIMIT }, (_, cell) => isCounted(at(COMPONENTS, cell >> 5)));

/** The cell of the same component and class so many year numbers later, or earlier where negative. */
export function cellOfLaterYear(cell: number, years: number): number {
  return cell + years * 4;
}

export function ordinalOfCell(cell: number): number {
  return cell >> 5;
}

export function componentOfCell(cell: number): Component {
  return at(COMPONENTS, cell >> 5);
}

/** 1-5, 0 for none. */
export function yearNumberOfCell(cell: number): number {
  return (cell >> 2) & 7;
}

/** RATE_CLASS */
export function rateClassOfCell(cell: number): number {
  return cell & 3;
}

/** Name of a rate. */
interface CellRate {
  readonly key: RateKey;
  readonly rateClass: RateClass;
}

const RATES_BY_CELL = Array.from({ length: CELL_LIMIT }, (_, cell) => namesOfRates(cell));

/** Names of the rates of a cell; none where its class is none. */
export function ratesOfCell(cell: number): readonly CellRate[] {
  return at(RATES_BY_CELL, cell);
}

function namesOfRates(cell: number): readonly CellRate[] {
  const rateClass = RATE_CLASSES[rateClassOfCell(cell) - RATE_CLASS.low];
  if (rateClass === undefined) return [];
  return rateKeysOf(componentOfCell(cell), yearNumberOfCell(cell)).map((key) => ({ key, rateClass }));
}

/** Name of the rate of a cell that has one; undefined where it has none, or is paid by the hour. */
export function rateOfCell(cell: number): CellRate | undefined {
  return paysHours(componentOfCell(cell)) ? undefined : ratesOfCell(cell)[0];
}
