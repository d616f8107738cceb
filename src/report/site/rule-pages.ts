import { formatKroner } from '../../domain';
import { rulebookText } from '../../messages';
import type { Parameter, RuleShown } from '../model/law';
import type { ReportModel } from '../model/report-model';
import { type Html, html } from './html';
import type { Draft } from './page';
import { HREF, link, type Place, say, word } from './place';
import { column, figures, table } from './table';

/** All rules, rates, limits and assumptions, each with its page. */
export function rulesPage(place: Place): Draft {
  const title = say(place, 'report.menu.rules');
  const { rules, parameters } = place.model;
  const of = (kind: Parameter['kind']): Html =>
    parameterTable(
      place,
      parameters.filter((one) => one.kind === kind),
      kind,
    );
  const body = html`<h1>${title}</h1>
<p>${say(place, 'report.rules.note')}</p>
<section><h2>${say(place, 'report.rules.modules')}</h2>${moduleTable(place, rules)}</section>
<section><h2>${say(place, 'report.rules.rates')}</h2>${of('rate')}</section>
<section><h2>${say(place, 'report.rules.limits')}</h2>${of('limit')}</section>
<section><h2>${say(place, 'report.rules.assumptions')}</h2>${of('assumption')}</section>
`;
  return { path: 'rules.html', title, body };
}

function moduleTable(place: Place, rules: readonly RuleShown[]): Html {
  return table(say(place, 'report.rules.modules'), rules, [
    column(say(place, 'report.rules.module'), ({ id }) => link(place, HREF.rule(id), id)),
    column(say(place, 'report.component'), ({ component }) => word(place, component)),
    column(say(place, 'report.rules.years'), yearsOf),
    column(say(place, 'report.rules.used'), ({ isUsed }) => usedMark(place, isUsed)),
  ]);
}

function yearsOf({ firstGrantYear, lastGrantYear }: RuleShown): string {
  return firstGrantYear === lastGrantYear ? String(firstGrantYear) : `${firstGrantYear}–${lastGrantYear ?? ''}`;
}

function usedMark(place: Place, isUsed: boolean): string {
  return isUsed ? say(place, 'report.rules.yes') : '–';
}

function parameterTable(place: Place, parameters: readonly Parameter[], kind: Parameter['kind']): Html {
  return table(
    say(place, `report.rules.${kind}s`),
    parameters.map((parameter) => ({
      ...parameter,
      row: parameter.rows.find(({ isUsed }) => isUsed) ?? parameter.rows.at(-1),
    })),
    [
      column(say(place, 'report.rules.key'), ({ key }) =>
        link(place, HREF.parameter(key), kind === 'assumption' ? key : named(place, key)),
      ),
      column(
        say(place, 'report.rules.value'),
        ({ words, row }) => words?.[place.language] ?? (row === undefined ? '' : valueText(row)),
      ),
      column(say(place, 'report.rules.status'), ({ row }) => (row === undefined ? '' : word(place, row.status))),
      column(say(place, 'report.rules.used'), ({ isUsed }) => usedMark(place, isUsed)),
    ],
  );
}

/** The name of a rate in words where it has one. */
function named(place: Place, key: string): string {
  const text = word(place, key);
  return text === key ? key : `${text} (${key})`;
}

function valueText({ valueNok, value }: Parameter['rows'][number]): string {
  return valueNok === undefined ? value : formatKroner(valueNok);
}

/** A page for each rule, rate, limit and assumption. */
export function* rulePages(model: ReportModel, placeFor: (path: string) => Place): Generator<Draft> {
  for (const rule of model.rules) yield modulePage(placeFor(HREF.rule(rule.id)), rule);
  for (const parameter of model.parameters) yield parameterPage(placeFor(HREF.parameter(parameter.key)), parameter);
}

function modulePage(place: Place, rule: RuleShown): Draft {
  const { parameters, rules } = place.model;
  const others = rules.filter(({ component, id }) => component === rule.component && id !== rule.id);
  const keyLinks = (keys: readonly string[]): Html[] =>
    keys.map(
      (key) =>
        html`<li>${parameters.some((one) => one.key === key) ? link(place, HREF.parameter(key), key) : key}</li>`,
    );
  const body = html`<p>${link(place, 'rules.html', say(place, 'report.rules.back'))}</p>
<h1>${rule.id}</h1>
<dl class="facts">
<div><dt>${say(place, 'report.component')}</dt><dd>${word(place, rule.component)}</dd></div>
<div><dt>${say(place, 'report.rules.years')}</dt><dd>${yearsOf(rule)}</dd></div>
<div><dt>${say(place, 'report.rules.used')}</dt><dd>${usedMark(place, rule.isUsed)}</dd></div>
<div><dt>${say(place, 'report.rules.sources')}</dt><dd>${rule.sources.map((source) => rulebookText(source, place.language)).join(', ')}</dd></div>
<div><dt>${say(place, 'report.rules.hash')}</dt><dd><code>${rule.hash === '' ? '–' : rule.hash}</code></dd></div>
</dl>
${rule.limits.length === 0 ? '' : html`<section><h2>${say(place, 'report.rules.limits_read')}</h2><ul>${keyLinks(rule.limits)}</ul></section>`}
${rule.assumptions.length === 0 ? '' : html`<section><h2>${say(place, 'report.rules.assumptions_read')}</h2><ul>${rule.assumptions.map((id) => assumptionItem(place, id))}</ul></section>`}
${others.length === 0 ? '' : html`<section><h2>${say(place, 'report.rules.other_versions')}</h2><ul>${others.map((other) => html`<li>${link(place, HREF.rule(other.id), other.id)} (${yearsOf(other)})</li>`)}</ul></section>`}
`;
  return { path: HREF.rule(rule.id), title: rule.id, body };
}

function assumptionItem(place: Place, id: string): Html {
  const words = place.model.parameters.find(({ key }) => key === id)?.words?.[place.language];
  return html`<li>${link(place, HREF.parameter(id), id)} ${words ?? ''}</li>`;
}

function parameterPage(place: Place, parameter: Parameter): Draft {
  const { key, kind, words, rows } = parameter;
  const readers = place.model.rules.filter(
    ({ limits, assumptions }) => limits.includes(key) || assumptions.includes(key),
  );
  const hasClass = rows.some(({ rateClass }) => rateClass !== '');
  const body = html`<p>${link(place, 'rules.html', say(place, 'report.rules.back'))}</p>
<h1>${kind === 'assumption' ? key : named(place, key)}</h1>
${words === undefined ? '' : html`<p class="lead">${words[place.language]}</p>`}
<section><h2>${say(place, 'report.rules.history')}</h2>${table(say(place, 'report.rules.history'), rows, [
    column(say(place, 'report.rules.years'), ({ years }) =>
      years === '' ? say(place, 'report.rules.all_years') : years,
    ),
    hasClass && column(say(place, 'report.rate_class'), ({ rateClass }) => word(place, rateClass)),
    (kind === 'rate' ? figures : column)(say(place, 'report.rules.value'), valueText),
    column(say(place, 'report.rules.status'), ({ status }) => word(place, status)),
    column(say(place, 'report.rules.source'), ({ source }) => rulebookText(source, place.language)),
    column(say(place, 'report.rules.used'), ({ isUsed }) => usedMark(place, isUsed)),
  ])}</section>
${readers.length === 0 ? '' : html`<section><h2>${say(place, 'report.rules.read_by')}</h2><ul>${readers.map(({ id }) => html`<li>${link(place, HREF.rule(id), id)}</li>`)}</ul></section>`}
`;
  return { path: HREF.parameter(key), title: key, body };
}
