import { PayoutLineFile } from '../../audit';
import { sha256Hex } from '../../domain';
import { protectedLeaves, rowsOfPerson } from '../../explain';
import {
  type Explanation,
  type ListedLines,
  lineText,
  PackedTexts,
  type RegisterRowShown,
  type Step,
  type Trace,
} from '../../report';
import { explanationOfLine } from '../explain/execute-explain';
import type { OpenRun } from '../explain/open-run-context';
import { type AuditedLines, AuditLineBooks } from './audit/audit-lines';
import { type CorrectionSum, CorrectionSums } from './correction-sums';

/** Which lines are explained in full. */
export interface TraceChoice {
  /** All lines of these. */
  readonly recipients: readonly string[];
  /** Lines that are explained beside them: all where there are no more, else drawn. */
  readonly drawn: number;
  /** Every recipient has an auditor's sheet, not those alone of whom all lines are explained. */
  readonly areAllAudited: boolean;
}

type Cell = (column: string) => string;

/** Lines of a run as its restricted report has them. */
export interface GatheredLines extends ListedLines {
  readonly corrections: readonly CorrectionSum[];
  /** By recipient that has an auditor's sheet. */
  readonly audited: ReadonlyMap<string, AuditedLines>;
}

/**
 * Lines of the run by recipient, in their order, and which of them are explained; those of persons with a protected
 * address are in none. Corrections of all of them, added up, and what auditor's sheets are made from.
 */
export function listedLines(context: OpenRun, { recipients, drawn, areAllAudited }: TraceChoice): GatheredLines {
  const hidden = protectedLeaves(context);
  const byRecipient = new Map<string, PackedTexts>();
  const explained = new Set<number>();
  const corrections = new CorrectionSums();
  const audit = new AuditLineBooks(context.trace, areAllAudited ? 'all' : new Set(recipients));
  const lots = new Lots(drawn, context.batch.manifestHash);
  eachLine(context, (cell, number) => {
    const leaf = Number(cell('trace_id').split('.')[0]);
    const isPerson = cell('person_ref') !== '';
    const isHidden = isPerson && hidden.has(leaf);
    const recipientId = cell('recipient_id');
    corrections.add(
      {
        recipientId: isHidden ? '' : recipientId,
        component: cell('component'),
        grantYear: Number(cell('grant_year')),
        reason: cell('reason'),
      },
      Number(cell('amount')),
    );
    audit.add(cell, number, isHidden);
    if (isHidden) return;
    const own = byRecipient.get(recipientId) ?? new PackedTexts();
    byRecipient.set(recipientId, own);
    own.push(textOf(cell, number, isPerson ? context.trace.pseudonym(leaf) : ''));
    if (recipients.includes(recipientId)) explained.add(number);
    else lots.add(number);
  });
  for (const number of lots.drawn()) explained.add(number);
  return { byRecipient, explained, corrections: corrections.sorted(), audited: audit.books };
}

function textOf(cell: Cell, number: number, pseudonym: string): string {
  return lineText({
    number,
    component: cell('component'),
    grantYear: Number(cell('grant_year')),
    code: cell('code'),
    reason: cell('reason'),
    pseudonym,
    cumulativeNok: Number(cell('cumulative_due')),
    postedNok: Number(cell('previously_posted')),
    amountNok: Number(cell('amount')),
  });
}

/** As many numbers as are wanted, by lots that follow from the run alone; all where there are no more. */
class Lots {
  readonly #wanted: number;
  readonly #seed: string;
  #best: { readonly number: number; readonly lot: string }[] = [];

  constructor(wanted: number, seed: string) {
    this.#wanted = wanted;
    this.#seed = seed;
  }

  add(number: number): void {
    this.#best.push({ number, lot: sha256Hex(`${this.#seed} ${number}`).slice(0, 16) });
    // Only the best of hundreds of thousands are kept, and not sorted with each.
    if (this.#best.length > 4 * this.#wanted + 1000) this.#cut();
  }

  drawn(): number[] {
    this.#cut();
    return this.#best.map(({ number }) => number);
  }

  #cut(): void {
    this.#best = this.#best.sort((one, other) => (one.lot < other.lot ? -1 : 1)).slice(0, this.#wanted);
  }
}

/** Explanations of lines, one after the other. */
export function* tracesOf(context: OpenRun, explained: ReadonlySet<number>): Generator<Trace> {
  const wanted: { number: number; recipientId: string; personRef: string }[] = [];
  eachLine(context, (cell, number) => {
    if (explained.has(number)) {
      wanted.push({ number, recipientId: cell('recipient_id'), personRef: cell('person_ref') });
    }
  });
  for (const { number, recipientId, personRef } of wanted) {
    const explanation = explanationOfLine(context, `${context.batch.runId}-${number}`);
    const rows = personRef === '' ? [] : rowsOfPerson(context, Number(personRef));
    yield { number, recipientId, explanation, rows: namedRows(explanation, rows) };
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

function eachLine(context: OpenRun, work: (cell: Cell, number: number) => void): void {
  const sealed = context.manifest.files.find(({ name }) => name === 'payout_lines.csv')?.sha256;
  const file = new PayoutLineFile(context.folder);
  try {
    for (const { cell, ordinal } of file.rows(sealed)) work(cell, ordinal);
  } finally {
    file.close();
  }
}
