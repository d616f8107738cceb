import type { HeldRow, LineRow, RunContents } from './contents';
import type { Findings } from './findings';
import type { Keys } from './hashes';
import { personOf, type Trace } from './trace-file';
import type { TracePart, TraceRecord } from './trace-record';
import { COMPONENT_NAMES, codeText } from './vocabulary';

const [LINES, HELD] = ['payout_lines.csv', 'held.csv'];

/** What the tables are held to. */
export interface TraceContext {
  readonly run: RunContents;
  readonly trace: Trace;
  readonly findings: Findings;
  /** Of the pseudonym key: then the person of each held row is looked at, too. */
  readonly keys: Keys | undefined;
}

/** A row that held.csv must have. */
export interface ExpectedHeld {
  readonly leaf: number;
  readonly annualNok: number | null;
  readonly amountNok: number | null;
  /** Several where only the extract tells which it is. */
  readonly reasons: readonly string[];
}

/** A line that payout_lines.csv must have, as far as it does not stand in the part. */
export interface ExpectedLine {
  readonly leaf: number;
  readonly record: number;
  readonly annualNok: number;
  /** undefined where only a register tells it. */
  readonly code: string | undefined;
}

/**
 * The lines and held rows of one grant year and component, as the tables have them: they stand in the order of the trace, so
 * both are read side by side.
 */
export class TraceSection {
  readonly sums = { annual_nok: 0, posted_before_nok: 0, lines_nok: 0, due_later_nok: 0, held_nok: 0 };
  /** Places of its lines, and rows of held.csv without a person and with one. */
  readonly lines: number[] = [];
  readonly heldOfKommuner: HeldRow[] = [];
  readonly held: HeldRow[] = [];
  #linesMet = 0;
  #heldMet = 0;
  /** Of kommuner what is held is reported in sum. */
  readonly #kommuneHeld = new Map<string, ExpectedHeld>();

  constructor(
    readonly context: TraceContext,
    readonly grantYear: number,
    readonly component: number,
  ) {}

  get name(): string {
    return `${COMPONENT_NAMES[this.component]} ${this.grantYear}`;
  }

  /** A difference that is not held is a line, column by column. */
  matchLine(part: TracePart, { leaf, record, annualNok, code }: ExpectedLine): void {
    const { findings } = this.context;
    const amountNok = part.dueNok - part.postedNok;
    if (amountNok === 0 || part.heldReason !== '') return;
    this.sums.lines_nok += amountNok;
    const orderOf = (row: LineRow): number =>
      row.traceLeaf - leaf || row.traceRecord - record || row.basisRecipient - part.basis;
    let row = this.#nextLine();
    for (; row && orderOf(row) < 0; row = this.#nextLine()) this.#unfounded(row);
    if (!row || orderOf(row) > 0) {
      const what = { traceLeaf: leaf, traceRecord: record, basisRecipient: part.basis, amountNok };
      findings.add('VERIFY_LINE_MISSING', LINES, { line: row?.line ?? this.#lineBehind(), ...this.#nameOf(what) });
      return;
    }
    this.#linesMet += 1;
    const { line } = row;
    const cell = (column: string, expected: number | string, found: number | string): void =>
      findings.compare('VERIFY_CELL', LINES, expected, found, { line, column });
    cell('recipient_id', part.recipient, row.recipient);
    cell('annual_amount', annualNok, row.annualAmountNok);
    cell('share_numerator', part.shareNumerator, row.shareNumerator);
    cell('share_denominator', part.shareDenominator, row.shareDenominator);
    cell('cumulative_due', part.dueNok, row.cumulativeDueNok);
    cell('previously_posted', part.postedNok, row.previouslyPostedNok);
    if (code !== undefined) cell('code', code, row.code);
  }

  #nextLine(): LineRow | undefined {
    const place = this.lines[this.#linesMet];
    return place === undefined ? undefined : this.context.run.lines.at(place);
  }

  #unfounded(row: LineRow): void {
    this.#linesMet += 1;
    const params = { line: row.line, column: 'trace_id', ...this.#nameOf(row) };
    this.context.findings.add('VERIFY_LINE_UNFOUNDED', LINES, params);
  }

  /** Line of payout_lines.csv behind the last of the section, or of those before it. */
  #lineBehind(): number {
    const { lines } = this.context.run;
    const last = this.lines.at(-1);
    if (last !== undefined) return lines.at(last).line + 1;
    let line = 1;
    for (const row of lines) if (isBefore(row, this)) line = row.line;
    return line + 1;
  }

  #nameOf(row: Pick<LineRow, 'traceLeaf' | 'traceRecord' | 'basisRecipient' | 'amountNok'>) {
    const { traceLeaf, traceRecord, basisRecipient, amountNok } = row;
    const trace = `${traceLeaf}.${traceRecord}`;
    return { trace, component: this.name, recipient: codeText(basisRecipient), amountNok };
  }

  /** The next row of held.csv that names a person is this one. */
  matchHeld(expected: ExpectedHeld): void {
    this.#compareHeld(this.held[this.#heldMet], expected);
    this.#heldMet += 1;
  }

  /** Adds what is held of a kommune to the row of its reason. */
  addKommuneHeld(expected: ExpectedHeld): void {
    const [reason = ''] = expected.reasons;
    const known = this.#kommuneHeld.get(reason);
    const annualNok = (known?.annualNok ?? 0) + (expected.annualNok ?? 0);
    const amountNok = (known?.amountNok ?? 0) + (expected.amountNok ?? 0);
    this.#kommuneHeld.set(reason, { ...expected, annualNok, amountNok });
  }

  #compareHeld(row: HeldRow | undefined, { leaf, annualNok, amountNok, reasons }: ExpectedHeld): void {
    const { run, trace, findings, keys } = this.context;
    if (!row) {
      const last = [...this.heldOfKommuner, ...this.held].at(-1) ?? run.held.findLast((one) => isBefore(one, this));
      const what = { component: this.name, leaf, amountNok: amountNok ?? 0, reason: reasons[0] ?? '' };
      findings.add('VERIFY_HELD_MISSING', HELD, { line: (last?.line ?? 1) + 1, ...what });
      return;
    }
    const { line } = row;
    const cell = (column: string, expected: number | string, found: number | string): void =>
      findings.compare('VERIFY_CELL', HELD, expected, found, { line, column });
    cell('annual_amount', annualNok ?? '', row.annualAmountNok ?? '');
    cell('held_amount', amountNok ?? '', row.heldAmountNok ?? '');
    if (!reasons.includes(row.reason)) cell('reason', reasons.join(' | '), row.reason);
    if (!keys || row.personRef === '' || keys.pseudonymOf(row.personRef) === personOf(trace, leaf)) return;
    findings.add('VERIFY_PSEUDONYM', HELD, { line, column: 'person_ref', leaf });
  }

