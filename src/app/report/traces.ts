import { PayoutLineFile } from '../../audit';
import { sha256Hex } from '../../domain';
import { protectedLeaves, rowsOfPerson } from '../../explain';
import type { Explanation, RegisterRowShown, ShownLine, Step, Trace } from '../../report';
import { explanationOfLine } from '../explain/execute-explain';
import type { OpenRun } from '../explain/open-run-context';

/** Lines of a run as the restricted pages list them, by recipient. */
export type LinesByRecipient = ReadonlyMap<string, readonly ShownLine[]>;

/** Which lines are explained in full. */
export interface TraceChoice {
  /** All lines of these. */
  readonly recipients: readonly string[];
  /** Lines that are explained beside them: all where there are no more, else drawn. */
  readonly drawn: number;
}

/**
 * Lines of the run by recipient, in their order; those of persons with a protected address are in none.
 *
 * @param traced numbers of the lines that are explained
 */
export function linesByRecipient(context: OpenRun, traced: ReadonlySet<number>): LinesByRecipient {
  const hidden = protectedLeaves(context);
  const lines = new Map<string, ShownLine[]>();
  eachLine(context, (cell, ordinal) => {
    const leaf = leafOf(cell);
    const isPerson = cell('person_ref') !== '';
    if (isPerson && hidden.has(leaf)) return;
    const own = lines.get(cell('recipient_id')) ?? [];
    lines.set(cell('recipient_id'), own);
    own.push({
      lineId: cell('line_id'),
      component: cell('component'),
      grantYear: Number(cell('grant_year')),
      code: cell('code'),
      pseudonym: isPerson ? context.trace.pseudonym(leaf) : '',
      cumulativeNok: Number(cell('cumulative_due')),
      postedNok: Number(cell('previously_posted')),
      amountNok: Number(cell('amount')),
      reason: cell('reason'),
      isTraced: traced.has(ordinal),
    });
  });
  return lines;
}

/** Numbers of the lines to explain: of some recipients all, and of the others those that the run's own hash draws. */
export function tracedLines(context: OpenRun, { recipients, drawn }: TraceChoice): ReadonlySet<number> {
  const hidden = protectedLeaves(context);
  const chosen = new Set<number>();
  const others: number[] = [];
  eachLine(context, (cell, ordinal) => {
    const isPerson = cell('person_ref') !== '';
    if (isPerson && hidden.has(leafOf(cell))) return;
    if (recipients.includes(cell('recipient_id'))) chosen.add(ordinal);
    else others.push(ordinal);
  });
  const seed = context.batch.manifestHash;
  const lots =
    others.length <= drawn ? others : others.toSorted((one, other) => (lot(seed, one) < lot(seed, other) ? -1 : 1));
  for (const ordinal of lots.slice(0, drawn)) chosen.add(ordinal);
  return chosen;
}

function lot(seed: string, ordinal: number): string {
  return sha256Hex(`${seed} ${ordinal}`);
}

/** Explanations of lines, one after the other. */
export function* tracesOf(context: OpenRun, traced: ReadonlySet<number>): Generator<Trace> {
  const wanted: { lineId: string; recipientId: string; amountNok: number; personRef: string }[] = [];
  eachLine(context, (cell, ordinal) => {
    if (!traced.has(ordinal)) return;
    const [lineId, recipientId, personRef] = ['line_id', 'recipient_id', 'person_ref'].map(cell);
    wanted.push({
      lineId: lineId ?? '',
      recipientId: recipientId ?? '',
      personRef: personRef ?? '',
      amountNok: Number(cell('amount')),
    });
  });
  for (const { personRef, ...line } of wanted) {
    const explanation = explanationOfLine(context, line.lineId);
    const rows = personRef === '' ? [] : rowsOfPerson(context, Number(personRef));
    yield { ...line, explanation, rows: namedRows(explanation, rows) };
  }
}

/** Rows of the run's own extract that an explanation names, in the order of file and line. */
function namedRows(explanation: Explanation, rows: readonly RegisterRowShown[]): RegisterRowShown[] {
  const named = new Set<string>();
  const look = ({ sources, steps }: Step): void => {
    for (const source of sources) {
      if (source.kind === 'extract' && source.run === undefined) named.add(`${source.file}:${source.line}`);
    }
    steps.forEach(look);
  };
  explanation.head.forEach(look);
  for (const { sections } of explanation.chapters) for (const { steps } of sections) steps.forEach(look);
  return rows.filter(({ file, line }) => named.has(`${file}:${line}`));
}

function leafOf(cell: (column: string) => string): number {
  return Number(cell('trace_id').split('.')[0]);
}

function eachLine(context: OpenRun, work: (cell: (column: string) => string, ordinal: number) => void): void {
  const sealed = context.manifest.files.find(({ name }) => name === 'payout_lines.csv')?.sha256;
  const file = new PayoutLineFile(context.folder);
  try {
    for (const { cell, ordinal } of file.rows(sealed)) work(cell, ordinal);
  } finally {
    file.close();
  }
}
