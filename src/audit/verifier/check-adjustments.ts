import type { CaseRow, LineRow, RunContents } from './contents';
import type { Findings } from './findings';
import { type LeafReader, personOf, type Trace } from './trace-file';
import { LEAF, type TraceLeaf } from './trace-record';
import { addTo, COMPONENT_NAMES } from './vocabulary';

const [LINES, CASES, TRACE, HELD] = ['payout_lines.csv', 'cases_before.csv', 'trace.bin', 'held.csv'];
const WAITS = 'adjustment_waits';

/**
 * Adjustments of cases (rulebook 9a): each act of cases_before.csv whose component the run has is one leaf, in the order of
 * confirmation, and each of these is one line under the act's own words, or waits in held.csv. Nothing else is an adjustment.
 */
export class AdjustmentCheck implements LeafReader {
  readonly #acts: readonly CaseRow[];
  readonly #lines: ReadonlyMap<number, LineRow>;
  readonly #waiting = new Map<string, number>();
  /** Basis recipients of other leaves, `2020 15071`: codes change from year to year. */
  readonly #codes = new Set<string>();
  readonly #translated: { readonly act: CaseRow; readonly basis: number }[] = [];
  #taken = 0;

  constructor(
    readonly run: RunContents,
    readonly trace: Trace,
    readonly findings: Findings,
  ) {
    this.#acts = adjustmentActs(run);
    this.#lines = linesByLeaf(run);
  }

  take(leaf: TraceLeaf): void {
    if (leaf.kind !== LEAF.adjustment) {
      for (const { grantYear, parts } of leaf.records)
        for (const { basis } of parts) this.#codes.add(`${grantYear} ${basis}`);
      return;
    }
    const act = this.#acts[this.#taken];
    this.#taken += 1;
    const [record] = leaf.records;
    const [part] = record?.parts ?? [];
    if (!act || !record || !part || leaf.records.length > 1 || record.parts.length > 1) {
      this.findings.add('VERIFY_ADJUSTMENT_UNFOUNDED', TRACE, { leaf: leaf.number });
      return;
    }
    const tell = (column: string, expected: string | number, found: string | number): void =>
      this.findings.compare('VERIFY_CELL', CASES, expected, found, { line: act.line, column });
    tell('act', leaf.about, act.act);
    tell('grant_year', record.grantYear, act.grantYear);
    tell('component', COMPONENT_NAMES[record.component] ?? '', act.component);
    tell('amount', part.dueNok - part.postedNok, act.amount);
    if (this.#isKnown(act.personRef))
      tell('person_ref', personOf(this.trace, leaf.number), act.personRef.padStart(32, '0'));
    if (part.basis !== act.recipient) this.#translated.push({ act, basis: part.basis });
    const line = this.#lines.get(leaf.number);
    if (part.heldReason === WAITS) addTo(this.#waiting, `${record.grantYear} ${act.component}`, act.amount);
    if (line) this.#compareLine(line, act, part);
    else if (part.heldReason !== WAITS) {
      const { caseNumber, act: number, amount: amountNok } = act;
      this.findings.add('VERIFY_ADJUSTMENT_MISSING', LINES, { caseNumber, act: number, amountNok });
    }
  }

  finish(): void {
    for (const { caseNumber, act, amount: amountNok } of this.#acts.slice(this.#taken)) {
      this.findings.add('VERIFY_ADJUSTMENT_MISSING', LINES, { caseNumber, act, amountNok });
    }
    // A code that stands as it is elsewhere was not translated.
    for (const { act, basis } of this.#translated) {
      if (!this.#codes.has(`${act.grantYear} ${act.recipient}`)) continue;
      this.findings.compare('VERIFY_CELL', CASES, basis, act.recipient, { line: act.line, column: 'recipient_id' });
    }
    this.#compareWaiting();
  }

  #compareLine(line: LineRow, act: CaseRow, part: TraceLeaf['records'][number]['parts'][number]): void {
    const cell = (column: string, expected: string | number, found: string | number): void =>
      this.findings.compare('VERIFY_CELL', LINES, expected, found, { line: line.line, column });
    if (part.heldReason !== '') cell('reason', part.heldReason, 'adjustment');
    cell('grant_year', act.grantYear, line.grantYear);
    cell('component', act.component, COMPONENT_NAMES[line.component] ?? '');
    cell('code', act.code, line.code);
    cell('basis_recipient_id', part.basis, line.basisRecipient);
    cell('recipient_id', part.recipient, line.recipient);
    cell('annual_amount', -1, line.annualAmountNok);
    cell('share_numerator', 0, line.shareNumerator);
    cell('share_denominator', 1, line.shareDenominator);
    cell('amount', act.amount, line.amountNok);
    cell('previously_posted', 0, line.previouslyPostedNok);
  }

  #compareWaiting(): void {
    const found = new Map<string, number>();
    for (const { reason, grantYear, component, heldAmountNok } of this.run.held) {
      if (reason === WAITS) addTo(found, `${grantYear} ${COMPONENT_NAMES[component]}`, heldAmountNok ?? 0);
    }
    for (const key of new Set([...found.keys(), ...this.#waiting.keys()])) {
      this.findings.figure(`held ${key} ${WAITS}`, HELD, this.#waiting.get(key) ?? 0, found.get(key) ?? 0);
    }
  }

  #isKnown(personRef: string): boolean {
    return personRef === '' || this.trace.persons.includes(Buffer.from(personRef, 'hex'));
  }
}

/** Adjustments of a run in the order of their leaves, which are the last of the trace. */
export function adjustmentActs({ cases, manifest }: Pick<RunContents, 'cases' | 'manifest'>): CaseRow[] {
  const { grant_year: year, excluded } = manifest.identity;
  return cases
    .filter(({ kind, grantYear }) => kind === 'adjustment' && grantYear <= year)
    .filter(({ component }) => !excluded.some((name) => name === component))
    .sort((a, b) => a.order - b.order);
}

/** Act of a line of an adjustment; 0 for every other. */
export function actOfLine({ isAdjustment, traceLeaf }: LineRow, acts: readonly CaseRow[], leaves: number): number {
  return isAdjustment ? (acts[traceLeaf - leaves + acts.length]?.act ?? -1) : 0;
}

/** Lines of adjustments by their leaves; a leaf has one. */
function linesByLeaf({ lines, cases }: RunContents): Map<number, LineRow> {
  const found = new Map<number, LineRow>();
  if (cases.every(({ kind }) => kind !== 'adjustment')) return found;
  for (const line of lines) if (line.isAdjustment) found.set(line.traceLeaf, line);
  return found;
}
