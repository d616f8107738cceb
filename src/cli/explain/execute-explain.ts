import { pseudonymsOf } from '../../audit/pseudonym';
import { readPseudonymKey } from '../../audit/pseudonym-key';
import { NorsktilskuddError } from '../../domain';
import { type Ledger, openLedger } from '../../ledger';
import type { Explanation } from '../../report/explanation/explanation';
import { renderHtml } from '../../report/explanation/render-html';
import { renderJson } from '../../report/explanation/render-json';
import { renderText } from '../../report/explanation/render-text';
import type { ExplainInput } from './explain-input';
import { explainLine, explainPerson } from './explain-person';
import { PayoutLineFile, type PayoutLineRow } from './payout-line-file';
import { personMaterial } from './person-material';
import { openRunContext, type RunContext } from './run-context';
import { whyNotRecipient } from './why-not-recipient';

const RENDER = { text: renderText, json: renderJson, html: renderHtml } as const;

/** Explains and writes the explanation in the format that was asked for. */
export function executeExplain(input: ExplainInput): string {
  const ledger = openLedger(input.db, { readOnly: true, checkTotals: false });
  try {
    const context = openRunContext(ledger, runOf(ledger, input));
    try {
      return RENDER[input.format](explanationOf(context, input), input.language);
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
  if (runId !== undefined) return runId;
  const last = ledger
    .batches()
    .findLast(({ kind, state }) => kind === 'run' && (state === 'draft' || state === 'posted'));
  if (!last) throw new NorsktilskuddError('usage', 'EXPLAIN_NO_RUN');
  return last.runId;
}

function explanationOf(context: RunContext, input: ExplainInput): Explanation {
  const { target } = input;
  if (target.kind === 'recipient' && input.whyNot) return whyNotRecipient(context, target.recipient);
  if (target.kind === 'person') {
    const pseudonyms = pseudonymsOf(readPseudonymKey(input.pseudonymKeyFile));
    return explainPerson(
      personMaterial(context, target.person.revealNumber(), (personId) => {
        const pseudonym = pseudonyms.of(personId);
        return { pseudonym, leaf: context.trace.findPseudonym(pseudonym) };
      }),
      input.whyNot,
    );
  }
  if (target.kind === 'line') return explanationOfLine(context, target.lineId);
  throw new NorsktilskuddError('usage', 'EXPLAIN_WHAT');
}

/** A line explained, by its id. */
export function explanationOfLine(context: RunContext, lineId: string): Explanation {
  const { row, leaf } = findLine(context, lineId);
  const personId = Number(row.cell('person_ref'));
  const pseudonym = context.trace.pseudonym(leaf);
  return explainLine(
    personMaterial(context, personId, () => ({ pseudonym, leaf })),
    row,
  );
}

/** Row and leaf of a line; its number leads to the leaf through trace.lines. */
function findLine(context: RunContext, lineId: string): { readonly row: PayoutLineRow; readonly leaf: number } {
  const number = Number(/-(\d+)$/.exec(lineId)?.[1] ?? 0);
  const place = context.trace.line(number - 1);
  const file = new PayoutLineFile(context.folder);
  try {
    const row = file.row(number);
    if (!row || !place) {
      throw new NorsktilskuddError('usage', 'EXPLAIN_LINE_UNKNOWN', { runId: context.batch.runId, line: lineId });
    }
    return { row, leaf: place.leaf };
  } finally {
    file.close();
  }
}
