import { fnr } from '@navikt/fnrvalidator';
import { digitsOfNumber, f64, finding, formatPersonId, GrowingColumn, hasValidDufCheckDigits, i32 } from '../../domain';
import { circleRows, Identities, type IdentityRow } from '../reading/identities';
import { NumberIndex } from '../reading/number-index';
import { type BucketRows, LINE, RowStore } from '../spill/row-store';
import { TABLE_SPECS } from '../tables/table-specs';
import { type ReadingContext, readTable, rejectLate, type TableReading } from './read-table';

/** Fields of person_ids.csv. */
const OLD_ID = 0;
const NEW_ID = 1;

/** Reads person_ids.csv: rows whose old id stands twice and rows of a circle are rejected (rulebook, Identity). */
export function readIdentities(context: ReadingContext): {
  identities: Identities;
  reading: TableReading | undefined;
} {
  const rows: IdentityRow[] = [];
  const reading = readTable(context, 'person_ids', {
    accept: (_, line, values) => void rows.push({ line, oldId: f64(values, OLD_ID), newId: f64(values, NEW_ID) }),
  });
  const rejected = context.rejects.rejectedLines('person_ids');
  const accepted = (): IdentityRow[] => rows.filter(({ line }) => !rejected.has(line));
  const circles = circleRows(accepted());
  const faults = circles.map(({ line, oldId, newId }) => ({ line, personId: newId, key: formatPersonId(oldId) }));
  if (reading) rejectLate(context, reading, 'IDENTITY_CIRCLE', faults);
  return { identities: new Identities(accepted()), reading };
}

/** The persons of an extract: canonical ids, ascending, and who is who. */
export interface Persons {
  readonly reading: TableReading | undefined;
  readonly ids: Float64Array;
  readonly index: NumberIndex;
  readonly sharedNationalId: ReadonlySet<number>;
  /** The accepted rows of persons.csv, packed; their ordinals are still to be set. */
  readonly rows: BucketRows;
}

const SPEC = TABLE_SPECS.persons;
const NATIONAL_ID = SPEC.fields.findIndex(({ kind }) => kind === 'national_id');

/** Reads persons.csv: who is in the register, under one id each (rulebook, Identity). */
export function readPersons(context: ReadingContext, identities: Identities): Persons {
  const store = new RowStore(SPEC, { buckets: 1, personsPerBucket: 1 }, context.spill);
  const nationalIds = new NationalIds();
  const file = context.files.get('persons')?.name ?? '';
  const reading = readTable(context, 'persons', {
    accept(_, line, values, texts) {
      const personId = f64(values, SPEC.personField);
      const place = { file, line, personId };
      // Check digits may only warn: the official DUF algorithm is confidential, and rights never hang on an id.
      if (!hasValidDufCheckDigits(personId)) {
        context.findings.push(finding('info', 'DUF_CHECK_DIGITS', { ...place, column: 'person_id' }));
      }
      const nationalId = texts.text(NATIONAL_ID);
      if (nationalId !== '' && !nationalIds.add(nationalId, personId, line)) {
        context.findings.push(finding('warning', 'NATIONAL_ID_INVALID', { ...place, column: 'national_id' }));
      }
      store.append(0, line, values);
    },
  });
  const rejected = context.rejects.rejectedLines('persons');
  const { words, starts } = store.load(0);
  const accepted = starts.filter((start) => !rejected.has(i32(words, start + LINE.word)));
  const ids = ascendingUnique(
    Float64Array.from(accepted, (start) => identities.canonical(store.layout.personId(words, start))),
  );
  const sharedNationalId = nationalIds.tellShared(context, identities, reading);
  const rows = { words, starts: accepted };
  return { reading, ids, index: indexOf(ids, identities), sharedNationalId, rows };
}

function ascendingUnique(values: Float64Array): Float64Array {
  values.sort();
  return values.filter((value, place) => place === 0 || value !== f64(values, place - 1));
}

function indexOf(ids: Float64Array, identities: Identities): NumberIndex {
  const pairs = identities.pairs();
  const index = NumberIndex.forCount(ids.length + pairs.length / 2);
  ids.forEach((id, ordinal) => {
    index.add(id, ordinal);
  });
  for (let place = 0; place < pairs.length; place += 2) {
    const ordinal = index.find(f64(pairs, place + 1));
    if (ordinal >= 0) index.add(f64(pairs, place), ordinal);
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
class NationalIds {
  readonly #numbers = new GrowingColumn();
  readonly #persons = new GrowingColumn();
  readonly #lines = new GrowingColumn();

  /** Notes the national id of an accepted row; false where the number fails its check. */
  add(text: string, personId: number, line: number): boolean {
    const digits = digitsOfNumber(text) ?? '';
    // A number that has lost leading zeros is the same number.
    if (digits.length >= COMPARED_DIGITS && digits.length <= ID_DIGITS) {
      this.#numbers.push(Number(digits));
      this.#persons.push(personId);
      this.#lines.push(line);
    }
    return digits.length === ID_DIGITS && fnr(digits).status === 'valid';
  }

  /** Tells of each row whose national id is also another person's; gives those persons. */
  tellShared({ findings }: ReadingContext, identities: Identities, reading: TableReading | undefined): Set<number> {
    const numbers = this.#numbers.view();
    const order = Uint32Array.from(numbers, (_, index) => index).sort(
      (a, b) => f64(numbers, a) - f64(numbers, b) || this.#lines.get(a) - this.#lines.get(b),
    );
    const column = reading?.header.cells[reading.header.columnOf[NATIONAL_ID] ?? -1] ?? '';
    const place = { file: reading?.file.name ?? '', column };
    const shared = new Set<number>();
    for (let start = 0, end = 0; start < order.length; start = end) {
      const number = f64(numbers, order[start] ?? 0);
      while (end < order.length && f64(numbers, order[end] ?? 0) === number) end += 1;
      if (end - start < 2) continue;
      const rows = Array.from(order.subarray(start, end), (row) => ({
        line: this.#lines.get(row),
        personId: identities.canonical(this.#persons.get(row)),
      }));
      const owners = new Set(rows.map(({ personId }) => personId));
      if (owners.size < 2) continue;
      for (const row of rows) {
        shared.add(row.personId);
        findings.push(finding('error', 'NATIONAL_ID_SHARED', { ...place, ...row }, { persons: owners.size }));
      }
    }
    return shared;
  }
}
