import { RULE_MODULES, type RuleSet } from '../../../rules';
import { rateCell } from '../../domain';
import { PUBLIC_SOURCES, type PublicSource, sourcesQuoted } from '../../messages';
import { type CliContext, say } from '../context';
import { list, object, text } from '../declare/answer';
import { pairs } from '../view';

/** A public source with what rests on it. */
export interface ShownSource extends PublicSource {
  readonly id: string;
  /** Rule modules, rates, limits and assumptions that quote it. */
  readonly usedBy: readonly string[];
}

export const sourceJson = object({ id: text, title: text, address: text, used_by: list(text) });

/** A source by its number (`S1`); undefined where there is none of it. */
export function sourceNamed(name: string, { rates, limits, assumptions }: RuleSet): ShownSource | undefined {
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

/** The same for people. */
export function sourceText({ id, title, address, usedBy }: ShownSource, context: CliContext): string {
  const rows = pairs([[id, title], ...(address === '' ? [] : [[say(context, 'rules.address'), address] as const])]);
  const used = usedBy.map((name) => `  ${name}\n`).join('');
  return `${rows.join('\n')}\n${say(context, 'rules.used_by')}\n${used}`;
}

/** Sources that texts quote, by name, a line each. */
export function quotedText(texts: readonly string[]): string {
  return sourcesQuoted(texts.join(' '))
    .map((id) => `  ${id}  ${PUBLIC_SOURCES[id]?.title ?? ''}\n`)
    .join('');
}
