import { fnr } from '@navikt/fnrvalidator';
import {
  digitsOfNumber,
  type Finding,
  f64,
  finding,
  formatPersonId,
  hasValidDufCheckDigits,
  i32,
  NO_PERSON,
} from '../../domain';
import type { Identities } from '../reading/identities';
import { KeyCheck } from '../reading/key-check';
import { PersonIndex } from '../reading/person-index';
import type { RowTarget, RowTexts } from '../reading/read-fields';
import { GrowingColumn } from '../spill/growing-column';
import { LINE_WORD, RowLayout, readSlot } from '../spill/row-store';
import { TABLE_SPECS } from '../tables/table-specs';
import { confirmKeys, rejectLate } from './confirm-keys';
import type { Concerned } from './read-identities';
import { type ReadingContext, readTable, type TableReading } from './read-table';

const SPEC = TABLE_SPECS.persons;
const NATIONAL_FIELD = 1;

/** The persons of an extract: canonical ids, ascending, and who is who. */
export interface Persons {
  readonly reading: TableReading | undefined;
  readonly ids: Float64Array;
  readonly index: PersonIndex;
  readonly sharedNationalId: ReadonlySet<number>;
  /** Gives the accepted rows to a store once the order of persons is known. */
  sendRows(append: (ordinal: number, line: number, values: Float64Array, text: string) => void): void;
}

/** Reads persons.csv: who is in the register, under one id each (rulebook, Identity). */
export function readPersons(context: ReadingContext, identities: Identities, concerned: Concerned): Persons {
  const target = new PersonsTarget(context, concerned);
  const reading = readTable(context, 'persons', target);
  if (reading) {
    const twice = confirmKeys(context, 'persons', SPEC.keyField, target.keys.suspects());
    rejectLate(context, 'persons', reading, SPEC.keyField, 'DUPLICATE_KEY', twice);
    for (const fault of twice) target.reject(fault.line, fault.personId);
  }
  const rejected = context.rejects.rejectedLines('persons');
  const canonical = target.acceptedIds((line) => !rejected.has(line)).map((id) => identities.canonical(id));
  const ids = ascendingUnique(canonical);
  const index = indexOf(ids, identities);
  const shared = target.nationalIds.shared(identities, target.place(reading));
  context.findings.push(...shared.findings);
  return {
    reading,
    ids,
    index,
    sharedNationalId: shared.persons,
    sendRows: (append) => {
      target.sendRows((line) => !rejected.has(line), index, append);
    },
  };
}

class PersonsTarget implements RowTarget {
  readonly keys: KeyCheck;
  readonly nationalIds = new NationalIds();
  readonly #context: ReadingContext;
  readonly #concerned: Concerned;
  readonly #layout = new RowLayout(SPEC);
  readonly #ids = new GrowingColumn();
  #words = new Int32Array(1 << 12);

  constructor(context: ReadingContext, concerned: Concerned) {
    this.#context = context;
    this.#concerned = concerned;
    this.keys = new KeyCheck(SPEC.keyField, false, context.spill);
  }

  seen(_line: number, _personId: number, texts: RowTexts): void {
    this.keys.add(texts, NO_PERSON);
  }

  knows(): boolean {
    return true;
  }

  accept(line: number, values: Float64Array, texts: RowTexts): void {
    const personId = values[SPEC.personField] ?? NO_PERSON;
    this.#checkNumbers(line, personId, texts.text(NATIONAL_FIELD));
    const start = this.#ids.length * this.#layout.words;
    if (start + this.#layout.words > this.#words.length) {
      const wider = new Int32Array(this.#words.length * 2);
      wider.set(this.#words);
      this.#words = wider;
    }
    this.#layout.pack(this.#words, start, 0, line, values);
    this.#ids.push(personId);
  }

  reject(_line: number, personId: number): void {
    if (personId !== NO_PERSON) this.#concerned.add(personId);
  }

  /** Check digits may only warn: the official DUF algorithm is confidential, and rights never hang on an id. */
  #checkNumbers(line: number, personId: number, nationalId: string): void {
    const file = this.#context.files.get('persons')?.name ?? '';
    const place = { file, line, personId };
    if (!hasValidDufCheckDigits(personId)) {
      this.#context.findings.push(
        finding('info', 'DUF_CHECK_DIGITS', { ...place, column: SPEC.fields[0]?.name ?? '' }),
      );
    }
    if (nationalId !== '' && !this.nationalIds.add(nationalId, personId, line)) {
      const column = SPEC.fields[NATIONAL_FIELD]?.name ?? '';
      this.#context.findings.push(finding('warning', 'NATIONAL_ID_INVALID', { ...place, column }));
    }
  }

