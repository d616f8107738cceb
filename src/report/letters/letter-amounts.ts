import { formatKroner } from '../../domain';
import { letterName, letterText, letterWord } from '../../messages';
import { type Html, html } from '../site/html';
import type { AmountRow, LetterGroup } from './letter';
import { causeText, letterTable, personsText, sayer, type Written } from './letter-parts';
import { isPaidNow } from './letter-payments';

/** How the amount is made up: a table for each netting group, then what is held, then cases. */
export function amounts(written: Written): Html {
  const { groups, held, cases } = written.letter;
  const say = sayer(written);
  const isShort = groups.some(({ rows, linesNok }) => linesNok === undefined || rows.some(({ code }) => code === ''));
  const heldRows = held.map(({ component, reason, amountNok }) => {
    const words = {
      component: say.component(component),
      reason: letterWord('held', reason, 'held.other', say.language),
    };
    return amountNok === undefined
      ? letterText('say.held_hidden', say.language, words)
      : letterText('say.held', say.language, { ...words, amount: formatKroner(amountNok) });
  });
  const caseRows = cases.map(({ caseNumber, kind, amountNok }) => {
    const words = { case: caseNumber, act: letterWord('act', kind, 'say.none', say.language) };
    return amountNok === undefined
      ? letterText('say.case', say.language, words)
      : letterText('say.case_amount', say.language, { ...words, amount: formatKroner(amountNok) });
  });
  return html`<h2>${say.text('heading.amounts')}</h2>
${groups.map((group) => groupTable(group, written))}${groups.some(differs) ? html`<p>${say.text('say.share')}</p>\n` : ''}${isShort ? html`<p>${say.text('say.few')}</p>\n` : ''}${listed(say.text('label.held'), heldRows)}${listed(say.text('label.cases'), caseRows)}`;
}

/** Whether an amount is another than persons times rate. */
function differs({ rows }: LetterGroup): boolean {
  return rows.some(
    ({ persons, rateNok, amountNok }) => persons && rateNok !== undefined && persons * rateNok !== amountNok,
  );
}

function listed(title: string, rows: readonly string[]): Html {
  return rows.length === 0 ? html`` : html`<h2>${title}</h2>\n${rows.map((row) => html`<p>${row}</p>\n`)}`;
}

function groupTable(group: LetterGroup, written: Written): Html {
  const say = sayer(written);
  const none = say.text('say.none');
  /** Of a component of which nothing is shown, the name alone. */
  const codeText = ({ code, amountNok }: AmountRow): string =>
    code === '' && amountNok !== undefined ? say.text('say.together') : code;
  return letterTable(
    letterName('group', group.group, say.language),
    group.rows,
    [
      [
        say.text('label.code'),
        (row) => [say.component(row.component), codeText(row)].filter((text) => text !== '').join(' – '),
      ],
      [say.text('label.year'), ({ grantYear }) => (grantYear === 0 ? none : String(grantYear))],
      [say.text('label.persons'), ({ persons }) => personsText(persons, written), true],
      [say.text('label.rate'), ({ rateNok }) => (rateNok === undefined ? none : formatKroner(rateNok)), true],
      [say.text('label.cause'), (row) => causeText(row, written)],
      [say.text('label.amount'), ({ amountNok }) => say.nok(amountNok), true],
    ],
    [
      [say.text('label.sum'), say.nok(group.linesNok)],
      [say.text('label.carried_in'), say.nok(group.carriedInNok)],
      [say.text(isPaidNow(group) ? 'label.paid' : 'label.to_pay'), say.nok(group.paidNok)],
      [say.text('label.carried_out'), say.nok(group.carriedOutNok)],
    ],
  );
}
