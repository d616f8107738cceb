import { formatKroner } from '../../domain';
import { letterName, letterText, letterWord } from '../../messages';
import { type Html, html } from '../site/html';
import type { LetterGroup, LetterPayment } from './letter';
import { definitions, sayer, type Written } from './letter-parts';

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
export function isPaidNow({ payment }: LetterGroup): boolean {
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
