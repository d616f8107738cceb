import type { PublishedTable } from '../../../src/analysis/statistics/publish-table';

/*
 * What a reader who knows every table of one measure can work out. Shares no code with the suppression.
 */

/** Sum of coefficient times variable = right side. */
interface Equation {
  readonly terms: Map<string, number>;
  readonly right: number;
}

/** The hidden figures as unknowns, and everything that the tables say about them. */
export interface Puzzle {
  readonly unknowns: readonly string[];
  readonly equations: readonly Equation[];
}

/** @param tables by name; rows of one key have one total, whatever the table */
export function puzzleOf(tables: Readonly<Record<string, PublishedTable>>): Puzzle {
  const unknowns = new Set<string>();
  const equations: Equation[] = [];
  const equation = (parts: readonly { name: string; value: number | undefined; sign: number }[]): void => {
    const terms = new Map<string, number>();
    let right = 0;
    for (const { name, value, sign } of parts) {
      if (value !== undefined) right -= sign * value;
      else {
        unknowns.add(name);
        terms.set(name, (terms.get(name) ?? 0) + sign);
      }
    }
    equations.push({ terms, right });
  };
  for (const [name, table] of Object.entries(tables)) {
    const columns = table.totals.length;
    for (const row of table.rows) {
      const cells = row.cells.map((cell, column) => ({
        name: `${name} ${row.key} ${column}`,
        value: cell?.persons,
        sign: 1,
      }));
      equation([...cells, { name: `total ${row.key}`, value: row.total?.persons, sign: -1 }]);
    }
    for (let column = 0; column < columns; column += 1) {
      const cells = table.rows.map((row) => ({
        name: `${name} ${row.key} ${column}`,
        value: row.cells[column]?.persons,
        sign: 1,
      }));
      equation([...cells, { name: `${name} total ${column}`, value: table.totals[column]?.persons, sign: -1 }]);
    }
    const grand = { name: '', value: table.grandTotal.persons, sign: -1 };
    equation([
      ...table.totals.map((cell, column) => ({ name: `${name} total ${column}`, value: cell?.persons, sign: 1 })),
      grand,
    ]);
    equation([...table.rows.map((row) => ({ name: `total ${row.key}`, value: row.total?.persons, sign: 1 })), grand]);
  }
  return { unknowns: [...unknowns], equations };
}

/** Unknowns that the sums alone give away, by exact elimination over the rationals. */
export function determined({ unknowns, equations }: Puzzle): string[] {
  const rows = equations.map(({ terms }) => unknowns.map((name) => fraction(BigInt(terms.get(name) ?? 0), 1n)));
  let top = 0;
  const pivots: number[] = [];
  for (let column = 0; column < unknowns.length && top < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= top && row[column]?.[0] !== 0n);
    if (found < 0) continue;
    [rows[top], rows[found]] = [rows[found] ?? [], rows[top] ?? []];
    const pivot = rows[top] ?? [];
    const scale = pivot[column] ?? [1n, 1n];
    for (let at = 0; at < pivot.length; at += 1) pivot[at] = divide(pivot[at] ?? [0n, 1n], scale);
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? [0n, 1n];
      if (index === top || factor[0] === 0n) continue;
      for (let at = 0; at < row.length; at += 1)
        row[at] = minus(row[at] ?? [0n, 1n], times(factor, pivot[at] ?? [0n, 1n]));
    }
    pivots.push(column);
    top += 1;
  }
  return pivots.flatMap((column, index) => {
    const alone = (rows[index] ?? []).every((value, other) => other === column || value[0] === 0n);
    return alone ? [unknowns[column] ?? ''] : [];
  });
}

type Fraction = readonly [bigint, bigint];

function fraction(top: bigint, bottom: bigint): Fraction {
  const sign = bottom < 0n ? -1n : 1n;
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (b > 0n) [a, b] = [b, a % b];
  const by = a === 0n ? 1n : a;
  return [(sign * top) / by, (sign * bottom) / by];
}
const divide = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d, b * c);
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * c, b * d);
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d - c * b, b * d);

/**
 * Whether some whole numbers, none below zero, fit everything that is shown and give the unknown another value: found by
 * pushing it up or down by one and mending one broken sum after another, the shortest way first.
 */
export function canBeOtherwise(puzzle: Puzzle, truth: ReadonlyMap<string, number>, name: string): boolean {
  return [1, -1].some((change) => {
    const value = (truth.get(name) ?? 0) + change;
    return value >= 0 && mend(puzzle, truth, new Map([[name, value]]));
  });
}

