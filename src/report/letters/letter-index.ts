import { letterText, letterWord } from '../../messages';
import { html } from '../site/html';
import type { Letter, LetterFrame } from './letter';
import { letterPage } from './letter-page';
import { sayer, titleOf } from './letter-parts';
import { marksOf } from './public-letter';

/** All letters of a run, or all lists, with where each lies. */
export interface LetterIndex {
  readonly frame: LetterFrame;
  readonly letters: readonly Letter[];
  readonly language: 'nb' | 'nn' | 'en';
  readonly isRestricted: boolean;
}

/** A page that leads to every letter of a run. */
export function renderLetterIndex({ frame, letters, language, isRestricted }: LetterIndex): string {
  const to = { recipientId: '', name: frame.runId, orgNumber: '', address: [], language };
  const written = {
    frame,
    letter: { to, groups: [], held: [], cases: [], linesNok: 0, paidNok: 0, correctionsNok: 0 },
  };
  const say = sayer(written);
  const title = titleOf(written, 'title.index');
  const columns = ['label.recipient', 'label.org_number', 'label.language', 'label.sum', 'label.to_pay'] as const;
  return letterPage({
    language,
    title,
    marks: [...(isRestricted ? [say.text('mark.restricted')] : []), ...marksOf(written)],
    foot: frame.runId,
    body: html`<p>${letterText('say.index', language, { letters: letters.length })} ${say.day(frame.date)}</p>
<table>
<caption>${say.text(isRestricted ? 'label.list' : 'label.letter')}</caption>
<thead><tr>${columns.map((key, index) => html`<th scope="col"${index > 2 ? html` class="figure"` : ''}>${say.text(key)}</th>`)}</tr></thead>
<tbody>
${letters.map(
  ({ to: one, linesNok, paidNok }) =>
    html`<tr><th scope="row"><a href="${one.recipientId}.html">${one.recipientId} ${one.name}</a></th><td>${one.orgNumber}</td><td>${letterWord('language', one.language, 'say.none', language)}</td><td class="figure">${say.nok(linesNok)}</td><td class="figure">${say.nok(paidNok)}</td></tr>\n`,
)}</tbody>
</table>
<p class="quiet">${letterText('say.seal', language, frame.seal)}</p>
`,
  });
}
