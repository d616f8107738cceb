import { at, f64, GrowingColumn, i32, u8, u16, u32 } from '../../domain';
import { type DueTerm, twelfthsDue } from './due-term';
import type { FactTable } from './fact-table';

/** A person of a table, by place. */
export interface FactPlace {
  readonly facts: FactTable;
  readonly index: number;
  /** RecipientCode to the one that it gets in the new table; as it stands where left out. */
  readonly codes?: Int32Array;
  /** The term at which its entries are looked at; as they stand where left out. */
  readonly due?: DueTerm;
}

/** Makes a fact table of persons taken from other tables. Ids must ascend; `base` gives year, D and hours of kommuner. */
export function assembleFacts(
  base: FactTable,
  persons: Iterable<{ readonly personId: number; readonly places: readonly FactPlace[] }>,
): FactTable {
  const columns = new FactColumns();
  for (const { personId, places } of persons) {
    columns.beginPerson(personId);
    for (const place of places) columns.copyPerson(place);
  }
  return columns.finish(base);
}

class FactColumns {
  readonly #personIds = new GrowingColumn();
  readonly #entryStart = new GrowingColumn();
  readonly #shareStart = new GrowingColumn();
  readonly #entries = Array.from({ length: 8 }, () => new GrowingColumn());
  readonly #shares = Array.from({ length: 5 }, () => new GrowingColumn());

  beginPerson(personId: number): void {
    this.#personIds.push(personId);
    this.#entryStart.push(at(this.#entries, 0).length);
  }

  copyPerson(place: FactPlace): void {
    const { entryStart } = place.facts;
    const end = u32(entryStart, place.index + 1);
    for (let entry = u32(entryStart, place.index); entry < end; entry += 1) this.#copyEntry(place, entry);
  }

  #copyEntry({ facts, codes, due }: FactPlace, entry: number): void {
    const twelfths = due === undefined ? u8(facts.dueTwelfths, entry) : twelfthsDue(facts, entry, due);
    if (twelfths === 0) return;
    const [cell, status, sharing, firstTerm, dueDay, partAbove, partBelow, dueTwelfths] = this.#entries;
    dueTwelfths?.push(twelfths);
    this.#shareStart.push(at(this.#shares, 0).length);
    cell?.push(u16(facts.cell, entry));
    status?.push(u8(facts.status, entry));
    sharing?.push(u8(facts.sharing, entry));
    firstTerm?.push(u8(facts.firstTerm, entry));
    dueDay?.push(i32(facts.dueDay, entry));
    partAbove?.push(u16(facts.partAbove, entry));
    partBelow?.push(u16(facts.partBelow, entry));
    const end = u32(facts.shareStart, entry + 1);
    for (let share = u32(facts.shareStart, entry); share < end; share += 1) {
      if (due === undefined || u8(facts.shareTerm, share) <= due.term) this.#copyShare(facts, share, codes);
    }
  }

  #copyShare(facts: FactTable, share: number, codes: Int32Array | undefined): void {
    const [recipient, stopped, days, months, shareTerm] = this.#shares;
    const code = i32(facts.recipient, share);
    recipient?.push(codes === undefined ? code : i32(codes, code));
    stopped?.push(u8(facts.stopped, share));
    days?.push(i32(facts.days, share));
    months?.push(u8(facts.months, share));
    shareTerm?.push(u8(facts.shareTerm, share));
  }

  finish({ grantYear, asOf, countSteps, moveWeights, kommuneHours, pinnedCounts }: FactTable): FactTable {
    this.#entryStart.push(at(this.#entries, 0).length);
    this.#shareStart.push(at(this.#shares, 0).length);
    return {
      grantYear,
      countSteps,
      moveWeights,
      asOf,
      kommuneHours,
      pinnedCounts,
      personIds: this.#personIds.shared(Float64Array),
      entryStart: this.#entryStart.shared(Uint32Array),
      cell: at(this.#entries, 0).shared(Uint16Array),
      status: at(this.#entries, 1).shared(Uint8Array),
      sharing: at(this.#entries, 2).shared(Uint8Array),
      firstTerm: at(this.#entries, 3).shared(Uint8Array),
      dueTwelfths: at(this.#entries, 7).shared(Uint8Array),
      dueDay: at(this.#entries, 4).shared(Int32Array),
      partAbove: at(this.#entries, 5).shared(Uint16Array),
      partBelow: at(this.#entries, 6).shared(Uint16Array),
      shareStart: this.#shareStart.shared(Uint32Array),
      recipient: at(this.#shares, 0).shared(Int32Array),
      stopped: at(this.#shares, 1).shared(Uint8Array),
      days: at(this.#shares, 2).shared(Int32Array),
      months: at(this.#shares, 3).shared(Uint8Array),
      shareTerm: at(this.#shares, 4).shared(Uint8Array),
    };
  }
}

/**
 * What of a grant year is due at a term, as a run without postings has it (rulebook 6, 8.4): entries and decisions of which
 * nothing is due yet are left out, the others keep the part that is due.
 */
export function factsAtTerm(facts: FactTable, due: DueTerm): FactTable {
  const persons = Array.from(facts.personIds, (personId, index) => ({ personId, places: [{ facts, index, due }] }));
  const pinnedCounts = due.term >= due.grunntilskuddTerm ? facts.pinnedCounts : [];
  return { ...assembleFacts(facts, persons), pinnedCounts };
}

/**
 * The table with persons under the ids that another extract knows them by (rulebook head, Identity). Persons who have
 * become one are one here too.
 */
export function renamePersons(facts: FactTable, identities: ReadonlyMap<number, number>): FactTable {
  const placesOf = new Map<number, FactPlace[]>();
  let renamed = false;
  for (let index = 0; index < facts.personIds.length; index += 1) {
    const former = f64(facts.personIds, index);
    const personId = identities.get(former) ?? former;
    renamed ||= personId !== former;
    placesOf.set(personId, [...(placesOf.get(personId) ?? []), { facts, index }]);
  }
  if (!renamed) return facts;
  const persons = [...placesOf].map(([personId, places]) => ({ personId, places }));
  return assembleFacts(
    facts,
    persons.sort((a, b) => a.personId - b.personId),
  );
}

/**
 * Persons of `now`: those who stand in `before` too with their entries of then, the others with those of now.
 *
 * @param codes RecipientCode of now to that of then, for the others
 */
export function mixFacts(before: FactTable, now: FactTable, codes: Int32Array): FactTable {
  return assembleFacts(before, mixedPersons(before, now, codes));
}

function* mixedPersons(
  before: FactTable,
  now: FactTable,
  codes: Int32Array,
): Generator<{ readonly personId: number; readonly places: readonly FactPlace[] }> {
  let then = 0;
  for (let index = 0; index < now.personIds.length; index += 1) {
    const personId = f64(now.personIds, index);
    while (then < before.personIds.length && f64(before.personIds, then) < personId) then += 1;
    const isCommon = before.personIds[then] === personId;
    yield { personId, places: [isCommon ? { facts: before, index: then } : { facts: now, index, codes }] };
  }
}
