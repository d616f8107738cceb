import { componentOfCell, rateClassOfCell, yearNumberOfCell } from '../../../analysis';
import {
  COMPONENTS,
  componentOrdinal,
  type ErrorDetail,
  f64,
  formatDay,
  NO_RECIPIENT,
  RATE_CLASSES,
} from '../../../domain';
import { messageText } from '../../../messages';
import type {
  CaseShown,
  CellPair,
  ChangedRecipient,
  ComponentPair,
  EffectShown,
  SideShown,
  Words,
} from '../../../report';
import { sumsByComponent } from '../../compare/component-effects';
import type { Comparison } from '../../compare/execute-compare';
import type { SizeCase } from '../../facts/size-case';
import { type NameOf, recipientText } from '../../recipient-text';
import { isFew } from '../held-persons';
import { type CaseCounts, type Crowds, caseCounts, EFFECT_NAMES, placeKey } from './case-counts';
import { hiddenPlaces } from './hidden-places';
import { cellsOrSum, sharedRows } from './shared-groups';
import { areCellsTold, joinedPairs, NO_PERSONS, oneSided, pairCrowds } from './shared-pairs';
import { allReasons, sharedReasons } from './shown-reasons';

/** What a case is shown from. */
export interface CaseSource {
  readonly comparison: Comparison;
  readonly nameOf: NameOf;
}

/** The same comparison twice: as it may be shared, and whole. */
export function shownCase(source: CaseSource): { readonly shared: CaseShown; readonly restricted: CaseShown } {
  const counts = caseCounts(source.comparison);
  return { shared: caseFor(source, counts, true), restricted: caseFor(source, counts, false) };
}

function caseFor({ comparison, nameOf }: CaseSource, counts: CaseCounts, isShared: boolean): CaseShown {
  const { a, b, total, persons } = comparison;
  const changed = union(counts.changedOf);
  // A difference of few persons is none that is shared: only one side is.
  const isFewChanged = isShared && isFew(changed);
  const isFewMore = isShared && isFew(Math.abs(persons.a - persons.b));
  const side = (one: SizeCase, count: number, nok: number, isHidden: boolean, isCountHidden: boolean): SideShown => ({
    label: one.label,
    grantYear: one.grantYear,
    term: one.term,
    asOf: formatDay(one.asOf),
    persons: isHidden || isCountHidden || (isShared && isFew(count)) ? undefined : count,
    sizeNok: isHidden || (isShared && isFew(count)) ? undefined : nok,
    law: one.law,
  });
  const components = componentPairs(comparison, counts, isShared);
  const shownEffects = isFewChanged ? [] : effects(comparison, counts, isShared);
  const told = {
    effects: new Set(shownEffects.map(({ name }) => name)),
    components: new Set(components.map(({ component }) => component)),
  };
  return {
    a: side(a, persons.a, total.aNok, false, false),
    b: side(b, persons.b, total.bNok, isFewChanged, isFewMore),
    effects: shownEffects,
    reasons: isShared ? sharedReasons(comparison, counts, told) : allReasons(comparison),
    components: isFewChanged ? [] : components,
    cells: isFewChanged ? [] : cellPairs(comparison, counts, isShared),
    recipients: recipients(comparison, counts, nameOf, isShared),
    gaining: isFewChanged ? undefined : comparison.distribution.winners.count,
    losing: isFewChanged ? undefined : comparison.distribution.losers.count,
    warnings: comparison.warnings.map(wordsOf),
  };
}

function wordsOf({ code, params }: ErrorDetail): Words {
  return { nb: messageText(code, 'nb', params), en: messageText(code, 'en', params) };
}

function union(crowds: Crowds): number {
  return new Set([...crowds.values()].flatMap((persons) => [...persons])).size;
}

/** Four effects; those of few persons together. */
function effects({ total }: Comparison, { byEffect }: CaseCounts, isShared: boolean): EffectShown[] {
  const nok = { population: total.populationNok, data: total.dataNok, rule: total.ruleNok, rate: total.rateNok };
  const rows = EFFECT_NAMES.map((name): EffectShown => ({ name, amountNok: nok[name] }));
  if (!isShared) return rows;
  const crowded = EFFECT_NAMES.map((name) => ({
    row: { name, amountNok: nok[name] },
    crowds: [union(byEffect[name])],
  }));
  return sharedRows<EffectShown>(crowded, (joined) => ({
    name: 'various',
    amountNok: joined.reduce((sum, { amountNok }) => sum + amountNok, 0),
  }));
}

/** Grants of the whole country; those of few persons, in a side or in any part of the difference, together. */
function componentPairs(comparison: Comparison, counts: CaseCounts, isShared: boolean): ComponentPair[] {
  const rows = sumsByComponent(comparison.rows).flatMap(({ component: name, aNok, bNok }) => {
    const component = COMPONENTS.find((each) => each === name);
    if (component === undefined) return [];
    const ordinal = componentOrdinal(component);
    const [aPersons, bPersons] = [counts.a, counts.b].map(({ personsOf }) => personsOf.get(ordinal) ?? 0);
    const parts = [counts.changedOf, ...EFFECT_NAMES.map((effect) => counts.byEffect[effect])];
    const changed = parts.map((part) => part.get(ordinal)?.size ?? 0);
    const row: ComponentPair = { component, aPersons, bPersons, aNok, bNok };
    return [{ row, crowds: [...pairCrowds(aPersons, bPersons), ...changed] }];
  });
  if (!isShared) return rows.map(({ row }) => row);
  const counted = rows.map(({ row, crowds }) => ({
    row: areCellsTold(row.component, counts) ? { ...row, ...NO_PERSONS } : row,
    crowds,
  }));
  return sharedRows<ComponentPair>(counted, (joined) => ({ component: 'various', ...joinedPairs(joined) })).map(
    oneSided,
  );
}

/** Year numbers and classes of the whole country. */
function cellPairs({ a, b }: Comparison, counts: CaseCounts, isShared: boolean): CellPair[] {
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
    return { row, crowds: [...pairCrowds(aPersons, bPersons), counts.changedIn.get(cell)?.size ?? 0] };
  });
  if (!isShared) return rows.map(({ row }) => row);
  const components = [...new Set(rows.map(({ row }) => row.component))];
  return components.flatMap((component) =>
    cellsOrSum<CellPair>(
      rows.filter(({ row }) => row.component === component),
      (joined) => ({
        ...{ component, yearNumber: 'various', rateClass: 'various', aRateNok: undefined, bRateNok: undefined },
        ...joinedPairs(joined),
        ...(areCellsTold(component, counts) ? NO_PERSONS : {}),
      }),
    ).map(oneSided),
  );
}

/** Recipients with their grants; what is held has none. */
function recipients(comparison: Comparison, counts: CaseCounts, nameOf: NameOf, isShared: boolean): ChangedRecipient[] {
  const hidden = isShared ? hiddenPlaces(comparison, counts) : new Set<number>();
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
