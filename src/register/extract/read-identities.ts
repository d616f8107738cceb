import { formatPersonId, NO_PERSON } from '../../domain';
import { circleRows, Identities, type IdentityRow } from '../reading/identities';
import { KeyCheck } from '../reading/key-check';
import { parsePerson } from '../reading/parse-field';
import type { RowTarget, RowTexts } from '../reading/read-fields';
import type { SpillFile } from '../spill/spill-buckets';
import { confirmKeys, rejectLate } from './confirm-keys';
import { type ReadingContext, readTable, type TableReading } from './read-table';

const OLD_FIELD = 0;

/** Ids of persons of whom a row was rejected, as they stand in the rows. */
export type Concerned = Set<number>;

/**
 * Reads person_ids.csv: rows whose old id stands twice and rows of a circle are rejected, and a rejected row concerns
 * both its ids (rulebook, Identity and Missing).
 */
export function readIdentities(
  context: ReadingContext,
  concerned: Concerned,
): { identities: Identities; reading: TableReading | undefined } {
  const target = new IdentityTarget(concerned, context.spill);
  const reading = readTable(context, 'person_ids', target);
  if (reading === undefined) return { identities: new Identities([]), reading };
  const twice = confirmKeys(context, 'person_ids', OLD_FIELD, target.keys.suspects());
  rejectLate(context, 'person_ids', reading, OLD_FIELD, 'DUPLICATE_KEY', twice);
  for (const fault of twice) target.concern(idOf(fault.text), fault.personId);
  const rejected = context.rejects.rejectedLines('person_ids');
  const single = target.rows.filter((row) => !rejected.has(row.line));
  const circles = circleRows(single);
  const faults = circles.map((row) => ({ line: row.line, personId: row.newId, text: formatPersonId(row.oldId) }));
  rejectLate(context, 'person_ids', reading, OLD_FIELD, 'IDENTITY_CIRCLE', faults);
  for (const row of circles) target.concern(row.oldId, row.newId);
  return { identities: new Identities(single.filter((row) => !rejected.has(row.line))), reading };
}

class IdentityTarget implements RowTarget {
  readonly rows: IdentityRow[] = [];
  readonly keys: KeyCheck;
  readonly #concerned: Concerned;
  #oldId = NO_PERSON;

  constructor(concerned: Concerned, spill: SpillFile) {
    this.#concerned = concerned;
    this.keys = new KeyCheck(OLD_FIELD, false, spill);
  }

  seen(_line: number, _personId: number, texts: RowTexts): void {
    this.#oldId = idOf(texts.text(OLD_FIELD));
    this.keys.add(texts, NO_PERSON);
  }

  knows(): boolean {
    return true;
  }

  accept(line: number, values: Float64Array): void {
    this.rows.push({ line, oldId: values[OLD_FIELD] ?? NO_PERSON, newId: values[OLD_FIELD + 1] ?? NO_PERSON });
  }

  reject(_line: number, personId: number): void {
    this.concern(this.#oldId, personId);
  }

  concern(...personIds: number[]): void {
    for (const personId of personIds) if (personId !== NO_PERSON) this.#concerned.add(personId);
  }
}

function idOf(text: string): number {
  const id = parsePerson(text);
  return typeof id === 'number' ? id : NO_PERSON;
}
