import { ofKind } from './acts';
import type { Bookings } from './bookings';
import { groupOf } from './components';
import { cutOff, dayText } from './dates';
import { translate } from './places';
import type { RunFacts } from './run-facts';

/** Adjustments of cases, each a line of its own (9a). */
export function adjust({ command, acts, extract, onLines }: RunFacts, bookings: Bookings): void {
  const { year, term, excluded } = command;
  for (const act of ofKind(acts, 'adjustment')) {
    const { grantYear, component, amount, code } = act;
    if (excluded.includes(component) || grantYear > year) continue;
    const person = act.person === '' ? '' : extract.canonical(act.person);
    const basisRecipient = translate(act.recipient, dayText(grantYear, 12, 31)).code;
    const thing = { grantYear, component, person, basisRecipient };
    const recipient = translate(basisRecipient, cutOff(year, term));
    if (recipient.stopped || (amount > 0 && onLines.isBlocked(thing, recipient.code))) {
      bookings.hold({ grantYear, component, person, annual: '', amount: String(amount), reason: 'adjustment_waits' });
      continue;
    }
    const fixed = { annual: '', numerator: 0, denominator: 1, cumulativeDue: amount, previouslyPosted: 0 };
    const rest = { term, code, amount, reason: 'adjustment', group: groupOf(component), adjusts: act.act };
    bookings.lines.push({ ...thing, ...fixed, ...rest, recipient: recipient.code });
  }
}
