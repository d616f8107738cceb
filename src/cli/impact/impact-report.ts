import type { Impact } from '../../analysis';
import { type ImpactReport, recipientText } from '../../app';
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
  { impacts, unmoved }: ImpactReport,
  assumptions: readonly Assumption[],
  places: PlaceRegister,
  lastDay: Day,
  context: CliContext,
): string {
  const words = say(context, 'impact.columns_assumption');
  const sorted = impacts.toSorted((one, other) => other.movedNok - one.movedNok);
  const rows = sorted.map((impact) => {
    const { value, alternative, movedNok, totalNok, gain, lose, missing } = impact;
    const figures = [formatKroner(movedNok), withSign(formatKroner(totalNok), totalNok), String(gain), String(lose)];
    const lacking = [say(context, 'impact.lacks_rates', { cells: missing.join(', ') }), '', '', ''];
    return [nameOf(impact), value, alternative, ...(missing.length > 0 ? lacking : figures)];
  });
  const details = sorted.map((impact) => recipientTable(impact, places, lastDay, context)).join('');
  const others = assumptions.filter(({ alternatives }) => alternatives.length < 2).map(({ id }) => id);
  const rest = say(context, 'impact.without_another_answer', { others: others.join(', ') });
  const still = unmoved.length === 0 ? '' : say(context, 'impact.limits_unmoved', { limits: unmoved.join(', ') });
  return textTable(words.split('|'), 'lllrrrr', rows) + details + rest + still;
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
  return `\n${nameOf(impact)} ${impact.alternative}\n${textTable(words.split('|'), 'llr', rows)}`;
}

/** The name under which a question is asked: the assumption where it has words of its own, else the limit. */
function nameOf({ assumption, limit }: Impact): string {
  return limit === '' || limit === 'split.unit' ? assumption : `${limit} ${assumption}`.trim();
}

/** Impacts for programs. */
export function impactJson({ impacts, unmoved }: ImpactReport): string {
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
    unmoved_limits: unmoved,
  })}\n`;
}
