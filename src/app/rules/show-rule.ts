import { assumptionWords, RULE_MODULES, type RuleSet } from '../../../rules';
import {
  type Assumption,
  closestWord,
  type Limit,
  NorsktilskuddError,
  type RuleModule,
  rateCell,
  type Wording,
} from '../../domain';
import { PUBLIC_SOURCES, type PublicSource, sourcesQuoted } from '../../messages';
import { loadShippedRules } from '../shipped-rules';
import { type GrantYearView, grantYearView } from './grant-year-view';

/** A public source with what rests on it. */
export interface ShownSource extends PublicSource {
  readonly id: string;
  /** Rule modules, rates, limits and assumptions that quote it. */
  readonly usedBy: readonly string[];
}

/** What `rules show NAME` can show: a grant year (2018), a rule module, a limit in all its rows, an assumption (A10). */
export type ShownRule =
  | { readonly kind: 'year'; readonly view: GrantYearView }
  | { readonly kind: 'module'; readonly module: RuleModule }
  | { readonly kind: 'limits'; readonly limits: readonly Limit[] }
  | { readonly kind: 'source'; readonly source: ShownSource }
  | {
      readonly kind: 'assumption';
      readonly assumption: Assumption;
      /** What it says, where its values stand in the limits. */
      readonly words: Wording | undefined;
    };

/**
 * A grant year, rule module, limit, assumption or source by its name.
 *
 * @example showRule('A10').kind === 'assumption'
 * @throws NorsktilskuddError usage RULE_UNKNOWN
 */
export function showRule(name: string): ShownRule {
  const rules = loadShippedRules();
  const module = RULE_MODULES.find((candidate) => candidate.id === name);
  const assumption = rules.assumptions.assumptions.find((candidate) => candidate.id === name);
  const limits = rules.limits.limits.filter(({ key }) => key === name);
  if (/^\d{4}$/.test(name)) return { kind: 'year', view: grantYearView(rules, Number(name)) };
  if (module) return { kind: 'module', module };
  if (limits.length > 0) return { kind: 'limits', limits };
  if (assumption) return { kind: 'assumption', assumption, words: assumptionWords(rules.limits)[name] };
  const source = sourceNamed(name, rules);
  if (source !== undefined) return { kind: 'source', source };
  const known = [...RULE_MODULES, ...rules.assumptions.assumptions].map(({ id }) => id);
  const suggestion = closestWord(name, [
    ...known,
    ...rules.limits.limits.map(({ key }) => key),
    ...Object.keys(PUBLIC_SOURCES),
  ]);
  throw new NorsktilskuddError('usage', 'RULE_UNKNOWN', suggestion === undefined ? { name } : { name, suggestion });
}

/** A source by its number (`S1`); undefined where there is none of it. */
function sourceNamed(name: string, { rates, limits, assumptions }: RuleSet): ShownSource | undefined {
  const id = name.toUpperCase();
  const source = PUBLIC_SOURCES[id];
  if (source === undefined) return undefined;
  const quotes = (...texts: readonly string[]): boolean => texts.some((each) => sourcesQuoted(each).includes(id));
  const usedBy = [
    ...RULE_MODULES.filter(({ sources, conditions }) =>
      quotes(...sources, ...conditions.map(({ paragraph }) => paragraph)),
    ).map((module) => module.id),
    ...rates.rates
      .filter((rate) => quotes(rate.source))
      .map((rate) => rateCell(rate.key, rate.grantYear, rate.rateClass)),
    ...limits.limits.filter((limit) => quotes(limit.source)).map(({ key }) => key),
    ...assumptions.assumptions.filter((each) => quotes(each.source)).map((each) => each.id),
  ];
  return { ...source, id, usedBy: [...new Set(usedBy)] };
}
