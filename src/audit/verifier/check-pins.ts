import type { CaseRow, RunContents } from './contents';
import type { Findings } from './findings';
import { type LeafReader, personOf, type Trace } from './trace-file';
import { LEAF, SHARING, type TraceLeaf, type TraceRecord } from './trace-record';
import { COMPONENT_NAMES } from './vocabulary';

/** Tables of the rows that a record names, by their numbers (FORMAT.md). */
const TABLES = ['persons', 'target_group', 'decisions', 'residence', 'training_kommune', 'upper_secondary'];
const PINNED_KOMMUNE = 8;
const DAY_MS = 86_400_000;

/** A piece of the window of a record. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly code: number;
  readonly table: number;
  readonly line: number;
}

/**
 * Pinned facts of cases_before.csv (rulebook 9a): what a record rests on that stands in no file is an act in force on that person
 * and grant year, days from which a case names the kommune are that kommune's, and a difference for which a case names a
 * successor is not held. Persons whose ids were merged are told by the register alone.
 */
export class PinCheck implements LeafReader {
  readonly #acts: ReadonlyMap<number, CaseRow>;
  readonly #ofPersons = new Map<string, CaseRow[]>();
  readonly #successors: readonly CaseRow[];

  constructor(
    readonly run: RunContents,
    readonly trace: Trace,
    readonly findings: Findings,
  ) {
    this.#acts = new Map(run.cases.map((row) => [row.act, row]));
    this.#successors = run.cases.filter(({ kind }) => kind === 'pin_successor');
    for (const row of run.cases.filter(({ kind }) => kind === 'pin_kommune')) {
      this.#ofPersons.set(row.personRef, [...(this.#ofPersons.get(row.personRef) ?? []), row]);
    }
  }

  take(leaf: TraceLeaf): void {
    for (const record of leaf.records) {
      if (leaf.kind === LEAF.person && !record.isKommune) this.#checkRows(leaf, record);
      if (this.#successors.length > 0) this.#checkSuccessors(leaf, record);
    }
  }

  #checkRows(leaf: TraceLeaf, record: TraceRecord): void {
    const { rows, pieces, hasWindow } = sourcesOf(leaf.words, record);
    for (const [table, line] of rows) {
      if (line < 0) this.#expectAct(leaf, record, line, (row) => row.kind === 'row_standing' && row.table === table);
    }
    for (const piece of pieces) {
      const names = (row: CaseRow): boolean =>
        row.kind === 'pin_kommune' && row.recipient === piece.code && dayOf(row.fromDay) <= piece.from;
      if (piece.table === PINNED_KOMMUNE) this.#expectAct(leaf, record, piece.line, names);
    }
    if (this.#ofPersons.size === 0 || !hasWindow || record.sharing !== SHARING.days) return;
    const pins = this.#ofPersons.get(personOf(this.trace, leaf.number)) ?? [];
    for (const pin of pins.filter(({ grantYear }) => grantYear === record.grantYear)) {
      const others = pieces.filter(({ table, to }) => table !== PINNED_KOMMUNE && to >= dayOf(pin.fromDay));
      if (others.length > 0) this.#tellUnread(pin, leaf, record);
    }
  }

  /** A line below 0 is an act of the person's in that grant year. */
  #expectAct(leaf: TraceLeaf, record: TraceRecord, line: number, isMeant: (row: CaseRow) => boolean): void {
    const act = (line >>> 0) - 2 ** 31;
    const row = line < 0 ? this.#acts.get(act) : undefined;
    const isFound = row && row.grantYear === record.grantYear && this.#isOf(row, leaf) && isMeant(row);
    if (!isFound) this.findings.add('VERIFY_CASE_FACT_UNFOUNDED', 'trace.bin', { ...this.#whereOf(leaf, record), act });
  }

  /** Whether an act is on the person of a leaf, as far as the pseudonyms say. */
  #isOf({ personRef }: CaseRow, leaf: TraceLeaf): boolean {
    const isKnown = this.trace.persons.includes(Buffer.from(personRef, 'hex'));
    return !isKnown || personRef === personOf(this.trace, leaf.number);
  }

  #checkSuccessors(leaf: TraceLeaf, record: TraceRecord): void {
    for (const { recipient, heldReason } of record.parts) {
      if (heldReason !== 'difference_no_unique_successor') continue;
      const pin = this.#successors.find(
        (row) =>
          row.grantYear === record.grantYear &&
          row.component === COMPONENT_NAMES[record.component] &&
          row.basisRecipient === recipient &&
          row.recipient !== recipient &&
          (record.isKommune || row.personRef === personOf(this.trace, leaf.number)),
      );
      if (pin) this.#tellUnread(pin, leaf, record);
    }
  }

  #tellUnread({ act, caseNumber }: CaseRow, leaf: TraceLeaf, record: TraceRecord): void {
    this.findings.add('VERIFY_CASE_FACT_UNREAD', 'trace.bin', { ...this.#whereOf(leaf, record), caseNumber, act });
  }

  #whereOf(leaf: TraceLeaf, { component, grantYear }: TraceRecord) {
    return { leaf: leaf.number, component: `${COMPONENT_NAMES[component]} ${grantYear}` };
  }
}

const low = (word: number | undefined): number => (word ?? 0) & 0xff_ff;

/** Rows that a record of a person names, and the pieces of its window (FORMAT.md, "Record of a person"). */
function sourcesOf(words: Int32Array, { from, partsFrom }: TraceRecord) {
  const head = words[from] ?? 0;
  const candidates = low(words[from + 3]);
  const table = TABLES[(head >>> 26) & 0x7] ?? '';
  const rows: [table: string, line: number][] = [
    ['target_group', words[from + 4] ?? 0],
    ['decisions', words[from + 5] ?? 0],
  ];
  for (let at = 0; at < candidates; at += 1) rows.push([table, words[from + 6 + at * 2] ?? 0]);
  const pieces: Piece[] = [];
  const long = from + 6 + candidates * 2;
  if (((head >>> 30) & 1) === 0 || long >= partsFrom) return { rows, pieces, hasWindow: false };
  rows.push([table, words[long + 1] ?? 0]);
  const start = long + 9 + (((head >>> 29) & 1) === 1 ? 6 : 3);
  for (let at = 0; at < low(words[long + 6]); at += 1) {
    const [first = 0, last = 0, code = 0, line = 0] = words.subarray(start + at * 4, start + at * 4 + 4);
    const piece = { from: first, to: last, code: code & 0xf_ff_ff, table: code >>> 20, line };
    pieces.push(piece);
    if (piece.table !== PINNED_KOMMUNE) rows.push([TABLES[piece.table] ?? '', line]);
  }
  return { rows, pieces, hasWindow: (words[long + 3] ?? 0) >= (words[long + 2] ?? 0) };
}

function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS;
}
