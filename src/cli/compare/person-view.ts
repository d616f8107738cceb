import { type Comparison, type PersonCompared, type PersonStep, recipientText } from '../../app';
import { formatKroner, NO_RECIPIENT } from '../../domain';
import { type CliContext, say } from '../context';
import { withSign } from '../percent-text';
import { recipientName } from '../table-words';
import { textTable } from '../text-table';

/** A person's way from A to B for people and programs. */
export function tellPerson(compared: PersonCompared, comparison: Comparison, context: CliContext): void {
  const { person, isProtected, steps } = compared;
  const { out } = context.terminal;
  if (context.json) out(stepsJson(steps, person, comparison));
  else out(isProtected ? `${person}\n\n${hiddenText(context)}` : personStepsText(steps, person, context));
}

function hiddenText(context: CliContext): string {
  return say(context, 'compare.person_protected_address');
}

function stepsJson(steps: readonly PersonStep[], person: string, { a, b }: Comparison): string {
  const rows = steps.map(({ stage, stands, amountNok, changeNok, shares }) => ({
    stage,
    stands,
    amount: amountNok,
    effect: changeNok,
    shares: shares.map(({ code, recipient, days, amountNok: part }) => ({
      code,
      recipient_id: recipient,
      days,
      amount: part,
    })),
  }));
  return `${JSON.stringify({ a: a.label, b: b.label, person_ref: person, steps: rows })}\n`;
}

/** The steps for people. */
function personStepsText(steps: readonly PersonStep[], person: string, context: CliContext): string {
  const names = say(context, 'compare.columns_population_one').split('|');
  const rows = steps.flatMap((step, index) => {
    const change = index === 0 ? '' : withSign(formatKroner(step.changeNok), step.changeNok);
    const first = [names[index] ?? '', formatKroner(step.amountNok), change];
    if (step.shares.length === 0) {
      return [[...first, step.stands ? '-' : say(context, 'compare.does_not_stand'), '', '', '']];
    }
    return step.shares.map((share, line) => [
      ...(line === 0 ? first : ['', '', '']),
      share.code,
      share.recipient === recipientText(NO_RECIPIENT) ? recipientName(NO_RECIPIENT, context) : share.recipient,
      share.days === 0 ? '' : String(share.days),
      formatKroner(share.amountNok),
    ]);
  });
  const words = say(context, 'compare.columns_step');
  return `${person}\n\n${textTable(words.split('|'), 'lrrllrr', rows)}`;
}
