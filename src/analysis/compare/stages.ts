import { i32 } from '../../domain';
import { mixFacts, renamePersons } from '../facts/assemble-facts';
import type { FactTable } from '../facts/fact-table';
import { fillPrices } from '../facts/price-list';
import type { SizeSide, SizeView, Stage } from './size-side';

/**
 * The five stages from side A to side B. Each step changes one thing, so that the steps between them are the effects:
 * population, data, rule, rate, in that order (EFFECTS.md).
 *
 * @param bUnderA facts of B's register, year and day under the rules of A's grant year
 * @param codes RecipientCode to the one in force in the later year
 * @param identities of B's register: A's persons are looked up under the ids that B knows them by
 */
export function stagesBetween(
  a: SizeSide,
  b: SizeSide,
  bUnderA: FactTable,
  identities: ReadonlyMap<number, number>,
  codes: Int32Array,
): readonly Stage[] {
  const factsA = renamePersons(a.facts, identities);
  const viewA: SizeView = { ...viewOf(a), prices: fillPrices(a.prices, b.prices) };
  const viewB = viewOf(b);
  return [
    { facts: factsA, view: viewA },
    { facts: mixFacts(factsA, bUnderA, codesOfA(factsA, codes)), view: viewA },
    { facts: bUnderA, view: viewA },
    { facts: b.facts, view: { ...viewB, prices: viewA.prices } },
    { facts: b.facts, view: viewB },
  ];
}

function viewOf({ prices, basis, excluded, filter }: SizeSide): SizeView {
  return { prices, basis, excluded, filter };
}

/**
 * Codes of the later year as A knows them, so that somebody who stands in B only counts with A's persons of the same
 * kommune: the only code of A that has become that one. A code that several have become stays.
 */
function codesOfA(factsA: FactTable, codes: Int32Array): Int32Array {
  const back = codes.slice();
  const former = new Map<number, number>();
  for (const code of new Set(factsA.recipient)) {
    const later = i32(codes, code);
    former.set(later, former.has(later) ? later : code);
  }
  for (const [later, code] of former) back[later] = code;
  return back;
}
