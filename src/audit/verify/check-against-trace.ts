import {
  asRecipientCode,
  at,
  COMPONENTS,
  emptyLine,
  formatRecipientCode,
  type Line,
  LineTable,
  NO_PERSON,
  u32,
} from '../../domain';
import { TRACE_FILES } from '../../trace/format';
import type { HeldLeaves } from './check-roots';
import type { TraceExpectations } from './expect-from-trace';
import type { Problems } from './problems';
import type { ReadHeld, RunContents } from './run-contents';
import { ANY_CODE, type ExpectedHeld } from './trace-expectation';
import type { TraceWords } from './trace-words';

const LINES = 'payout_lines.csv';
const HELD_FILE = 'held.csv';

/**
 * The trace decides every line and every held row: each difference that it holds is a line and each line is such a
 * difference, column by column; the same for what is held. Both stand in one order, so they are read side by side.
 */
export function checkAgainstTrace(
  contents: RunContents,
  expectations: TraceExpectations,
  trace: TraceWords,
  problems: Problems,
): HeldLeaves {
  checkLines(contents, expectations, problems);
  checkPersons(contents, problems);
  checkLineIndex(contents, trace, problems);
  return checkHeld(contents.held, expectations, problems);
}

function checkLines(contents: RunContents, expectations: TraceExpectations, problems: Problems): void {
  const expected = LineTable.concatenate(expectations.components.map((component) => component.lines));
  const { lines, lineNumbers } = contents;
  let [place, wanted] = [0, 0];
  while (place < lines.length || wanted < expected.length) {
    const found = place < lines.length ? lines.read(place, emptyLine()) : undefined;
    const should = wanted < expected.length ? expected.read(wanted, emptyLine()) : undefined;
    const step = found && should ? compareKeys(found, should) : found ? -1 : 1;
    const line = lineNumbers[place] ?? (lineNumbers.at(-1) ?? 1) + 1;
    if (found && step < 0) problems.add('VERIFY_LINE_UNFOUNDED', LINES, { line, column: 'trace_id', ...nameOf(found) });
    if (should && step > 0) problems.add('VERIFY_LINE_MISSING', LINES, { line, ...nameOf(should) });
    if (found && should && step === 0) compareLine(found, should, line, problems);
    if (step <= 0) place += 1;
    if (step >= 0) wanted += 1;
  }
}

function compareKeys(a: Line, b: Line): number {
  return (
    a.grantYear - b.grantYear ||
    a.component - b.component ||
    a.traceLeaf - b.traceLeaf ||
    a.traceRecord - b.traceRecord ||
    a.basisRecipient - b.basisRecipient
  );
}

function nameOf(line: Line): { trace: string; component: string; recipient: string; amountNok: number } {
  const recipient = formatRecipientCode(asRecipientCode(line.basisRecipient));
  const component = `${at(COMPONENTS, line.component)} ${line.grantYear}`;
  return { trace: `${line.traceLeaf}.${line.traceRecord}`, component, recipient, amountNok: line.amountNok };
}

function compareLine(found: Line, should: Line, line: number, problems: Problems): void {
  const cell = (column: string, expected: number | string, stands: number | string): void =>
    problems.compare('VERIFY_CELL', LINES, expected, stands, { line, column });
  cell('recipient_id', should.recipient, found.recipient);
  cell('annual_amount', should.annualAmountNok, found.annualAmountNok);
  cell('share_numerator', should.shareNumerator, found.shareNumerator);
  cell('share_denominator', should.shareDenominator, found.shareDenominator);
  cell('cumulative_due', should.cumulativeDueNok, found.cumulativeDueNok);
  cell('previously_posted', should.previouslyPostedNok, found.previouslyPostedNok);
  if (should.code !== ANY_CODE) cell('code', should.code, found.code);
}

