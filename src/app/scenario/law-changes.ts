import { type RuleSet, rulesOf } from '../../../rules';
import {
  COMPONENTS,
  type Component,
  parseComponent,
  RATE_CLASS,
  RATE_CLASSES,
  RATE_KEYS,
  rateCell,
  traitsOf,
  unpackCountry,
} from '../../domain';
import type { LawChange } from '../facts/size-case';

/**
 * What a scenario's law says otherwise than the law that it started from, for one grant year: limits, assumptions, rates of
 * components of the year, countries of another class, components that are left out.
 */
export function lawChanges(
  before: RuleSet,
  after: RuleSet,
  grantYear: number,
  excluded: readonly Component[],
): LawChange[] {
  return [
    ...limitChanges(before, after, grantYear),
    ...rateChanges(before, after, grantYear),
    ...regionChanges(before, after),
    ...COMPONENTS.filter((component) => excluded.includes(component)).map((component) => {
      return { what: 'exclude', from: '', to: component };
    }),
  ];
}

/** Changes of a law that has been changed before, each told once: from what the year had to what now holds. */
export function lawSince(before: readonly LawChange[], after: readonly LawChange[]): LawChange[] {
  const changes = new Map(before.map((change) => [change.what, change]));
  for (const { what, from, to } of after) changes.set(what, { what, from: changes.get(what)?.from ?? from, to });
  return [...changes.values()].filter(({ from, to }) => from !== to);
}

/** Limits; and assumptions whose value stands in none. */
function limitChanges(before: RuleSet, after: RuleSet, grantYear: number): LawChange[] {
  const valueIn = ({ limits }: RuleSet, key: (typeof before.limits.limits)[number]['key']): string =>
    limits.limits[limits.find(key, grantYear)]?.value ?? '';
  const keys = [...new Set(after.limits.limits.map(({ key }) => key))].sort();
  const inLimits = new Set(after.limits.limits.map(({ assumption }) => assumption));
  const choices = after.assumptions.assumptions
    .filter(({ id }) => !inLimits.has(id))
    .map(({ id, value }) => {
      const was = before.assumptions.assumptions.find((one) => one.id === id)?.value ?? '';
      return { what: id, from: was, to: value };
    });
  return [
    ...keys.map((key) => ({ what: key, from: valueIn(before, key), to: valueIn(after, key) })),
    ...choices,
  ].filter(({ from, to }) => from !== to);
}

function rateChanges(before: RuleSet, after: RuleSet, grantYear: number): LawChange[] {
  const paid = new Set(rulesOf(grantYear).map(({ component }) => component));
  const nokIn = ({ rates }: RuleSet, cell: Parameters<RuleSet['rates']['find']>): string =>
    String(rates.rates[rates.find(...cell)]?.valueNok ?? '');
  return RATE_KEYS.flatMap((key) => {
    const component = parseComponent(key.split('.')[0] ?? '');
    if (component === undefined || !paid.has(component)) return [];
    return RATE_CLASSES.filter((rateClass) => traitsOf(component).rateClasses.includes(rateClass)).map((rateClass) => ({
      what: rateCell(key, grantYear, rateClass),
      from: nokIn(before, [key, grantYear, rateClass]),
      to: nokIn(after, [key, grantYear, rateClass]),
    }));
  }).filter(({ from, to }) => from !== to);
}

const CLASS_NAMES = new Map<number, string>(Object.entries(RATE_CLASS).map(([name, number]) => [number, name]));

function regionChanges({ regions: before }: RuleSet, { regions: after }: RuleSet): LawChange[] {
  if (before === after) return [];
  const nameOf = (number: number | undefined): string => CLASS_NAMES.get(number ?? RATE_CLASS.none) ?? '';
  return [...after.rateClass.keys()]
    .filter((country) => before.rateClass[country] !== after.rateClass[country])
    .map((country) => ({
      what: `regions/${unpackCountry(country)}`,
      from: nameOf(before.rateClass[country]),
      to: nameOf(after.rateClass[country]),
    }));
}
