import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKey, readPseudonymKeyInUse } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { kindOfPath, nowUtc } from '../../effects';
import type { Ledger } from '../../ledger';
import type { Explanation } from '../../report';
import { keyIdsInUse } from '../privacy/keys-in-use';
import type { ExplainInput } from './explain-input';
import { findExplanation } from './find-explanation';
import { withRun } from './with-run';

export { explanationOfLine } from './find-explanation';

/** An explanation, and the folder of the run that it was read from. */
export interface Explained {
  readonly explanation: Explanation;
  readonly folder: string;
}

/** Explains a line, a person, a recipient, a component or a run as a tree of sentences with their sources. */
export function executeExplain(input: ExplainInput): Explained {
  return withRun(
    input.db,
    (ledger) => runOf(ledger, input),
    (context) => {
      logExplain(input, context.batch.runId);
      return { explanation: findExplanation(context, input), folder: context.folder };
    },
  );
}

/** The run that a line id names, the one that was asked for, or the last that has not been given up. */
function runOf(ledger: Ledger, { target, runId }: ExplainInput): string {
  if (target.kind === 'line') return target.lineId.replace(/-\d+$/, '');
  if (target.kind === 'batch') return target.runId;
  return runId ?? lastRun(ledger);
}

/** The run that was made last and has not been given up. @throws NorsktilskuddError usage EXPLAIN_NO_RUN */
export function lastRun(ledger: Ledger): string {
  const last = ledger
    .batches()
    .findLast(({ kind, state }) => kind === 'run' && (state === 'draft' || state === 'posted'));
  if (!last) throw new NorsktilskuddError('usage', 'EXPLAIN_NO_RUN');
  return last.runId;
}

/** Nothing about a person or a kommune's persons is shown that does not stand in the access log. */
export function logExplain(input: ExplainInput, runId: string): void {
  const { actor } = input;
  const subject = subjectOf(input);
  logAccess(accessLogPath(input.db), { kind: 'explain', actor, at: nowUtc(), runId, subjects: [subject] });
}

/** A person by pseudonym, everything else by its own name. */
function subjectOf(input: ExplainInput): string {
  const { target } = input;
  switch (target.kind) {
    case 'line':
      return target.lineId;
    case 'person':
      return pseudonymsOf(keyOf(input)).of(target.person.revealNumber());
    case 'recipient':
      return target.recipient;
    case 'component':
      return target.component;
    case 'batch':
      return target.runId;
  }
}

/** The key; where it is gone, the runs here are asked for its id. */
function keyOf({ db, pseudonymKeyFile: file }: ExplainInput): Uint8Array {
  if (kindOfPath(file) !== 'none') return readPseudonymKey(file);
  return readPseudonymKeyInUse(file, keyIdsInUse(db));
}
