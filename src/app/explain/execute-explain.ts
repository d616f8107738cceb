import { accessLogPath, logAccess } from '../../audit/access-log';
import { pseudonymsOf } from '../../audit/pseudonym';
import { readPseudonymKey, readPseudonymKeyInUse } from '../../audit/pseudonym-key';
import { NorsktilskuddError } from '../../domain';
import { kindOfPath, nowUtc } from '../../effects';
import { openRunContext } from '../../explain/run/run-context';
import { type Ledger, openLedger } from '../../ledger/ledger';
import type { Language } from '../../messages';
import type { Explanation } from '../../report/explanation/explanation';
import { renderHtml } from '../../report/explanation/render-html';
import { renderJson } from '../../report/explanation/render-json';
import { renderText } from '../../report/explanation/render-text';
import { keyIdsInUse } from '../privacy/keys-in-use';
import type { ExplainInput, Format } from './explain-input';
import { findExplanation } from './find-explanation';

export { explanationOfLine } from './find-explanation';

type Render = (explanation: Explanation, language: Language, folder?: string) => string;

const RENDERERS: Readonly<Record<Format, Render>> = {
  text: renderText,
  json: renderJson,
  html: renderHtml,
};

/** Explains and writes the explanation in the format that was asked for. */
export function executeExplain(input: ExplainInput): string {
  const ledger = openLedger(input.db, { readOnly: true, checkTotals: false });
  try {
    const context = openRunContext(ledger, runOf(ledger, input));
    try {
      logExplain(input, context.batch.runId);
      const render = RENDERERS[input.format];
      return render(findExplanation(context, input), input.language, context.folder);
    } finally {
      context.close();
    }
  } finally {
    ledger.close();
  }
}

/** The run that a line id names, the one that was asked for, or the last that has not been given up. */
function runOf(ledger: Ledger, { target, runId }: ExplainInput): string {
  if (target.kind === 'line') return target.lineId.replace(/-\d+$/, '');
  if (target.kind === 'batch') return target.runId;
  if (runId !== undefined) return runId;
  const last = ledger
    .batches()
    .findLast(({ kind, state }) => kind === 'run' && (state === 'draft' || state === 'posted'));
  if (!last) throw new NorsktilskuddError('usage', 'EXPLAIN_NO_RUN');
  return last.runId;
}

/** Nothing about a person or a kommune's persons is shown that does not stand in the access log. */
function logExplain(input: ExplainInput, runId: string): void {
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
