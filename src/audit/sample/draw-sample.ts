import { apportion, assert, at, sha256Hex } from '../../domain';

/**
 * Risk strata of a control sample, in the order in which an item is looked at: it belongs to the first that fits.
 * `protected`: lines of persons with a protected address, of which the least is seen elsewhere. `new_rule`: lines of a
 * rule module whose first grant year this is.
 */
export const STRATA = ['held', 'protected', 'correction', 'arrears', 'new_rule', 'first_time', 'regular'] as const;
export type Stratum = (typeof STRATA)[number];

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
  const strata = STRATA.map((stratum) => items.filter((item) => item.stratum === stratum)).filter(
    (all) => all.length > 0,
  );
  const counts = sizesOf(strata, options);
  return strata.flatMap((all, place) => drawFrom(all, at(counts, place), options));
}

function weightOf({ amountNok }: SampleItem, byAmount: boolean): number {
  return byAmount ? Math.max(Math.abs(amountNok), 1) : 1;
}

/** Items of each stratum: its equal part of half the sample, of the rest a part by weight, never more than there are. */
function sizesOf(strata: readonly (readonly SampleItem[])[], { size, byAmount }: DrawOptions): number[] {
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
  const drawn: DrawnItem<T>[] = [];
  let rest = inSeededOrder(all, options.seed);
  let picks = count;
  for (let again = true; again && picks > 0; ) {
    const step = totalOf(rest, options);
    const certain = rest.filter((item) => BigInt(weightOf(item, options.byAmount)) * BigInt(picks) >= step);
    again = certain.length > 0;
    drawn.push(...certain.map((item) => ({ item, inclusionMillionths: 1_000_000 })));
    rest = rest.filter((item) => !certain.includes(item));
    picks -= certain.length;
  }
  return [...drawn, ...systematic(rest, picks, options)];
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

function totalOf(items: readonly SampleItem[], { byAmount }: DrawOptions): bigint {
  return items.reduce((sum, item) => sum + BigInt(weightOf(item, byAmount)), 0n);
}

function inSeededOrder<T extends SampleItem>(items: readonly T[], seed: string): readonly T[] {
  return items
    .map((item) => ({ item, key: sha256Hex(`${seed}\n${item.id}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

const numberOf = (text: string): bigint => BigInt(`0x${sha256Hex(text)}`);
