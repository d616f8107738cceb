import { componentOfCell, rateClassOfCell, yearNumberOfCell } from '../../../analysis';
import { COMPONENTS, componentOrdinal, f64, NO_RECIPIENT, RATE_CLASSES } from '../../../domain';
import type { CellPair, ChangedRecipient, ComponentPair } from '../../../report';
import { sumsByComponent } from '../../compare/component-effects';
import type { Comparison } from '../../compare/execute-compare';
import type { SizeCase } from '../../facts/size-case';
import { type NameOf, recipientText } from '../../recipient-text';
import { isFew } from '../held-persons';
import { type CaseCounts, EFFECT_NAMES, placeKey } from './case-counts';
import type { CaseRates } from './case-rates';
import { hiddenPlaces } from './hidden-places';
import { cellsOrSum, sharedRows } from './shared-groups';
import { joinedPairs, NO_PERSONS, pairCrowds } from './shared-pairs';

/**
 * Grants of the whole country; those of few persons, in a side or in any part of a difference, together.
 *
 * @param rates public rates, of which no figure that is shared may tell of few; undefined, here and below: everything is shown
 */
export function componentPairs(
  comparison: Comparison,
  counts: CaseCounts,
  rates: CaseRates | undefined,
): ComponentPair[] {
  const rows = sumsByComponent(comparison.rows).flatMap(({ component: name, aNok, bNok }) => {
    const component = COMPONENTS.find((each) => each === name);
    if (component === undefined) return [];
    const ordinal = componentOrdinal(component);
    const [aPersons, bPersons] = [counts.a, counts.b].map(({ personsOf }) => personsOf.get(ordinal) ?? 0);
    const row: ComponentPair = { component, aPersons, bPersons, aNok, bNok };
    if (rates === undefined) return [{ row, crowds: [] }];
    const parts = [...counts.besides.map((one) => one.changedOf), ...EFFECT_NAMES.map((name) => counts.byEffect[name])];
    const crowds = [
      ...counts.besides.flatMap(({ side }) => pairCrowds(side.personsOf.get(ordinal), bPersons)),
      ...parts.map((part) => part.get(ordinal)?.size ?? 0),
      rates.tellsOfCountry(component, false) ? 1 : 0,
    ];
    return [{ row: rates.tellsOfCountry(component, true) ? { ...row, ...NO_PERSONS } : row, crowds }];
  });
  if (rates === undefined) return rows.map(({ row }) => row);
  const areFewMore = (some: readonly ComponentPair[]): boolean => isFewMoreIn(counts, some);
  const join = (joined: readonly ComponentPair[]): ComponentPair => ({
    ...{ component: 'various', ...joinedPairs(joined) },
    ...(areFewMore(joined) ? NO_PERSONS : {}),
  });
  return sharedRows<ComponentPair>(rows, join, areFewMore);
}

/** Whether these grants together have one to four persons more or less than beside another side. */
function isFewMoreIn({ b, besides }: CaseCounts, rows: readonly ComponentPair[]): boolean {
  const ordinals = COMPONENTS.filter((one) => rows.some(({ component }) => component === one)).map(componentOrdinal);
  const personsOf = (side: Pick<CaseCounts['b'], 'personsOf'>): number =>
    ordinals.reduce((sum, ordinal) => sum + (side.personsOf.get(ordinal) ?? 0), 0);
  return besides.some(({ side }) => isFew(Math.abs(personsOf(side) - personsOf(b))));
}

/**
 * Year numbers and classes of the whole country; those of a grant together where one of them is of few, and none of a grant
 * that stands together with others itself.
 */
export function cellPairs(
  { a, b }: Comparison,
  counts: CaseCounts,
  rates: CaseRates | undefined,
  shown: ReadonlySet<string>,
): CellPair[] {
  const cells = [...new Set([...counts.a.nokIn.keys(), ...counts.b.nokIn.keys()])].sort((one, other) => one - other);
  const rateIn = ({ prices }: SizeCase, cell: number): number | undefined => {
    const nok = f64(prices.nokByCell, cell);
    return nok < 0 ? undefined : nok;
  };
  const rows = cells.map((cell) => {
    const [aPersons = 0, bPersons = 0] = [counts.a, counts.b].map(({ personsIn }) => personsIn.get(cell) ?? 0);
    const row: CellPair = {
      component: componentOfCell(cell),
      yearNumber: String(yearNumberOfCell(cell) || ''),
      rateClass: RATE_CLASSES[rateClassOfCell(cell) - 1] ?? '',
      aRateNok: rateIn(a, cell),
      bRateNok: rateIn(b, cell),
      aPersons,
      bPersons,
      aNok: counts.a.nokIn.get(cell) ?? 0,
      bNok: counts.b.nokIn.get(cell) ?? 0,
    };
    const crowds = counts.besides.flatMap(({ side, changedIn }) => [
      ...pairCrowds(side.personsIn.get(cell), bPersons),
      changedIn.get(cell)?.size ?? 0,
    ]);
    return { row, crowds };
  });
  if (rates === undefined) return rows.map(({ row }) => row);
  const components = [...new Set(rows.map(({ row }) => row.component))];
  return components.flatMap((name) => {
    const component = COMPONENTS.find((each) => each === name);
    if (component === undefined || !shown.has(component) || rates.tellsOfCountry(component, false)) return [];
    return cellsOrSum<CellPair>(
      rows.filter(({ row }) => row.component === component),
      (joined) => ({
        ...{ component, yearNumber: 'various', rateClass: 'various', aRateNok: undefined, bRateNok: undefined },
        ...joinedPairs(joined),
        ...(rates.tellsOfCountry(component, true) ? NO_PERSONS : {}),
      }),
    );
  });
}

/** Recipients with their grants; what is held has none. */
export function changedRecipients(
  comparison: Comparison,
  counts: CaseCounts,
  nameOf: NameOf,
  rates: CaseRates | undefined,
  shown: ReadonlySet<string>,
): ChangedRecipient[] {
  const hidden = rates === undefined ? new Set<number>() : hiddenPlaces(comparison, counts, rates, shown);
  return comparison.recipients
    .filter(({ recipient }) => recipient !== NO_RECIPIENT)
    .map(({ recipient, aNok, bNok }) => {
      const own = comparison.rows.filter((row) => row.recipient === recipient);
      const keyOf = ({ component }: (typeof own)[number]): number => placeKey(recipient, componentOrdinal(component));
      const isHidden = own.some((row) => hidden.has(keyOf(row)));
      return {
        id: recipientText(recipient),
        name: nameOf(recipient),
        aNok: isHidden ? undefined : aNok,
        bNok: isHidden ? undefined : bNok,
        parts: own.map((row): ComponentPair => {
          const key = keyOf(row);
          const [aPersons, bPersons] = [counts.a, counts.b].map(({ personsAt }) => personsAt.get(key) ?? 0);
          const pair = { aPersons, bPersons, aNok: row.aNok, bNok: row.bNok };
          return { component: row.component, ...(hidden.has(key) ? HIDDEN_PAIR : pair) };
        }),
      };
    });
}

const HIDDEN_PAIR = { aPersons: undefined, bPersons: undefined, aNok: undefined, bNok: undefined };
