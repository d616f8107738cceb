import { type KommuneRecord, type Outcome, type PersonView, type Settlement, type TraceSink, u32 } from '../domain';
import { encodeKommune } from './encode-kommune';
import { encodeRecord } from './encode-record';
import { LEAF_HEADER_WORDS, LEAF_KIND, SHIFT } from './format';
import { RowLines } from './row-lines';
import { WordBuffer } from './word-buffer';

/** A trace sink that keeps the words of one leaf: the last person, or the kommune that was asked for. */
export class LeafRecorder implements TraceSink {
  readonly #buffer = new WordBuffer();
  readonly #lines = new RowLines();
  readonly #kommune: number;
  #kind: number = LEAF_KIND.person;
  #closed = true;

  /** @param kommune RecipientCode of the leaf to keep; 0 to keep the person */
  constructor(kommune = 0) {
    this.#kommune = kommune;
  }

  /** Words of the leaf as they stand in trace.bin; empty where nothing was reported. */
  words(): Int32Array {
    const words = this.#buffer.written().slice();
    if (words.length > 0) words[0] = words.length | (this.#kind << SHIFT.leafKind);
    return words;
  }

  beginPerson(leaf: number, _personId: number, person: PersonView): void {
    if (this.#kommune !== 0) return;
    this.#lines.use(person.block);
    this.#begin(leaf, LEAF_KIND.person, u32(person.block.persons.line, person.personRow));
  }

  beginAbsentPerson(leaf: number): void {
    if (this.#kommune !== 0) return;
    this.#lines.use(undefined);
    this.#begin(leaf, LEAF_KIND.absentPerson, 0);
  }

  record(grantYear: number, component: number, outcome: Outcome, settlement: Settlement, view?: PersonView): void {
    if (this.#closed) return;
    if (view) this.#lines.use(view.block);
    encodeRecord(this.#buffer, grantYear, component, outcome, settlement, this.#lines);
  }

  kommune(leaf: number, grantYear: number, component: number, record: KommuneRecord, settlement: Settlement): void {
    this.#closed = true;
    if (record.kommune !== this.#kommune) return;
    this.#begin(leaf, LEAF_KIND.kommune, record.kommune);
    encodeKommune(this.#buffer, grantYear, component, record, settlement);
    this.#closed = true;
  }

  /** Explained by its act, never worked out again. */
  adjustment(): void {
    this.#closed = true;
  }

  end(): void {
    this.#closed = true;
  }

  #begin(leaf: number, kind: number, place: number): void {
    this.#kind = kind;
    this.#closed = false;
    this.#buffer.position = 0;
    this.#buffer.reserve(LEAF_HEADER_WORDS);
    this.#buffer.words[1] = leaf;
    this.#buffer.words[2] = place;
    this.#buffer.position = LEAF_HEADER_WORDS;
  }
}
