import { componentOfCell } from '../../../analysis';
import { type Component, f64, isPerKommune } from '../../../domain';
import { type RatedPersons, ToldRates } from '../told-rates';
import type { CellCount, SideCounts } from './case-counts';

/** Stands for the whole country. */
const COUNTRY = 'all';

/**
 * What public rates tell of the persons of a case: from each of its sides alone, and from all sides together of those who
 * are the same persons on each of them.
 */
export class CaseRates {
  readonly #views: readonly (readonly SideCounts[])[];
  readonly #counted = new Map<Component, readonly ToldRates[]>();
  readonly #uncounted = new Map<Component, readonly ToldRates[]>();

  /** @param sides A, B, and what else the report shows beside B */
  constructor(sides: readonly SideCounts[]) {
    this.#views = [...sides.slice(0, 2).map((side) => [side]), sides];
  }

  /** Whether persons and kroner of these recipients together tell of few. */
  tellsAt(component: Component, recipients: readonly number[]): boolean {
    return this.#ofComponent(component, true).some((told) => told.tells(recipients.map(String)));
  }

  /** Whether those of the whole country do. @param isCountTold kroner alone tell less */
  tellsOfCountry(component: Component, isCountTold: boolean): boolean {
    return this.#ofComponent(component, isCountTold).some((told) => told.tells([COUNTRY]));
  }

  #ofComponent(component: Component, isCountTold: boolean): readonly ToldRates[] {
    if (isPerKommune(component)) return [];
    const known = isCountTold ? this.#counted : this.#uncounted;
    const own = known.get(component) ?? this.#views.map((sides) => toldRates(component, sides, isCountTold));
    known.set(component, own);
    return own;
  }
}

function toldRates(component: Component, sides: readonly SideCounts[], isCountTold: boolean): ToldRates {
  const cells = [...(sides[0]?.prices.nokByCell.keys() ?? [])].filter((cell) => componentOfCell(cell) === component);
  const ratesOf = (cell: number): number[] => sides.map(({ prices }) => f64(prices.nokByCell, cell));
  const rates = cells.map(ratesOf).filter((each) => each.every((rateNok) => rateNok >= 0));
  const rows = [...groupsOf(sides)].flatMap(([group, counts]): RatedPersons[] => {
    const own = cells.map((cell) => counts.map((count) => count.get(cell) ?? { persons: 0, nok: 0 }));
    if (own.some((sums) => sums.some(({ persons }) => persons !== sums[0]?.persons))) return [];
    return own.flatMap((sums, place): RatedPersons[] => {
      const [{ persons = 0 } = {}] = sums;
      const ratesNok = ratesOf(cells[place] ?? 0);
      return persons === 0 ? [] : [{ group, ratesNok, persons, amountsNok: sums.map(({ nok }) => nok) }];
    });
  });
  return new ToldRates(rates, rows, isCountTold);
}

/** Recipients and the whole country, with the cells of each on every side. */
function groupsOf(sides: readonly SideCounts[]): Map<string, readonly ReadonlyMap<number, CellCount>[]> {
  const none: ReadonlyMap<number, CellCount> = new Map();
  const recipients = new Set(sides.flatMap(({ own }) => [...own.keys()]));
  const country = sides.map(
    ({ personsIn, nokIn }) =>
      new Map([...personsIn].map(([cell, persons]) => [cell, { persons, nok: nokIn.get(cell) ?? 0 }])),
  );
  return new Map([
    [COUNTRY, country],
    ...[...recipients].map((id) => [String(id), sides.map(({ own }) => own.get(id) ?? none)] as const),
  ]);
}
