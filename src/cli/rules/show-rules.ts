import { assumptionWords, RULE_MODULES, type RuleSet } from '../../../rules';
import { type GrantYearView, grantYearView } from '../../app';
import {
  type Assumption,
  closestWord,
  type Limit,
  NorsktilskuddError,
  type RuleModule,
  type Wording,
} from '../../domain';
import { explainWord, lawText, PUBLIC_SOURCES, rulebookText } from '../../messages';
import { type CliContext, say } from '../context';
import { at, kroner, list, object, oneOf, orNull, text, whole } from '../declare/answer';
import { table } from '../view';
import { quotedText, type ShownSource, sourceJson, sourceNamed, sourceText } from './show-source';

/** What `rules show NAME` can show: a grant year (2018), a rule module, a limit in all its rows, an assumption (A10). */
type ShownRule =
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

/** @throws NorsktilskuddError usage RULE_UNKNOWN */
export function showRule(name: string, rules: RuleSet): ShownRule {
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

/** A rule module as every answer has it. */
export const moduleFields = {
  id: text,
  component: text,
  first_grant_year: whole,
  last_grant_year: orNull(whole),
  assumptions: list(text),
  sources: list(text),
};
const limit = object({
  key: text,
  value: text,
  first_grant_year: orNull(whole),
  last_grant_year: orNull(whole),
  status: text,
  source: text,
  assumption: text,
});
type CellView = GrantYearView['components'][number]['cells'][number];
const cell = object({
  cell: text,
  value: at(({ rate }: CellView) => rate?.valueNok, orNull(kroner)),
  status: at(({ rate }: CellView) => rate?.status ?? 'missing', text),
  source: at(({ rate }: CellView) => rate?.source, orNull(text)),
});
const year = object({
  year: whole,
  calendar: orNull(text),
  limits: list(limit),
  components: list(object({ component: text, module: text, rates: at('cells', list(cell)) })),
});
const moduleJson = object({
  ...moduleFields,
  conditions: list(object({ id: text, paragraph: text })),
  limits: list(text),
});
const limitsJson = object({ limits: list(limit) });
const assumptionJson = object({
  id: text,
  value: text,
  alternatives: list(text),
  status: text,
  source: text,
  note: text,
});

export const shownRuleJson = oneOf(
  [year, moduleJson, limitsJson, sourceJson, assumptionJson],
  (shown: ShownRule, to) => {
    switch (shown.kind) {
      case 'year':
        return year.encode(shown.view, to);
      case 'module':
        return moduleJson.encode(shown.module, to);
      case 'limits':
        return limitsJson.encode(shown, to);
      case 'source':
        return sourceJson.encode(shown.source, to);
      case 'assumption':
        return assumptionJson.encode(shown.assumption, to);
    }
  },
);

/** The same for people. */
export function shownRuleText(shown: ShownRule, context: CliContext): string {
  switch (shown.kind) {
    case 'year':
      return yearText(shown.view, context);
    case 'module':
      return moduleText(shown.module, context);
    case 'limits':
      return limitText(shown.limits, context);
    case 'source':
      return sourceText(shown.source, context);
    case 'assumption':
      return assumptionText(shown, context);
  }
}

function yearText({ year: grantYear, calendar, components, limits }: GrantYearView, context: CliContext): string {
  if (calendar === undefined) return say(context, 'rules.year_without_calendar', { year: grantYear });
  const rows = components.flatMap(({ module, cells }) =>
    cells.map(({ cell: name, rate }) => {
      const amount = rate?.valueNok ?? say(context, 'common.missing');
      return [name, amount, rate?.status, rate?.source, module];
    }),
  );
  const title = say(context, 'rules.grant_year_calendar', { year: grantYear, calendar });
  return `${title}\n\n${table(context, 'rules.columns_cell', 'lkwll', rows)}\n${limitText(limits, context)}`;
}

/** Limits with the grant years for which they hold. */
function limitText(limits: readonly Limit[], context: CliContext): string {
  const rows = limits.map(({ key, value, firstGrantYear, lastGrantYear, status, source, assumption }) => [
    key,
    value,
    firstGrantYear === null && lastGrantYear === null ? '' : `${firstGrantYear ?? ''}-${lastGrantYear ?? ''}`,
    `${explainWord(status, context.language)}${assumption === '' ? '' : ` (${assumption})`}`,
    rulebookText(source, context.language),
  ]);
  return table(context, 'rules.columns_limit', 'lllll', rows);
}

function moduleText(module: RuleModule, context: CliContext): string {
  const sources = module.sources.map((source) => rulebookText(source, context.language));
  const rows = module.conditions.map(({ id, paragraph }) => [id, rulebookText(paragraph, context.language)]);
  const lines = [
    `${module.id}  ${module.firstGrantYear}-${module.lastGrantYear ?? ''}`,
    `${say(context, 'rules.assumptions')}: ${module.assumptions.join(' ')}`,
    `${say(context, 'rules.limits')}: ${module.limits.join(' ')}`,
    `${say(context, 'rules.sources')}: ${sources.join(', ')}`,
  ];
  return `${lines.join('\n')}\n${quotedText([...sources, ...rows.flat()])}${rows.length > 0 ? `\n${table(context, 'rules.condition_source', 'll', rows)}` : ''}`;
}

function assumptionText(
  { assumption, words }: Extract<ShownRule, { kind: 'assumption' }>,
  context: CliContext,
): string {
  const { id, value, alternatives, status, source } = assumption;
  return [
    `${id}: ${words ? lawText(words, context.language, {}) : explainWord(id, context.language)}`,
    `${say(context, 'rules.value')}: ${value} (${alternatives.join(', ')})`,
    `${say(context, 'rules.status')}: ${explainWord(status, context.language)}`,
    `${say(context, 'rules.source')}: ${rulebookText(source, context.language)}`,
    quotedText([source]),
  ].join('\n');
}
