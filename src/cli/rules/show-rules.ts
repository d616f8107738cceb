import type { GrantYearView, ShownRule, ShownSource } from '../../app';
import type { Limit, RuleModule } from '../../domain';
import { explainWord, lawText, PUBLIC_SOURCES, rulebookText, sourcesQuoted } from '../../messages';
import { type CliContext, say } from '../context';
import { at, kroner, list, object, oneOf, orNull, text, whole } from '../declare/answer';
import { pairs, table } from '../view';

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

const sourceJson = object({ id: text, title: text, address: text, used_by: list(text) });

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

/** A source with what rests on it. */
function sourceText({ id, title, address, usedBy }: ShownSource, context: CliContext): string {
  const rows = pairs([[id, title], ...(address === '' ? [] : [[say(context, 'rules.address'), address] as const])]);
  const used = usedBy.map((name) => `  ${name}\n`).join('');
  return `${rows.join('\n')}\n${say(context, 'rules.used_by')}\n${used}`;
}

/** Sources that texts quote, by name, a line each. */
function quotedText(texts: readonly string[]): string {
  return sourcesQuoted(texts.join(' '))
    .map((id) => `  ${id}  ${PUBLIC_SOURCES[id]?.title ?? ''}\n`)
    .join('');
}
