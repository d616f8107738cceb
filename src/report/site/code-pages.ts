import type { MessageCode, MessageParams } from '../../domain';
import { findingWords, messageAction, messageCodes, messageText } from '../../messages';
import { type Html, html } from './html';
import type { Draft } from './page';
import { count, HREF, link, type Place, say, word } from './place';
import { column, figures, table } from './table';

/** All codes of findings and errors. */
export function codesPage(place: Place): Draft {
  const title = say(place, 'report.menu.codes');
  const codes = messageCodes().toSorted();
  const findings = codes.filter((code) => findingWords(code, place.language) !== undefined);
  const errors = codes.filter((code) => findingWords(code, place.language) === undefined);
  const body = html`<h1>${title}</h1>
<p>${say(place, 'report.codes.note')}</p>
<section><h2>${say(place, 'report.codes.findings')}</h2>${table(say(place, 'report.codes.findings'), findings, [
    column(say(place, 'report.code'), (code) => link(place, HREF.code(code), code)),
    column(say(place, 'report.codes.meaning'), (code) => findingWords(code, place.language) ?? ''),
    figures(say(place, 'report.codes.here'), (code) => timesHere(place, code)),
  ])}</section>
<section><h2>${say(place, 'report.codes.errors')}</h2>${table(say(place, 'report.codes.errors'), errors, [
    column(say(place, 'report.code'), (code) => link(place, HREF.code(code), code)),
    column(say(place, 'report.codes.meaning'), (code) => plainText(code, place)),
  ])}</section>
`;
  return { path: 'codes.html', title, body };
}

function timesHere(place: Place, code: string): Html {
  const found = place.model.findings.find(({ name }) => name === code);
  return found === undefined ? html`–` : count(place, found.count);
}

/** A message without the values of one occasion. */
function plainText(code: MessageCode, { language }: Place): string {
  return withoutValues(messageText(code, language, NO_VALUES));
}

function withoutValues(text: string): string {
  return text.replace(/\{(\w+)(?:\|[^{}]*\|([^|{}]*))?\}/g, (_, name: string, many?: string) => `‹${many ?? name}›`);
}

const NO_VALUES: MessageParams = {};

/** A page for each code: what it says, what to do, how often it was found here. */
export function* codePages(placeFor: (path: string) => Place): Generator<Draft> {
  for (const code of messageCodes().toSorted()) {
    const place = placeFor(HREF.code(code));
    const short = findingWords(code, place.language);
    const action = withoutValues(messageAction(code, place.language, NO_VALUES));
    const found = place.model.findings.find(({ name }) => name === code);
    const body = html`<p>${link(place, 'codes.html', say(place, 'report.codes.back'))}</p>
<h1><code>${code}</code></h1>
${short === undefined ? '' : html`<p class="lead">${short}</p>`}
<p>${plainText(code, place)}</p>
${action === '' ? '' : html`<section><h2>${say(place, 'report.codes.what_to_do')}</h2><p>${action}</p></section>`}
${found === undefined ? '' : html`<p>${word(place, found.severity)}: ${count(place, found.count)}</p>`}
<p class="source">${say(place, 'report.codes.values_note')}</p>
`;
    yield { path: HREF.code(code), title: code, body };
  }
}
