import { accessLogPath, logAccess, openPseudonymKey, pseudonymsOf } from '../../audit';
import { isProtectedPerson } from '../../domain';
import { nowUtc } from '../../effects';
import type { CliContext } from '../context';
import { say } from '../context';
import type { SizeCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';
import type { Comparison } from './execute-compare';
import { type PersonStep, personSteps, personStepsText } from './person-steps';

/**
 * Tells a person's way from A to B step by step. Who asks is logged before anything is shown; the recipients of somebody
 * with a protected address are not shown.
 */
export function comparePerson(
  comparison: Comparison,
  personId: number,
  { settings, shelf }: SizingTools,
  context: CliContext,
): void {
  const { a, b } = comparison;
  const identity = shelf.snapshot(b.place).identities.get(personId) ?? personId;
  const person = pseudonymsOf(openPseudonymKey(settings.pseudonymKeyFile)).of(identity);
  const subjects = [person, a.label, b.label];
  const actor = settings.as ?? '';
  logAccess(accessLogPath(settings.db), { kind: 'explain', actor, at: nowUtc(), runId: '', subjects });
  const isProtected = [a, b].some((one) => [personId, identity].some((id) => isProtectedIn(one, id, shelf)));
  const hidden = say(context, { nb: 'skjermet', en: 'protected' });
  const steps = personSteps(comparison.stages, identity).map(
    (step): PersonStep =>
      isProtected ? { ...step, shares: step.shares.map((share) => ({ ...share, recipient: hidden })) } : step,
  );
  context.terminal.out(context.json ? stepsJson(steps, person, comparison) : personStepsText(steps, person, context));
}

/** True where that register says so of the person. */
function isProtectedIn({ place }: SizeCase, personId: number, shelf: SizingTools['shelf']): boolean {
  const found = shelf.snapshot(place).blockOf(personId);
  return found !== undefined && isProtectedPerson(found.block, found.index);
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
