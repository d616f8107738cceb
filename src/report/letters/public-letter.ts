import { formatKroner } from '../../domain';
import { letterText } from '../../messages';
import { type Html, html } from '../site/html';
import { amounts } from './letter-amounts';
import { letterPage } from './letter-page';
import { letterHead, sayer, textSection, titleOf, type Written } from './letter-parts';
import { payments } from './letter-payments';

/** A grant letter that anybody may read: no person, no small group. One HTML file. */
export function renderLetter(written: Written): string {
  const say = sayer(written);
  return letterPage({
    language: say.language,
    title: titleOf(written, 'title.letter'),
    marks: marksOf(written),
    foot: footOf(written),
    body: html`${letterHead(written, factsOf(written))}${decision(written)}${textSection('purpose', written)}${amounts(written)}${payments(written)}${(['conditions', 'reporting', 'control', 'breach', 'repayment', 'errors', 'complaint', 'contact'] as const).map((key) => textSection(key, written))}${closing(written)}`,
  });
}

/** What stands on every sheet. */
export function marksOf({ frame, letter }: Written): string[] {
  const { language } = letter.to;
  const isExample = frame.texts.some(({ status }) => status !== 'approved');
  return [
    ...(frame.isRehearsal ? [letterText('mark.rehearsal', language)] : []),
    ...(isExample ? [letterText('mark.illustrative', language)] : []),
  ];
}

/** What stands at the foot of every sheet; of no person. */
export function footOf({ frame, letter }: Written): string {
  return `${letter.to.name} · ${frame.runId}`;
}

/** What the letter is about. */
export function factsOf(written: Written): Parameters<typeof letterHead>[1] {
  const { frame, letter } = written;
  const say = sayer(written);
  const days = letter.groups.flatMap(({ payment }) => payment?.on || []);
  const budgetYears = [...new Set(days.map((day) => day.slice(0, 4)))].sort();
  const kapPosts = [
    ...new Set(letter.groups.flatMap((group) => group.kapPosts.flatMap(({ kapPost }) => kapPost || []))),
  ];
  const orNone = (texts: readonly string[]): string => (texts.length === 0 ? say.text('say.none') : texts.join(', '));
  return [
    ['label.date', say.day(frame.date)],
    ['label.archive_case', orNone(frame.archiveCase === '' ? [] : [frame.archiveCase])],
    ['label.scheme', say.text('scheme.name')],
    ['label.kap_post', orNone(kapPosts.sort())],
    ['label.budget_year', orNone(budgetYears)],
    ['label.grant_year', String(frame.grantYear)],
    ['label.term', String(frame.term)],
    ['label.as_of', say.day(frame.asOf)],
  ];
}

function decision(written: Written): Html {
  const { frame, letter } = written;
  const { grantYear, term, asOf } = frame;
  const { runner, attestant, approver, on } = frame.decision;
  const say = sayer(written);
  const granted =
    letter.linesNok === undefined
      ? letterText('say.granted_hidden', say.language, { term, grantYear })
      : letterText(letter.linesNok > 0 ? 'say.granted' : 'say.comes_to', say.language, {
          amount: formatKroner(letter.linesNok),
          term,
          grantYear,
        });
  const automatic = { grantYear, runner, approver, date: say.day(on) };
  return html`<section>
<h2>${say.text('heading.decision')}</h2>
<p>${granted}</p>
${letter.correctionsNok ? html`<p>${letterText('say.corrected', say.language, { amount: formatKroner(letter.correctionsNok) })}</p>\n` : ''}<p>${letterText('say.automatic', say.language, automatic)}${attestant === '' ? '' : ` ${letterText('say.attested', say.language, { attestant })}`}</p>
<p>${letterText('say.basis', say.language, { date: say.day(asOf) })}</p>
</section>
`;
}

/** Where the list of persons is, who signs, and the seal of the run. */
function closing(written: Written): Html {
  const say = sayer(written);
  const { sender, seal, decision: by, runId } = written.frame;
  return html`<section>
<p>${say.text('say.to_list')}</p>
<p>${say.text('say.regards')}</p>
<p class="signed">${sender.name[say.language]}${sender.name[say.language] === '' ? '' : html`<br>`}${by.approver}</p>
</section>
<section>
<h2>${say.text('label.seal')}</h2>
<p class="quiet">${letterText('say.run', say.language, { runId })}. ${letterText('say.seal', say.language, seal)}</p>
</section>
`;
}
