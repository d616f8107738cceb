import type { Impact } from '../../analysis';
import { recipientText } from '../../app';
import {
  type Assumption,
  asRecipientCode,
  type Day,
  formatKroner,
  NO_RECIPIENT,
  type PlaceRegister,
} from '../../domain';
import { type CliContext, say } from '../context';
import { withSign } from '../percent-text';
import { recipientName } from '../table-words';
import { textTable } from '../text-table';

/** Recipients told of each question. */
const REPORTED = 10;

/** Impacts for people, those that move most first, and the questions that cannot be worked out. */
export function impactText(
  impacts: readonly Impact[],
  assumptions: readonly Assumption[],
  places: PlaceRegister,
  lastDay: Day,
  context: CliContext,
): string {
  const words = say(context, 'impact.columns_assumption');
  const sorted = impacts.toSorted((one, other) => other.movedNok - one.movedNok);
  const rows = sorted.map(({ assumption, value, alternative, movedNok, totalNok, gain, lose }) => [
    assumption,
    value,
    alternative,
    formatKroner(movedNok),
    withSign(formatKroner(totalNok), totalNok),
    String(gain),
    String(lose),
  ]);
  const details = sorted.map((impact) => recipientTable(impact, places, lastDay, context)).join('');
  const others = assumptions.filter(({ alternatives }) => alternatives.length < 2).map(({ id }) => id);
  const rest = say(context, 'impact.without_another_answer', { others: others.join(', ') });
  return textTable(words.split('|'), 'lllrrrr', rows) + details + rest;
}

function recipientTable(impact: Impact, places: PlaceRegister, lastDay: Day, context: CliContext): string {
  const largest = impact.recipients
    .toSorted((one, other) => Math.abs(other.amountNok) - Math.abs(one.amountNok) || one.recipient - other.recipient)
    .slice(0, REPORTED);
  if (largest.length === 0) return '';
  const words = say(context, 'impact.columns_recipient');
  const rows = largest.map(({ recipient, amountNok }) => [
    recipientName(recipient, context),
    recipient === NO_RECIPIENT ? '' : places.nameOn(asRecipientCode(recipient), lastDay),
    withSign(formatKroner(amountNok), amountNok),
  ]);
  return `\n${impact.assumption} ${impact.alternative}\n${textTable(words.split('|'), 'llr', rows)}`;
}

/** Impacts for programs. */
export function impactJson(impacts: readonly Impact[]): string {
  return `${JSON.stringify({
    impacts: impacts.map(({ recipients, totalNok, movedNok, ...impact }) => ({
      ...impact,
      total: totalNok,
      moved: movedNok,
      recipients: recipients.map(({ recipient, amountNok }) => ({
        recipient_id: recipientText(recipient),
        change: amountNok,
      })),
    })),
  })}\n`;
}
