import { apportion, assert, at, sha256Hex } from '../../domain';
import { errorFactor, PARTS } from '../verifier/error-limit';
import { STRATA, type Stratum } from '../verifier/sample-results';

/** Something that can be drawn: a line of the run or a held amount. */
export interface SampleItem {
  /** Names it for ever: the line id, or `held-<line of held.csv>`. */
  readonly id: string;
  readonly stratum: Stratum;
  /** Kroner with sign; 0 for a held amount that is not known. */
  readonly amountNok: number;
}

/** An item that was drawn. */
export interface DrawnItem<T extends SampleItem> {
  readonly item: T;
  /** How likely it was to be drawn, in millionths; 1 000 000 for one that is in for certain. */
  readonly inclusionMillionths: number;
}

/** How a sample is drawn. */
export interface DrawOptions {
  /** Decides every draw; the same seed and items give the same sample. */
  readonly seed: string;
  /** Items in all; fewer where the run has fewer. */
  readonly size: number;
  /** Likely in proportion to the amount, sign apart; else all items of a stratum equally. */
  readonly byAmount: boolean;
}

/**
 * Draws a control sample. Half of it goes to the strata equally, one item at least, so that what is at risk is looked at
 * though it is few kroner; the rest goes by their kroner (or items). Within a stratum the draw is systematic over the items in an order that the seed gives, so that exactly so many different
 * items come out and each with the likelihood that is stated; an item as large as the step is in for certain.
 * Whole numbers only.
 */
export function drawSample<T extends SampleItem>(items: readonly T[], options: DrawOptions): DrawnItem<T>[] {
  const strata = strataOf(items);
  const counts = sizesOf(strata, options);
  return strata.flatMap((all, place) => drawFrom(all, at(counts, place), options));
}

function strataOf<T extends SampleItem>(items: readonly T[]): T[][] {
  return STRATA.map((stratum) => items.filter((item) => item.stratum === stratum)).filter((all) => all.length > 0);
}

function weightOf({ amountNok }: SampleItem, byAmount: boolean): number {
  return byAmount ? Math.max(Math.abs(amountNok), 1) : 1;
}

/** Items of each stratum: its equal part of half the sample, of the rest a part by weight, never more than there are. */
function sizesOf(strata: readonly (readonly SampleItem[])[], { size, byAmount }: Omit<DrawOptions, 'seed'>): number[] {
  const equal = Math.max(1, Math.floor(size / (2 * strata.length)));
  const counts = strata.map((all) => Math.min(equal, all.length));
  const weights = strata.map((all) => all.reduce((sum, item) => sum + weightOf(item, byAmount), 0));
  for (let left = size - counts.reduce((sum, count) => sum + count, 0); left > 0; ) {
    const open = strata.map((all, place) => (at(counts, place) < all.length ? at(weights, place) : 0));
    if (open.every((weight) => weight === 0)) break;
    const parts: number[] = [];
    apportion(left, open, parts);
    for (const [place, part] of parts.entries()) {
      const added = Math.min(part, at(strata, place).length - at(counts, place));
      counts[place] = at(counts, place) + added;
      left -= added;
    }
  }
  return counts;
}

function drawFrom<T extends SampleItem>(all: readonly T[], count: number, options: DrawOptions): DrawnItem<T>[] {
  const { certain, rest, picks } = setApart(inSeededOrder(all, options.seed), count, options);
  const drawn = certain.map((item) => ({ item, inclusionMillionths: 1_000_000 }));
  return [...drawn, ...systematic(rest, picks, options)];
}

/** Items as large as the step, which are in for certain, and how many are drawn of the rest. */
function setApart<T extends SampleItem>(all: readonly T[], count: number, options: Pick<DrawOptions, 'byAmount'>) {
  const certain: T[] = [];
  let rest = all;
  let picks = count;
  for (let again = true; again && picks > 0; ) {
    const step = totalOf(rest, options);
    const isLarge = (item: T): boolean => BigInt(weightOf(item, options.byAmount)) * BigInt(picks) >= step;
    const large = rest.filter(isLarge);
    again = large.length > 0;
    certain.push(...large);
    rest = again ? rest.filter((item) => !isLarge(item)) : rest;
    picks -= large.length;
  }
  return { certain, rest, picks };
}

/**
 * Items that must be drawn by amount so that, where none is found wrong, no more than the materiality is wrong in the whole
 * run with the confidence that is asked for.
 *
 * @param materialityNok whole kroner above 0
 */
export function sizeForMateriality(
  items: readonly SampleItem[],
  materialityNok: number,
  confidencePercent: number,
): number {
  const most = (BigInt(materialityNok) * PARTS) / errorFactor(0, confidencePercent);
  const isEnough = (size: number): boolean =>
    [...intervalsOf(items, size).values()].every((interval) => interval <= most);
  let [below, size] = [0, items.length];
  while (size - below > 1) {
    const middle = Math.floor((below + size) / 2);
    if (isEnough(middle)) size = middle;
    else below = middle;
  }
  return size;
}

/**
 * Kroner that a drawn krone stands for in each stratum of a sample drawn by amount, rounded up; 0 where all of a stratum is
 * in for certain.
 */
export function intervalsOf(items: readonly SampleItem[], size: number): ReadonlyMap<Stratum, bigint> {
  const strata = strataOf(items);
  const counts = sizesOf(strata, { size, byAmount: true });
  const intervals = strata.flatMap((all, place) => {
    const { rest, picks } = setApart(all, at(counts, place), { byAmount: true });
    const interval = rest.length === 0 ? 0n : (totalOf(rest, { byAmount: true }) + BigInt(picks) - 1n) / BigInt(picks);
    return all[0] === undefined ? [] : [[all[0].stratum, interval] as const];
  });
  return new Map(intervals);
}

/** One item for each of `picks` equally distant kroner, the first one by the seed. */
function systematic<T extends SampleItem>(rest: readonly T[], picks: number, options: DrawOptions): DrawnItem<T>[] {
  if (picks <= 0 || rest.length === 0) return [];
  const total = totalOf(rest, options);
  const start = numberOf(`${options.seed}\n${rest[0]?.stratum}\nstart`) % total;
  const drawn: DrawnItem<T>[] = [];
  let below = 0n;
  let next = 0n;
  for (const item of rest) {
    const weight = BigInt(weightOf(item, options.byAmount));
    const point = (start + next * total) / BigInt(picks);
    if (next < BigInt(picks) && point < below + weight) {
      drawn.push({ item, inclusionMillionths: Number((weight * BigInt(picks) * 1_000_000n) / total) });
      next += 1n;
    }
    below += weight;
  }
  assert(drawn.length === picks, 'a systematic draw gives as many items as it has points');
  return drawn;
}

function totalOf(items: readonly SampleItem[], { byAmount }: Pick<DrawOptions, 'byAmount'>): bigint {
  return items.reduce((sum, item) => sum + BigInt(weightOf(item, byAmount)), 0n);
}

function inSeededOrder<T extends SampleItem>(items: readonly T[], seed: string): readonly T[] {
  return items
    .map((item) => ({ item, key: sha256Hex(`${seed}\n${item.id}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

const numberOf = (text: string): bigint => BigInt(`0x${sha256Hex(text)}`);