/** Attempts at mending before the search is given up: then the test fails. */
const ATTEMPTS_MAX = 5000;

function mend(puzzle: Puzzle, truth: ReadonlyMap<string, number>, first: ReadonlyMap<string, number>): boolean {
  const queue = [first];
  for (let attempt = 0; attempt < queue.length && attempt < ATTEMPTS_MAX; attempt += 1) {
    const changed = queue[attempt] ?? first;
    const figure = (name: string): number => changed.get(name) ?? truth.get(name) ?? 0;
    const gapOf = ({ terms, right }: Equation): number =>
      [...terms].reduce((gap, [name, sign]) => gap - sign * figure(name), right);
    const broken = puzzle.equations.find((equation) => gapOf(equation) !== 0);
    if (broken === undefined) return true;
    for (const [name, sign] of broken.terms) {
      const next = figure(name) + gapOf(broken) * sign;
      if (!changed.has(name) && next >= 0) queue.push(new Map([...changed, [name, next]]));
    }
  }
  return false;
}

/** Attempts of the search for whole numbers before it is given up: then the test fails. */
const NODES_MAX = 40_000;

/**
 * Whether whole numbers, none below zero, fit everything that is shown with an unknown between two bounds: by narrowing
 * the bounds of every unknown sum by sum, and trying values where that is not enough. Exact: no number is divided.
 */
export function canBeBetween(
  puzzle: Puzzle,
  name: string,
  low: number,
  high: number,
  near: ReadonlyMap<string, number>,
): boolean {
  const place = new Map(puzzle.unknowns.map((unknown, index) => [unknown, index]));
  const equations = puzzle.equations.map(({ terms, right }) => ({
    terms: [...terms].map(([unknown, sign]) => [place.get(unknown) ?? 0, sign] as const),
    right,
  }));
  const top = equations.reduce((sum, { right }) => sum + Math.abs(right), 0);
  const lows = puzzle.unknowns.map((unknown) => (unknown === name ? low : 0));
  const highs = puzzle.unknowns.map((unknown) => (unknown === name ? high : top));
  let nodes = 0;
  const search = (lows: readonly number[], highs: readonly number[]): boolean => {
    nodes += 1;
    if (nodes > NODES_MAX) return false;
    const narrowed = narrow(equations, [...lows], [...highs]);
    if (!narrowed) return false;
    const open = puzzle.unknowns.flatMap((_, index) =>
      (narrowed.lows[index] ?? 0) < (narrowed.highs[index] ?? 0) ? [index] : [],
    );
    if (open.length === 0) return true;
    const width = (index: number): number => (narrowed.highs[index] ?? 0) - (narrowed.lows[index] ?? 0);
    const [index = 0] = open.sort((a, b) => width(a) - width(b));
    const [from, to] = [narrowed.lows[index] ?? 0, narrowed.highs[index] ?? 0];
    const wish = Math.min(to, Math.max(from, near.get(puzzle.unknowns[index] ?? '') ?? 0));
    const values = Array.from(
      { length: Math.min(to - from + 1, 12) },
      (_, step) => wish + (step % 2 === 0 ? step / 2 : -(step + 1) / 2),
    );
    return values
      .filter((value) => value >= from && value <= to)
      .some((value) => search(narrowed.lows.with(index, value), narrowed.highs.with(index, value)));
  };
  return search(lows, highs);
}

function narrow(
  equations: readonly { readonly terms: readonly (readonly [number, number])[]; readonly right: number }[],
  lows: number[],
  highs: number[],
): { lows: number[]; highs: number[] } | undefined {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { terms, right } of equations) {
      let [least, most] = [0, 0];
      for (const [index, sign] of terms) {
        least += sign > 0 ? sign * (lows[index] ?? 0) : sign * (highs[index] ?? 0);
        most += sign > 0 ? sign * (highs[index] ?? 0) : sign * (lows[index] ?? 0);
      }
      if (least > right || most < right) return undefined;
      for (const [index, sign] of terms) {
        const [low, high] = [lows[index] ?? 0, highs[index] ?? 0];
        const [ownLeast, ownMost] = sign > 0 ? [low, high] : [-high, -low];
        const [from, to] = [right - (most - ownMost), right - (least - ownLeast)];
        const [newLow, newHigh] =
          sign > 0 ? [Math.max(low, from), Math.min(high, to)] : [Math.max(low, -to), Math.min(high, -from)];
        if (newLow > newHigh) return undefined;
        if (newLow > low || newHigh < high) changed = true;
        [lows[index], highs[index]] = [newLow, newHigh];
      }
    }
  }
  return { lows, highs };
}
