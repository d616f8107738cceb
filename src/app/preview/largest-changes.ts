import { NorsktilskuddError } from '../../domain';
import { isProtectedLine, type RunContext } from '../../explain';
import type { Ledger } from '../../ledger';
import type { Language } from '../../messages';
import { type Explanation, type Step, sentenceText } from '../../report';
import { explanationOfLine } from '../explain/execute-explain';
import { openRunContext } from '../explain/open-run-context';
import type { FolderRow } from './folder-rows';

/** A line that changes something posted before, and what caused it. */
export interface PreviewChange {
  readonly lineId: string;
  readonly component: string;
  readonly grantYear: number;
  /** Empty for somebody with a protected address. */
  readonly recipientId: string;
  readonly previouslyNok: number;
  readonly amountNok: number;
  /** Sentences; empty where none was found. */
  readonly causes: readonly string[];
}

/** So many are reported. */
const REPORTED = 20;

/** The largest changes of what was posted before, corrections and additions alike, with their causes. */
export function largestChanges(
  rows: readonly FolderRow[],
  ledger: Ledger,
  runId: string,
  language: Language,
): PreviewChange[] {
  const changes = rows
    .filter((row) => Number(row.previously_posted) !== 0)
    .toSorted((one, other) => Math.abs(Number(other.amount)) - Math.abs(Number(one.amount)));
  if (changes.length === 0) return [];
  const context = openRunContext(ledger, runId);
  try {
    const reported: PreviewChange[] = [];
    for (const row of changes) {
      if (reported.length === REPORTED) break;
      if (isOpen(row, context)) reported.push(changeOf(row, context, language));
    }
    return reported;
  } finally {
    context.close();
  }
}

/** Of a person with a protected address no change is reported: its kroner beside those of a recipient could tell the place. */
function isOpen(row: FolderRow, context: RunContext): boolean {
  try {
    return !isProtectedLine(context, { cell: (name) => row[name] ?? '' });
  } catch (cause) {
    if (isGone(cause)) return false;
    throw cause;
  }
}

/** What explains it has been deleted by the rules. */
function isGone(cause: unknown): boolean {
  return cause instanceof NorsktilskuddError && ['EXPLAIN_SNAPSHOT_GONE', 'EXPLAIN_CASE_GONE'].includes(cause.code);
}

function changeOf(row: FolderRow, context: RunContext, language: Language): PreviewChange {
  const explanation = row.person_ref === '' ? undefined : explained(row, context);
  const line = explanation?.lines.find(({ line_id }) => line_id === row.line_id);
  return {
    lineId: row.line_id ?? '',
    component: row.component ?? '',
    grantYear: Number(row.grant_year),
    // Of a person it is reported only where the explanation tells it: an address may be protected.
    recipientId: row.person_ref === '' ? (row.recipient_id ?? '') : (line?.recipient_id ?? ''),
    previouslyNok: Number(row.previously_posted),
    amountNok: Number(row.amount),
    causes: explanation === undefined ? [] : causesOf(explanation, language),
  };
}

/** The explanation of a person's line; undefined where it can no longer be made (a pruned snapshot). */
function explained(row: FolderRow, context: RunContext): Explanation | undefined {
  try {
    return explanationOfLine(context, row.line_id ?? '');
  } catch (cause) {
    if (isGone(cause)) return undefined;
    throw cause;
  }
}

/** The sentences of the section on causes, without the one that names the batch compared with. */
function causesOf(explanation: Explanation, language: Language): string[] {
  const sections = explanation.chapters
    .flatMap(({ sections }) => sections)
    .filter(({ title }) => title === 'SECTION_CAUSE');
  const tell = (step: Step): string[] => {
    const own = sentenceText(step, language);
    return [own, ...step.steps.flatMap(tell)];
  };
  return sections.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.steps.length > 0 ? step.steps.flatMap(tell) : tell(step))),
  );
}
