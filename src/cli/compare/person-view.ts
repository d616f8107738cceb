import type { Comparison } from '../../app/compare/execute-compare';
import { protectionOf } from '../../app/compare/protected-persons';
import type { SizingTools } from '../../app/facts/sizing-tools';
import { keyIdsInUse } from '../../app/privacy/keys-in-use';
import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { nowUtc } from '../../effects';
import type { CliContext } from '../context';
import { say } from '../context';
import { type PersonStep, personSteps, personStepsText } from './person-steps';

/**
 * Tells a person's way from A to B step by step. Who asks is logged before anything is shown; of somebody with
 * a protected address nothing in kroner: beside what recipients gain and lose it could tell the place.
 */
export function comparePerson(
  comparison: Comparison,
  personId: number,
  { installation, shelf }: SizingTools,
  context: CliContext,
): void {
  const { a, b } = comparison;
  const identity = shelf.snapshot(b.place).identities.get(personId) ?? personId;
  const person = pseudonymsOf(readPseudonymKeyInUse(installation.pseudonymKeyFile, keyIdsInUse(installation.db))).of(
    identity,
  );
  const subjects = [person, a.label, b.label];
  const actor = installation.as ?? '';
  logAccess(accessLogPath(installation.db), { kind: 'explain', actor, at: nowUtc(), runId: '', subjects });
  const test = protectionOf(comparison, shelf);
  const isProtected = test(personId) || test(identity);
  const found = personSteps(comparison.stages, identity);
  const steps = isProtected ? [] : found;
  if (isProtected && !context.json) {
    context.terminal.out(`${person}\n\n${hiddenText(context)}`);
    return;
  }
  context.terminal.out(context.json ? stepsJson(steps, person, comparison) : personStepsText(steps, person, context));
}

function hiddenText(context: CliContext): string {
  return say(context, {
    nb: 'Personen har adressebeskyttelse. Beløp, endringer, mottakere, koder og deler vises ikke (skjermet).\n',
    en: 'The person has a protected address. Amounts, changes, recipients, codes and parts are not shown (protected).\n',
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
