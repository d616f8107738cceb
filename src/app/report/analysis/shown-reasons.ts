import { COMPONENTS, type Component, componentOrdinal, isPerKommune } from '../../../domain';
import { explainWord } from '../../../messages';
import type { EffectShown, ReasonShown, Words } from '../../../report';
import type { Comparison } from '../../compare/execute-compare';
import { cellName, type Why } from '../../compare/why';
import { whyWords } from '../../compare/why-words';
import type { CaseCounts } from './case-counts';
import { type Crowded, sharedRows } from './shared-groups';

/** Every reason, by component. */
export function allReasons(comparison: Comparison): ReasonShown[] {
  return comparison.why().sums.map((sum) => ({ ...reasonOf(sum), persons: sum.persons }));
}

/** What of a difference is told elsewhere: a reason whose effect or component is not stays untold, too. */
interface Told {
  readonly effects: ReadonlySet<EffectShown['name']>;
  readonly components: ReadonlySet<string>;
}

/**
 * Reasons as they are shared: what persons did over all components, provisions and rates by component; those of few persons
 * together, and none of an effect that does not stand alone itself, since it could be worked out from them.
 */
export function sharedReasons(
  comparison: Comparison,
  counts: CaseCounts,
  { effects, components }: Told,
): ReasonShown[] {
  const { sums } = comparison.why();
  const parts = (['persons', 'rule', 'rate'] as const).filter((effect) =>
    effect === 'persons' ? effects.has('population') && effects.has('data') : effects.has(effect),
  );
  return parts.flatMap((effect) => {
    const own = sums.filter((sum) => sum.effect === effect);
    if (effect === 'persons') return sharedRows(personRows(own, comparison), joined(effect));
    return COMPONENTS.filter((component) => components.has(component)).flatMap((component) => {
      const rows = own.filter((sum) => sum.component === component);
      const crowded = rows.map((sum) => ({ row: reasonOf(sum), crowds: [crowdOf(sum, comparison, counts)] }));
      return sharedRows(crowded, joined(effect));
    });
  });
}

function reasonOf(sum: Why): ReasonShown {
  const [nb, en] = [whyWords(sum, 'nb'), whyWords(sum, 'en')];
  return {
    effect: { nb: nb[0], en: en[0] },
    what: { nb: nb[1], en: en[1] },
    component: sum.component,
    persons: undefined,
    amountNok: sum.amountNok,
  };
}

/** What persons did, over all components, with the distinct persons of each reason. */
function personRows(sums: readonly Why[], comparison: Comparison): Crowded<ReasonShown>[] {
  const persons = new Map<string, Set<number | string>>();
  const add = (what: string, who: number | string): void => {
    const own = persons.get(what) ?? new Set();
    persons.set(what, own.add(who));
  };
  const { persons: ofPersons, rows } = comparison.why();
  for (const { reason, personId } of ofPersons) add(reason, personId);
  for (const { effect, what, component, recipient } of rows) {
    if (effect === 'persons' && isPerKommune(component)) add(what, `recipient ${recipient}`);
  }
  return [...new Set(sums.map(({ what }) => what))].flatMap((what) => {
    const own = sums.filter((sum) => sum.what === what);
    const [first] = own;
    if (first === undefined) return [];
    const amountNok = own.reduce((sum, row) => sum + row.amountNok, 0);
    const count = persons.get(what)?.size ?? 0;
    return [{ row: { ...reasonOf(first), component: '', persons: count, amountNok }, crowds: [count] }];
  });
}

/** Persons whom a provision or a rate moves; of what is granted to kommuner, these. */
function crowdOf({ effect, what, component }: Why, comparison: Comparison, counts: CaseCounts): number {
  if (isPerKommune(component)) {
    return comparison.why().rows.filter((row) => isSame(row, { effect, what, component })).length;
  }
  if (effect === 'rule') return counts.byProvision.get(what)?.get(componentOrdinal(component))?.size ?? 0;
  const [, persons] = [...counts.byRate].find(([cell]) => cellName(cell) === what) ?? [];
  return persons?.size ?? 0;
}

function isSame(
  one: Why,
  { effect, what, component }: { readonly effect: string; readonly what: string; readonly component: Component },
): boolean {
  return one.effect === effect && one.what === what && one.component === component;
}

function joined(effect: Why['effect']): (rows: readonly ReasonShown[]) => ReasonShown {
  const several: Words = { nb: explainWord('various', 'nb'), en: explainWord('various', 'en') };
  return (rows) => ({
    effect: { nb: whyWords({ effect, what: '' }, 'nb')[0], en: whyWords({ effect, what: '' }, 'en')[0] },
    what: several,
    component: rows.every(({ component }) => component === rows[0]?.component) ? (rows[0]?.component ?? '') : '',
    persons: undefined,
    amountNok: rows.reduce((sum, { amountNok }) => sum + amountNok, 0),
  });
}
