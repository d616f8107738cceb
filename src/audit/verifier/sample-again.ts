import { sha256 } from './hashes';
import { STRATA, type Stratum } from './sample-results';

/** Something that could be drawn. */
export interface PopulationRow {
  readonly item: string;
  readonly stratum: Stratum;
  /** Kroner with sign. */
  readonly amountNok: number;
}

/** What a sample says of its draw. */
export interface DrawnBy {
  readonly seed: string;
  readonly size: number;
  readonly byAmount: boolean;
}

/** A row that the draw gives. */
export interface DrawnRow extends PopulationRow {
  readonly inclusionMillionths: number;
}

/** A stratum as it is drawn from. */
interface Drawing {
  readonly stratum: Stratum;
  readonly rows: readonly PopulationRow[];
  count: number;
}

/**
 * The draw of a control sample once more, written apart from the program's own (AUDIT.md, "A control sample"): items of each
 * stratum, those in for certain, then one for each of equally distant kroner.
 */
export function drawAgain(
  population: readonly PopulationRow[],
  by: DrawnBy,
): { readonly rows: readonly DrawnRow[]; readonly intervals: ReadonlyMap<Stratum, bigint> } {
  const weight = ({ amountNok }: PopulationRow): bigint => (by.byAmount ? BigInt(Math.abs(amountNok) || 1) : 1n);
  const strata = STRATA.map((stratum): Drawing => {
    return { stratum, rows: population.filter((row) => row.stratum === stratum), count: 0 };
  }).filter(({ rows }) => rows.length > 0);
  shareOut(strata, by.size, weight);
  const intervals = new Map<Stratum, bigint>();
  const rows = strata.flatMap(({ stratum, rows: all, count }) => {
    const order = all.map((row) => ({ row, key: sha256(`${by.seed}\n${row.item}`) }));
    order.sort((a, b) => (a.key < b.key ? -1 : 1));
    const { certain, rest, left } = certainOf(
      order.map(({ row }) => row),
      count,
      weight,
    );
    const total = sumOf(rest, weight);
    intervals.set(stratum, left > 0n ? (total + left - 1n) / left : 0n);
    const start = BigInt(`0x${sha256(`${by.seed}\n${stratum}\nstart`)}`);
    return [
      ...certain.map((row) => ({ ...row, inclusionMillionths: 1_000_000 })),
      ...everyInterval(rest, left, total, start, weight),
    ];
  });
  return { rows, intervals };
}

type Weight = (row: PopulationRow) => bigint;

const sumOf = (rows: readonly PopulationRow[], weight: Weight): bigint =>
  rows.reduce((sum, row) => sum + weight(row), 0n);

/** Half of the sample to the strata equally, one at least; what is left by weight, none above its items, until all is given. */
function shareOut(strata: readonly Drawing[], size: number, weight: Weight): void {
  const equal = Math.max(1, Math.floor(size / (2 * strata.length)));
  for (const drawing of strata) drawing.count = Math.min(equal, drawing.rows.length);
  for (;;) {
    const open = strata.filter(({ count, rows }) => count < rows.length);
    const left = size - strata.reduce((sum, { count }) => sum + count, 0);
    if (left <= 0 || open.length === 0) return;
    const weights = open.map(({ rows }) => sumOf(rows, weight));
    const parts = largestRemainders(BigInt(left), weights);
    open.forEach((drawing, place) => {
      drawing.count = Math.min(drawing.rows.length, drawing.count + Number(parts[place]));
    });
  }
}

/** Parts by weight; units left over go to the largest remainders, ties to the larger weight, then to the earlier one. */
function largestRemainders(units: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight) => (units * weight) / total);
  const order = weights
    .map((weight, place) => ({ weight, place, remainder: (units * weight) % total }))
    .sort((a, b) => compare(b.remainder, a.remainder) || compare(b.weight, a.weight) || a.place - b.place);
  const over = units - parts.reduce((sum, part) => sum + part, 0n);
  for (const { place } of order.slice(0, Number(over))) parts[place] = (parts[place] ?? 0n) + 1n;
  return parts;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Items as large as the step are in for certain; without them the step is smaller, so it is looked again. */
function certainOf(all: readonly PopulationRow[], count: number, weight: Weight) {
  const certain: PopulationRow[] = [];
  let [rest, left] = [all, BigInt(count)];
  while (left > 0n) {
    const total = sumOf(rest, weight);
    const isLarge = (row: PopulationRow): boolean => weight(row) * left >= total;
    const large = rest.filter(isLarge);
    if (large.length === 0) break;
    certain.push(...large);
    rest = rest.filter((row) => !isLarge(row));
    left -= BigInt(large.length);
  }
  return { certain, rest, left };
}

/** The items in which the kroner start, start + step, start + 2 steps ... of the row of all kroner lie. */
function everyInterval(
  rest: readonly PopulationRow[],
  count: bigint,
  total: bigint,
  start: bigint,
  weight: Weight,
): DrawnRow[] {
  if (count === 0n || total === 0n) return [];
  let end = 0n;
  let next = 0n;
  return rest.flatMap((row) => {
    end += weight(row);
    if (next >= count || ((start % total) + next * total) / count >= end) return [];
    next += 1n;
    return [{ ...row, inclusionMillionths: Number((weight(row) * count * 1_000_000n) / total) }];
  });
}