  /** What the tables have besides. */
  finish(): void {
    for (let row = this.#nextLine(); row; row = this.#nextLine()) this.#unfounded(row);
    const ofKommuner = [...this.#kommuneHeld.values()].filter((row) => row.amountNok !== 0).sort(inHeldOrder);
    for (const [place, expected] of ofKommuner.entries()) this.#compareHeld(this.heldOfKommuner[place], expected);
    const others = [...this.heldOfKommuner.slice(ofKommuner.length), ...this.held.slice(this.#heldMet)];
    for (const { line } of others) this.context.findings.add('VERIFY_HELD_UNFOUNDED', HELD, { line });
  }
}

/** Whether a row stands before the rows of a section. */
function isBefore(row: { grantYear: number; component: number }, section: TraceSection): boolean {
  return (row.grantYear - section.grantYear || row.component - section.component) < 0;
}

/** Rows of held.csv of a record: what is held as a whole, of parts that are due, or of differences, in their order. */
export function heldOf(leaf: number, annualNok: number | null, record: TraceRecord): ExpectedHeld[] {
  const rows = heldAmounts(record).filter(([reason, amountNok]) => amountNok !== 0 || reason === 'unknown_country');
  return rows
    .map(([reason, amountNok]) => ({
      ...{ leaf, annualNok, reasons: [reason] },
      amountNok: reason === 'unknown_country' ? null : amountNok, // such a one has no amount
    }))
    .sort(inHeldOrder);
}

function heldAmounts({ heldReason, heldNok, parts }: TraceRecord): (readonly [reason: string, amountNok: number])[] {
  const differences = ['difference_no_unique_successor', 'waits_for_held_correction', 'blocked'].map((reason) => {
    const held = parts.filter((part) => part.heldReason === reason);
    return [reason, held.reduce((sum, part) => sum + part.dueNok - part.postedNok, 0)] as const;
  });
  const ofParts = ['no_unique_successor', parts.reduce((sum, part) => sum + part.heldDueNok, 0)] as const;
  return [...(heldReason === '' ? [] : [[heldReason, heldNok] as const]), ofParts, ...differences];
}

export function heldSum(record: TraceRecord): number {
  return heldAmounts(record).reduce((sum, [, amountNok]) => sum + amountNok, 0);
}

/** Order of held.csv within a person: amounts, an empty one first, then the reason. */
function inHeldOrder(a: ExpectedHeld, b: ExpectedHeld): number {
  const least = Number.NEGATIVE_INFINITY;
  const keysOf = (row: ExpectedHeld) => [row.annualNok ?? least, row.amountNok ?? least, row.reasons[0] ?? ''];
  const [left, right] = [keysOf(a), keysOf(b)];
  const place = left.findIndex((key, index) => key !== right[index]);
  return place < 0 ? 0 : (left[place] ?? '') < (right[place] ?? '') ? -1 : 1;
}
