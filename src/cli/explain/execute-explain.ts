import { accessLogPath, logAccess } from '../../audit/access-log';
import { pseudonymsOf } from '../../audit/pseudonym';
import { readPseudonymKey } from '../../audit/pseudonym-key';
import { NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import { type Ledger, openLedger } from '../../ledger';
import { renderHtml } from '../../report/explanation/render-html';
import { renderJson } from '../../report/explanation/render-json';
import { renderText } from '../../report/explanation/render-text';
import type { ExplainInput } from './explain-input';
import { findExplanation } from './find-explanation';
import { openRunContext } from './run-context';

export { explanationOfLine } from './find-explanation';

const RENDER = { text: renderText, json: renderJson, html: renderHtml } as const;

/** Explains and writes the explanation in the format that was asked for. */
export function executeExplain(input: ExplainInput): string {
  const ledger = openLedger(input.db, { readOnly: true, checkTotals: false });
  try {
    const context = openRunContext(ledger, runOf(ledger, input));
    try {
      logExplain(input, context.batch.runId);
      return RENDER[input.format](findExplanation(context, input), input.language);
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
  const { actor, target } = input;
  const subject = subjectOf(target, input.pseudonymKeyFile);
  logAccess(accessLogPath(input.db), { kind: 'explain', actor, at: nowUtc(), runId, subjects: [subject] });
}

/** A person by pseudonym, everything else by its own name. */
function subjectOf(target: ExplainInput['target'], keyFile: string): string {
  switch (target.kind) {
    case 'line':
      return target.lineId;
    case 'person':
      return pseudonymsOf(readPseudonymKey(keyFile)).of(target.person.revealNumber());
    case 'recipient':
      return target.recipient;
    case 'component':
      return target.component;
    case 'batch':
      return target.runId;
  }
}