  place(reading: TableReading | undefined): { file: string; column: string } {
    const column = reading?.header.columnOf[NATIONAL_FIELD] ?? -1;
    return { file: reading?.file.name ?? '', column: reading?.header.cells[column] ?? '' };
  }

  acceptedIds(isAccepted: (line: number) => boolean): Float64Array {
    return this.#ids.view().filter((_, row) => isAccepted(i32(this.#words, row * this.#layout.words + LINE_WORD)));
  }

  sendRows(
    isAccepted: (line: number) => boolean,
    index: PersonIndex,
    append: (ordinal: number, line: number, values: Float64Array, text: string) => void,
  ): void {
    const values = new Float64Array(SPEC.fields.length);
    for (let row = 0; row < this.#ids.length; row += 1) {
      const start = row * this.#layout.words;
      const line = i32(this.#words, start + LINE_WORD);
      if (!isAccepted(line)) continue;
      this.#layout.slots.forEach((slot, field) => {
        if (slot) values[field] = readSlot(this.#words, start, slot);
      });
      const personId = this.#ids.get(row);
      append(index.find(personId), line, values, formatPersonId(personId));
    }
    this.#words = new Int32Array(0);
  }
}

function ascendingUnique(values: Float64Array): Float64Array {
  values.sort();
  return values.filter((value, place) => place === 0 || value !== f64(values, place - 1));
}

function indexOf(ids: Float64Array, identities: Identities): PersonIndex {
  const pairs = identities.pairs();
  const index = PersonIndex.forIds(ids.length + pairs.length / 2);
  ids.forEach((id, ordinal) => {
    index.add(id, ordinal);
  });
  for (let place = 0; place < pairs.length; place += 2) {
    const ordinal = index.find(pairs[place + 1] ?? NO_PERSON);
    if (ordinal >= 0) index.add(pairs[place] ?? NO_PERSON, ordinal);
  }
  return index;
}

/** Digits of a national id, and of the shortest number that is compared with others. */
const ID_DIGITS = 11;
const COMPARED_DIGITS = 9;

/**
 * National ids while persons.csv is read: each is checked, and its digits are compared with those of the other persons, also
 * where it fails its check. They are not kept after that.
 */
export class NationalIds {
  readonly #numbers = new GrowingColumn();
  readonly #persons = new GrowingColumn();
  readonly #lines = new GrowingColumn();

  /** Notes the national id of an accepted row; false where the number fails its check. */
  add(text: string, personId: number, line: number): boolean {
    const digits = digitsOfNumber(text) ?? '';
    const valid = digits.length === ID_DIGITS && fnr(digits).status === 'valid';
    // A number that has lost leading zeros is the same number.
    if (digits.length >= COMPARED_DIGITS && digits.length <= ID_DIGITS) {
      this.#numbers.push(Number(digits));
      this.#persons.push(personId);
      this.#lines.push(line);
    }
    return valid;
  }

  /** A finding for each row whose national id is also another person's, and those persons. */
  shared(
    identities: Identities,
    place: { file: string; column: string },
  ): { findings: Finding[]; persons: Set<number> } {
    const numbers = this.#numbers.view();
    const order = Uint32Array.from(numbers, (_, index) => index).sort(
      (a, b) => f64(numbers, a) - f64(numbers, b) || this.#lines.get(a) - this.#lines.get(b),
    );
    const persons = new Set<number>();
    const findings: Finding[] = [];
    for (let start = 0, end = 0; start < order.length; start = end) {
      const number = f64(numbers, order[start] ?? 0);
      while (end < order.length && f64(numbers, order[end] ?? 0) === number) end += 1;
      const rows = order.subarray(start, end);
      const owners = new Set(Array.from(rows, (row) => identities.canonical(this.#persons.get(row))));
      if (owners.size < 2) continue;
      for (const row of rows) {
        const personId = identities.canonical(this.#persons.get(row));
        persons.add(personId);
        const line = this.#lines.get(row);
        findings.push(finding('error', 'NATIONAL_ID_SHARED', { ...place, line, personId }, { persons: owners.size }));
      }
    }
    return { findings, persons };
  }
}
