import { ratesOfCell, type SizeSlot } from '../../analysis';
import { type ErrorDetail, errorDetail, type Rate, type RateTable, rateCell } from '../../domain';

/** The rows of a rates file that a user gave. */
export interface RatesFile {
  /** Without its folder. */
  readonly name: string;
  readonly rates: readonly Rate[];
}

/** Which rates a calculation used. */
export interface RatesInUse {
  readonly grantYear: number;
  /** Other grant years whose rates count, such as the year before in a run. */
  readonly otherYears: readonly number[];
  isUsed(rate: Rate): boolean;
}

/**
 * What is told of rates files that change nothing: none of their cells is of the year or used in it. A file that is used
 * and holds other years too is reported as well, for its reader may believe that those count.
 *
 * @returns details with codes RATES_OF_OTHER_YEARS, RATES_UNUSED, RATES_ALSO_OF_OTHER_YEARS
 */
export function ratesWarnings(
  files: readonly RatesFile[],
  { grantYear, otherYears, isUsed }: RatesInUse,
): ErrorDetail[] {
  const counting = [grantYear, ...otherYears];
  return files.flatMap(({ name, rates }): ErrorDetail[] => {
    const years = [...new Set(rates.map((rate) => rate.grantYear))].sort((a, b) => a - b);
    const others = years.filter((year) => !counting.includes(year)).join(', ');
    const own = rates.filter((rate) => counting.includes(rate.grantYear));
    const params = { file: name, grantYear, years: years.join(', ') || '-', others };
    if (own.length === 0) return [errorDetail('RATES_OF_OTHER_YEARS', params)];
    if (!own.some(isUsed)) return [errorDetail('RATES_UNUSED', params)];
    return others === '' ? [] : [errorDetail('RATES_ALSO_OF_OTHER_YEARS', params)];
  });
}

/** Whether a row of a file is the one that holds in a table, and its cell is one of those. */
export function usedAmong(table: RateTable, cells: ReadonlySet<string>): (rate: Rate) => boolean {
  return (rate) => {
    const { key, grantYear, rateClass, file, line } = rate;
    const holding = table.rates[table.find(key, grantYear, rateClass)];
    return holding?.file === file && holding.line === line && cells.has(rateCell(key, grantYear, rateClass));
  };
}

/** Cells that sizes of a grant year rest on, by the rows of the sizing. */
export function cellsOfSlots(slots: readonly Pick<SizeSlot, 'cell'>[], grantYear: number): Set<string> {
  const cells = new Set<string>();
  const distinct = new Set<number>();
  for (const { cell } of slots) distinct.add(cell);
  for (const cell of distinct) {
    for (const { key, rateClass } of ratesOfCell(cell)) cells.add(rateCell(key, grantYear, rateClass));
  }
  return cells;
}
