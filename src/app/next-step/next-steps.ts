import { join } from 'node:path';
import { storedSnapshots } from '../../audit';
import { type Day, formatDay, knownDay } from '../../domain';
import { nowUtc, pathExists } from '../../effects';
import type { Ledger } from '../../ledger';
import { withLedger } from '../acts/act';
import { type OpenAct, openActs } from '../cases/acts-of-run';
import { draftSteps } from './draft-steps';
import { paymentSteps, receiptSteps, recipientSteps } from './payment-steps';
import { type NextStep, type StepKind, type StepSettings, signedAs, step } from './step';
import { termSteps } from './term-steps';

/**
 * Everything that can be done next in a ledger as it stands, what comes first first: open drafts, acts of cases that wait for
 * somebody, recipients, payments of posted runs, and the next term. This is the one place that knows; commands tell the first,
 * `status` all of them. What a run that is about to be taken back has paid waits, and so does the next term. Nothing of a
 * ledger that is an older copy: it is put back first.
 */
export function nextSteps(ledger: Ledger, settings: StepSettings, today: Day = todayUtc()): NextStep[] {
  if (ledger.missing().length > 0) return [];
  const needsKey = ledger.requiresSignatures();
  const batches = ledger.batches();
  const drafts = batches.filter(({ state }) => state === 'draft');
  const takenBack = drafts.filter(
    ({ kind, runId }) => kind === 'annulment' && !ledger.draftFaults(runId, formatDay(today))[0],
  );
  const posted = batches.filter(
    ({ kind, state, posting }) =>
      kind === 'run' && state === 'posted' && !takenBack.some(({ annuls }) => annuls === posting),
  );
  const mayRun = takenBack.length === 0 && !drafts.some(({ kind }) => kind === 'run');
  const acts = openActs(ledger).filter(({ state }) => state === 'proposed');
  const snapshots = storedSnapshots(ledger, join(`${ledger.path}.d`, 'snapshots'));
  return [
    ...drafts.flatMap((batch) => draftSteps(ledger, batch, settings)),
    ...acts.map((act) => actStep(act, needsKey)),
    ...recipientSteps(ledger),
    ...receiptSteps(ledger),
    ...posted.flatMap((batch) => paymentSteps(ledger, batch, settings)),
    ...(mayRun ? termSteps(ledger, snapshots, today, settings) : []),
  ];
}

/** Somebody else confirms a proposal; one that nobody can confirm any more is dropped. */
function actStep({ act, isIdle }: OpenAct, needsKey: boolean): NextStep {
  const words = ['case', isIdle ? 'withdraw' : 'confirm', String(act)];
  if (!isIdle) return step('confirm_act', [...words, ...signedAs('other', needsKey)]);
  return step('drop_act', [...words, '--reason', { blank: 'reason' }, ...signedAs('name', needsKey)]);
}

/** The same of a ledger by its name; none where there is no ledger. */
export function nextStepsOf(db: string, settings: StepSettings): NextStep[] {
  return pathExists(db) ? withLedger(db, true, (ledger) => nextSteps(ledger, settings)) : [];
}

/** Whether acts of a ledger are signed; undefined where there is no ledger. */
export function requiresKey(db: string): boolean | undefined {
  return pathExists(db) ? withLedger(db, true, (ledger) => ledger.requiresSignatures()) : undefined;
}

/** What an act was on. */
export interface StepAbout {
  readonly runId?: string;
  readonly kind?: StepKind;
  /** What has just been done. */
  readonly not?: StepKind;
  /** A word of the command, such as the number of an act. */
  readonly word?: string;
}

/** The step to tell after an act: the first about what it was on, else the first of all. */
export function firstStep(steps: readonly NextStep[], { runId, kind, not, word }: StepAbout): NextStep | undefined {
  const isAbout = (each: NextStep): boolean =>
    (runId === undefined || each.runId === runId) &&
    (kind === undefined || each.kind === kind) &&
    each.kind !== not &&
    (word === undefined || each.words.includes(word));
  return steps.find(isAbout) ?? steps.find((each) => each.kind !== not);
}

function todayUtc(): Day {
  return knownDay(nowUtc().slice(0, 10));
}
