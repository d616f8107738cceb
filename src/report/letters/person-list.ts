import { formatKroner } from '../../domain';
import { letterText } from '../../messages';
import { type Html, html } from '../site/html';
import type { PersonList } from './letter';
import { amounts } from './letter-amounts';
import { letterPage } from './letter-page';
import { causeText, letterHead, letterTable, sayer, textSection, titleOf, type Written } from './letter-parts';
import { payments } from './letter-payments';
import { factsOf, footOf, marksOf } from './public-letter';

/**
 * The list of persons of a letter, a document of its own that is exempt from public access: all sums, DUF number and amount
 * of each line, those with a protected address as number and sum. No person stands in its title or at its foot.
 */
export function renderPersonList(list: PersonList, frame: Written['frame']): string {
  const written = { frame, letter: list.letter };
  const say = sayer(written);
  return letterPage({
    language: say.language,
    title: titleOf(written, 'title.list'),
    marks: [say.text('mark.restricted'), ...marksOf(written)],
    foot: footOf(written),
    body: html`${letterHead(written, factsOf(written))}${textSection('secrecy', written)}${amounts(written)}${payments(written)}${persons(list, written)}${protectedSum(list, written)}<section>
<h2>${say.text('label.seal')}</h2>
<p class="quiet">${letterText('say.run', say.language, { runId: frame.runId })}. ${letterText('say.seal', say.language, frame.seal)}</p>
</section>
`,
  });
}

function persons({ persons: rows }: PersonList, written: Written): Html {
  const say = sayer(written);
  if (rows.length === 0) return html`<p>${say.text('say.no_persons')}</p>\n`;
  const sumNok = rows.reduce((sum, { amountNok }) => sum + amountNok, 0);
  return letterTable(
    say.text('heading.persons'),
    rows,
    [
      [say.text('label.person'), ({ duf }) => duf],
      [say.text('label.scheme'), ({ component }) => say.component(component)],
      [say.text('label.code'), ({ code }) => code],
      [say.text('label.year'), ({ grantYear }) => String(grantYear)],
      [say.text('label.cause'), (row) => causeText(row, written)],
      [say.text('label.amount'), ({ amountNok }) => formatKroner(amountNok), true],
    ],
    [[say.text('label.sum'), formatKroner(sumNok)]],
  );
}

function protectedSum({ protectedPersons: count, protectedNok }: PersonList, written: Written): Html {
  if (count === 0) return html``;
  const say = sayer(written);
  return html`<section>
<h2>${say.text('heading.protected')}</h2>
<p>${say.text('say.protected')}</p>
<p>${letterText('say.protected_sum', say.language, { persons: count, amount: formatKroner(protectedNok) })}</p>
</section>
`;
}