/** Leaves stand in the order of the persons' ids: one leaf is one person, and a later leaf a higher id. */
function checkPersons(contents: RunContents, problems: Problems): void {
  const persons = new Map<number, number>();
  const line = emptyLine();
  const differs = (place: number, leaf: number): void =>
    problems.add('VERIFY_PERSON_OF_LEAF', LINES, { line: at(contents.lineNumbers, place), column: 'person_ref', leaf });
  const firstPlaces: [leaf: number, personId: number, place: number][] = [];
  for (let place = 0; place < contents.lines.length; place += 1) {
    const { traceLeaf, personId } = contents.lines.read(place, line);
    if (personId === NO_PERSON) continue;
    const known = persons.get(traceLeaf);
    persons.set(traceLeaf, personId);
    if (known === undefined) firstPlaces.push([traceLeaf, personId, place]);
    else if (known !== personId) differs(place, traceLeaf);
  }
  firstPlaces.sort(([a], [b]) => a - b);
  firstPlaces.forEach(([leaf, personId, place], index) => {
    if (index > 0 && personId <= (firstPlaces[index - 1]?.[1] ?? 0)) differs(place, leaf);
  });
}

/** trace.lines holds the trace_id of every line, and nothing more. */
function checkLineIndex(contents: RunContents, trace: TraceWords, problems: Problems): void {
  const { lines } = contents;
  problems.compare('VERIFY_FILE_SIZE', TRACE_FILES.lines, lines.length * 8, trace.lines.byteLength);
  if (lines.length * 8 !== trace.lines.byteLength) return;
  for (let place = 0; place < lines.length; place += 1) {
    const { traceLeaf, traceRecord } = lines.read(place, emptyLine());
    [traceLeaf, traceRecord].forEach((expected, word) => {
      const found = u32(trace.lines, place * 2 + word);
      problems.compare('VERIFY_TRACE_WORD', TRACE_FILES.lines, expected, found, { byte: (place * 2 + word) * 4 });
    });
  }
}

function checkHeld(held: readonly ReadHeld[], expectations: TraceExpectations, problems: Problems): HeldLeaves {
  const leaves = new Map<number, number>();
  const expected = expectations.components.flatMap((component) =>
    component.heldRows().map((row) => ({ row, year: component.grantYear, component: component.component })),
  );
  let [place, wanted] = [0, 0];
  while (place < held.length || wanted < expected.length) {
    const found = held[place];
    const should = expected[wanted];
    const line = found?.line ?? (held.at(-1)?.line ?? 1) + 1;
    const step = found && should ? found.grantYear - should.year || found.component - should.component : found ? -1 : 1;
    if (found && step < 0) problems.add('VERIFY_HELD_UNFOUNDED', HELD_FILE, { line });
    if (should && step > 0) problems.add('VERIFY_HELD_MISSING', HELD_FILE, { line, ...heldName(should) });
    if (found && should && step === 0) {
      compareHeldRow(found, should.row, problems);
      leaves.set(found.line, should.row.leaf);
    }
    if (step <= 0) place += 1;
    if (step >= 0) wanted += 1;
  }
  return leaves;
}

function heldName(should: { row: ExpectedHeld; year: number; component: number }) {
  const component = `${at(COMPONENTS, should.component)} ${should.year}`;
  return {
    component,
    leaf: should.row.leaf,
    amountNok: should.row.heldAmountNok ?? 0,
    reason: at(should.row.reasons, 0),
  };
}

function compareHeldRow(found: ReadHeld, should: ExpectedHeld, problems: Problems): void {
  const cell = (column: string, expected: number | null, stands: number | null): void =>
    problems.compare('VERIFY_CELL', HELD_FILE, expected ?? '', stands ?? '', { line: found.line, column });
  cell('annual_amount', should.annualAmountNok, found.annualAmountNok);
  cell('held_amount', should.heldAmountNok, found.heldAmountNok);
  if (should.reasons.includes(found.reason)) return;
  const expected = should.reasons.join(' | ');
  problems.add('VERIFY_CELL', HELD_FILE, { line: found.line, column: 'reason', expected, found: found.reason });
}
