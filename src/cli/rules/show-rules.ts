import { assumptionWords, RULE_MODULES, type RuleSet } from '../../../rules';
import { type GrantYearView, grantYearView } from '../../app';
import {
  type Assumption,
  closestWord,
  formatKroner,
  type Limit,
  NorsktilskuddError,
  type RuleModule,
  type Wording,
} from '../../domain';
import { explainWord, lawText, rulebookText } from '../../messages';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** `rules show NAME`: a grant year (2018), a rule module (persontilskudd@2019), an assumption (A10) or a limit. */
export function showRules(name: string, rules: RuleSet, context: CliContext): void {
  const module = RULE_MODULES.find((candidate) => candidate.id === name);
  const assumption = rules.assumptions.assumptions.find((candidate) => candidate.id === name);
  const limits = rules.limits.limits.filter(({ key }) => key === name);
  if (/^\d{4}$/.test(name)) tell(context, grantYearJson, grantYearText, grantYearView(rules, Number(name)));
  else if (module) tell(context, moduleJson, moduleText, module);
  else if (limits.length > 0) tell(context, (rows) => ({ limits: rows.map(limitJson) }), limitText, limits);
  else if (assumption) tell(context, (value) => value, assumptionText(assumptionWords(rules.limits)[name]), assumption);
  else throw unknownName(name, rules);
}

function tell<T>(
  context: CliContext,
  toJson: (value: T) => unknown,
  toText: (value: T, context: CliContext) => string,
  value: T,
): void {
  context.terminal.out(context.json ? `${JSON.stringify(toJson(value))}\n` : toText(value, context));
}

function unknownName(name: string, rules: RuleSet): NorsktilskuddError {
  const assumptions = rules.assumptions.assumptions.map(({ id }) => id);
  const known = [
    ...RULE_MODULES.map((module) => module.id),
    ...assumptions,
    ...rules.limits.limits.map(({ key }) => key),
  ];
  const suggestion = closestWord(name, known);
  return new NorsktilskuddError('usage', 'RULE_UNKNOWN', suggestion === undefined ? { name } : { name, suggestion });
}

function grantYearJson(view: GrantYearView): unknown {
  return {
    year: view.year,
    calendar: view.calendar ?? null,
    limits: view.limits.map(limitJson),
    components: view.components.map(({ component, module, cells }) => ({
      component,
      module,
      rates: cells.map(({ cell, rate }) => ({
        cell,
        value: rate?.valueNok ?? null,
        status: rate?.status ?? 'missing',
        source: rate?.source ?? null,
      })),
    })),
  };
}

function grantYearText(view: GrantYearView, context: CliContext): string {
  if (view.calendar === undefined) {
    return say(context, 'rules.year_without_calendar', { year: view.year });
  }
  const missing = say(context, 'common.missing');
  const head = say(context, 'rules.columns_cell').split('|');
  const rows = view.components.flatMap(({ module, cells }) =>
    cells.map(({ cell, rate }) => [
      cell,
      rate ? formatKroner(rate.valueNok) : missing,
      rate ? explainWord(rate.status, context.language) : '',
      rate?.source ?? '',
      module,
    ]),
  );
  const title = say(context, 'rules.grant_year_calendar', { year: view.year, calendar: view.calendar });
  return `${title}\n\n${textTable(head, 'lrlll', rows)}\n${limitText(view.limits, context)}`;
}

function limitJson({ key, value, firstGrantYear, lastGrantYear, status, source, assumption }: Limit): unknown {
  const years = { first_grant_year: firstGrantYear, last_grant_year: lastGrantYear };
  return { key, value, ...years, status, source, assumption };
}

/** Limits with the grant years for which they hold. */
function limitText(limits: readonly Limit[], context: CliContext): string {
  const head = say(context, 'rules.columns_limit').split('|');
  const rows = limits.map(({ key, value, firstGrantYear, lastGrantYear, status, source, assumption }) => [
    key,
    value,
    firstGrantYear === null && lastGrantYear === null ? '' : `${firstGrantYear ?? ''}-${lastGrantYear ?? ''}`,
    `${explainWord(status, context.language)}${assumption === '' ? '' : ` (${assumption})`}`,
    rulebookText(source, context.language),
  ]);
  return textTable(head, 'lllll', rows);
}

function moduleJson(module: RuleModule): unknown {
  const { id, component, firstGrantYear, lastGrantYear, conditions, assumptions, limits, sources } = module;
  return {
    id,
    component,
    first_grant_year: firstGrantYear,
    last_grant_year: lastGrantYear,
    conditions: conditions.map(({ id, paragraph }) => ({ id, paragraph })),
    assumptions,
    limits,
    sources,
  };
}

function moduleText(module: RuleModule, context: CliContext): string {
  const head = say(context, 'rules.condition_source').split('|');
  const conditions = module.conditions.map(({ id, paragraph }) => [id, rulebookText(paragraph, context.language)]);
  const lines = [
    `${module.id}  ${module.firstGrantYear}-${module.lastGrantYear ?? ''}`,
    `${say(context, 'rules.assumptions')}: ${module.assumptions.join(' ')}`,
    `${say(context, 'rules.limits')}: ${module.limits.join(' ')}`,
    `${say(context, 'rules.sources')}: ${module.sources.map((source) => rulebookText(source, context.language)).join(', ')}`,
  ];
  return `${lines.join('\n')}\n${conditions.length > 0 ? `\n${textTable(head, 'll', conditions)}` : ''}`;
}

/** @param text what it says, where its values stand in the limits */
const assumptionText = (text: Wording | undefined) => (assumption: Assumption, context: CliContext) =>
  [
    `${assumption.id}: ${text ? lawText(text, context.language, {}) : explainWord(assumption.id, context.language)}`,
    `${say(context, 'rules.value')}: ${assumption.value} (${assumption.alternatives.join(', ')})`,
    `${say(context, 'rules.status')}: ${explainWord(assumption.status, context.language)}`,
    `${say(context, 'rules.source')}: ${rulebookText(assumption.source, context.language)}`,
    '',
  ].join('\n');
