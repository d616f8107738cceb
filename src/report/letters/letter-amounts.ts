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
  const columns = [
    [say.text('label.code')],
    [say.text('label.year')],
    [say.text('label.persons'), true],
    [say.text('label.rate'), true],
    [say.text('label.cause')],
    [say.text('label.amount'), true],
  ] as const;
  /** Of a component of which nothing is shown, the name alone. */
  const codeText = ({ code, amountNok }: AmountRow): string =>
    code === '' && amountNok !== undefined ? say.text('say.together') : code;
  const row = (amount: AmountRow): string[] => [
    [say.component(amount.component), codeText(amount)].filter((text) => text !== '').join(' – '),
    amount.grantYear === 0 ? say.text('say.none') : String(amount.grantYear),
    personsText(amount.persons, written),
    amount.rateNok === undefined ? say.text('say.none') : formatKroner(amount.rateNok),
    causeText(amount, written),
    say.nok(amount.amountNok),
  ];
  const sum = (key: Parameters<typeof say.text>[0], value: number | undefined): string[] => [
    say.text(key),
    '',
    '',
    '',
    '',
    say.nok(value),
  ];
  return letterTable(letterName('group', group.group, say.language), columns, group.rows.map(row), [
    sum('label.sum', group.linesNok),
    sum('label.carried_in', group.carriedInNok),
    sum(isPaidNow(group) ? 'label.paid' : 'label.to_pay', group.paidNok),
    sum('label.carried_out', group.carriedOutNok),
  ]);
}
