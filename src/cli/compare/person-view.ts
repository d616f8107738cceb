import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { nowUtc } from '../../effects';
import type { CliContext } from '../context';
import { say } from '../context';
import type { SizingTools } from '../facts/sizing-tools';
import { keyIdsInUse } from '../privacy/keys-in-use';
import type { Comparison } from './execute-compare';
import { type PersonStep, personSteps, personStepsText } from './person-steps';
import { protectionOf } from './protected-persons';

/**
 * Tells a person's way from A to B step by step. Who asks is logged before anything is shown; of somebody with
 * a protected address only the amount for the year.
 */
export function comparePerson(
  comparison: Comparison,
  personId: number,
  { settings, shelf }: SizingTools,
  context: CliContext,
): void {
  const { a, b } = comparison;
  const identity = shelf.snapshot(b.place).identities.get(personId) ?? personId;
  const person = pseudonymsOf(readPseudonymKeyInUse(settings.pseudonymKeyFile, keyIdsInUse(settings.db))).of(identity);
  const subjects = [person, a.label, b.label];
  const actor = settings.as ?? '';
  logAccess(accessLogPath(settings.db), { kind: 'explain', actor, at: nowUtc(), runId: '', subjects });
  const test = protectionOf(comparison, shelf);
  const isProtected = test(personId) || test(identity);
  const steps = personSteps(comparison.stages, identity).map(
    (step): PersonStep => (isProtected ? { ...step, shares: [] } : step),
  );
  if (isProtected && !context.json) context.terminal.out(hiddenText(context));
  context.terminal.out(context.json ? stepsJson(steps, person, comparison) : personStepsText(steps, person, context));
}

function hiddenText(context: CliContext): string {
  return say(context, {
    nb: 'Personen har adressebeskyttelse. Mottakere, koder og deler vises ikke (skjermet).\n\n',
    en: 'The person has a protected address. Recipients, codes and parts are not shown (protected).\n\n',
  });
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
