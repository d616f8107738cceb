import { formatKroner } from '../../domain';
import { letterName, letterText, letterWord } from '../../messages';
import { type Html, html } from '../site/html';
import type { AmountRow, LetterGroup, LetterPayment } from './letter';
import { letterPage } from './letter-page';
import {
  causeText,
  definitions,
  letterHead,
  letterTable,
  personsText,
  sayer,
  textSection,
  titleOf,
  type Written,
} from './letter-parts';

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

/** What is paid, when, where to and by which reference; what is not, and why. */
export function payments(written: Written): Html {
  const say = sayer(written);
  const { groups, paidNok } = written.letter;
  const now = groups.filter(isPaidNow);
  const nowNok = now.reduce<number | undefined>((sum, group) => addShown(sum, group.paidNok), 0);
  const sums =
    groups.length > 1
      ? definitions([
          ...(now.length < groups.length ? [[say.text('label.to_pay'), say.nok(paidNok)] as const] : []),
          [say.text('label.paid'), say.nok(nowNok)],
        ])
      : html``;
  return html`<section>
<h2>${say.text('heading.payment')}</h2>
${sums}</section>
${groups.map((group) => groupPayment(group, written))}`;
}

/** Whether what a group is to get goes now, or has gone. */
function isPaidNow({ payment }: LetterGroup): boolean {
  return payment === undefined || payment.state === 'planned' || payment.state === 'paid';
}

function addShown(sum: number | undefined, next: number | undefined): number | undefined {
  return sum === undefined || next === undefined ? undefined : sum + next;
}

function groupPayment(group: LetterGroup, written: Written): Html {
  const say = sayer(written);
  const { payment, carriedOutNok } = group;
  const title = letterName('group', group.group, say.language);
  const isClaimed = written.letter.cases.some(({ kind, group: of }) => kind === 'claim' && of === group.group);
  const carried = carriedOutNok ? letterText('say.carried', say.language, { amount: formatKroner(carriedOutNok) }) : '';
  const balance = carried !== '' && isClaimed ? `${carried} ${say.text('say.carried_but_claim')}` : carried;
  if (payment === undefined) {
    return html`<section>\n<p><strong>${title}</strong>: ${say.text('say.nothing_paid')} ${balance}</p>\n</section>\n`;
  }
  const kapPost = group.kapPosts.filter(({ kapPost: one }) => one !== '');
  const facts = [
    [say.text('label.payment_key'), payment.paymentKey],
    ...(payment.kid === '' ? [] : [[say.text('label.kid'), payment.kid] as const]),
    ...kapPost.map(
      ({ component, kapPost: one }) => [`${say.text('label.kap_post')}, ${say.component(component)}`, one] as const,
    ),
  ] as const;
  return html`<section>
<p><strong>${title}</strong>: ${paymentText(payment, group.paidNok, written)} ${balance}</p>
${definitions(facts)}</section>
`;
}

function paymentText(payment: LetterPayment, paidNok: number | undefined, written: Written): string {
  const say = sayer(written);
  const { state, on, accountEnd } = payment;
  const amount = paidNok === undefined ? say.text('say.amount_hidden') : formatKroner(paidNok);
  const digits = accountEnd === '' ? say.text('say.account_none') : accountEnd;
  if (state === 'paid') return letterText('say.paid_before', say.language, { amount, date: say.day(on), digits });
  if (state === 'planned') {
    return on === ''
      ? letterText('say.paid_unknown', say.language, { amount })
      : letterText('say.paid_on', say.language, { amount, date: say.day(on), digits });
  }
  const reasons = payment.reasons.map(({ code, caseNumber }) =>
    letterWord('why', code, 'held.other', say.language).replace('{case}', String(caseNumber)),
  );
  return letterText('say.unpaid', say.language, { amount, why: reasons.join('; ') });
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
