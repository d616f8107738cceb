import { f64 } from '../../domain';
import type { Band } from './simulation-types';

const LOW = 10;
const HIGH = 90;
const HALF = 50;
const ALL = 100;

/** The numbers that 10, 50 and 90 percent of some whole numbers do not exceed. */
export function bandOf(values: Float64Array | Int32Array): Band {
  const sorted = Float64Array.from(values).sort();
  const at = (percent: number): number =>
    sorted.length === 0 ? 0 : f64(sorted, Math.max(0, Math.ceil((sorted.length * percent) / ALL) - 1));
  return { p10: at(LOW), p50: at(HALF), p90: at(HIGH) };
}

/** Sums of some rows, number by number. */
export function sumRows(rows: readonly (Float64Array | Int32Array)[], length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const row of rows) {
    for (let index = 0; index < length; index += 1) sums[index] = f64(sums, index) + (row[index] ?? 0);
  }
  return sums;
}
