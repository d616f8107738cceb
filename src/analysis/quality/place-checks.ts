import { residenceRowOn } from '../../../rules';
import {
  asRecipientCode,
  type Day,
  type Finding,
  type FindingCode,
  finding,
  formatDay,
  formatRecipientCode,
  i32,
  type PersonView,
  type Place,
  type PlaceColumns,
  RECIPIENT_CODE_LIMIT,
  u8,
  u32,
} from '../../domain';
import { personFinding } from './person-place';
import type { StayInYear } from './stay-in-year';

type PlaceTable = 'residence' | 'trainingKommune' | 'upperSecondary';

const OVERLAP_CODES = {
  residence: { file: 'residence', code: 'RESIDENCE_OVERLAP' },
  trainingKommune: { file: 'training_kommune', code: 'TRAINING_KOMMUNE_OVERLAP' },
  upperSecondary: { file: 'upper_secondary', code: 'UPPER_SECONDARY_OVERLAP' },
} as const satisfies Readonly<Record<PlaceTable, { file: string; code: FindingCode }>>;

/** The days within which overlaps matter to a run, and D. */
export interface PlacePeriod {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly asOf: number;
}

/**
 * Overlaps of visible rows of one table within the period: the later from_date wins, and each overlap is a finding
 * (rulebook 4, A9). One finding a row that begins before an earlier row has ended.
 */
export function findOverlaps(person: PersonView, name: PlaceTable, period: PlacePeriod, findings: Finding[]): void {
  const table: PlaceColumns = person.block[name];
  const start = u32(table.offsets, person.index);
  const end = u32(table.offsets, person.index + 1);
  if (end - start < 2) return;
  let coveredTo = period.firstDay - 1;
  for (let row = start; row < end; row += 1) {
    if (i32(table.registeredOn, row) > period.asOf) continue;
    const from = Math.max(i32(table.fromDate, row), period.firstDay);
    const to = Math.min(i32(table.toDate, row), period.lastDay);
    if (from <= coveredTo && to >= from) {
      const { file, code } = OVERLAP_CODES[name];
      const place = { file, line: u32(table.line, row), column: 'from_date' };
      const days = Math.min(coveredTo, to) - from + 1;
      findings.push(personFinding(person, period.asOf, 'warning', code, place, { days }));
    }
    coveredTo = Math.max(coveredTo, to);
  }
}

/** Days between two residence rows, within the person's stay, on which the person lives nowhere. */
export function findGaps(person: PersonView, stay: StayInYear, asOf: number, findings: Finding[]): void {
  const { residence } = person.block;
  const start = u32(residence.offsets, person.index);
  const end = u32(residence.offsets, person.index + 1);
  if (end - start < 2) return;
  let coveredTo: number | undefined;
  for (let row = start; row < end; row += 1) {
    if (i32(residence.registeredOn, row) > asOf) continue;
    const from = i32(residence.fromDate, row);
    if (coveredTo !== undefined && from > coveredTo + 1) {
      const days = Math.min(from - 1, stay.last) - Math.max(coveredTo + 1, stay.first) + 1;
      const place = { file: 'residence', line: u32(residence.line, row), column: 'from_date' };
      if (days > 0) findings.push(personFinding(person, asOf, 'info', 'RESIDENCE_GAP', place, { days }));
    }
    coveredTo = Math.max(coveredTo ?? from - 1, i32(residence.toDate, row));
  }
}

/**
 * Kommuner in force at D whose number is known to end in a split before long: everybody who lives there must be
 * registered under one of the new numbers, or the amounts of the next grant year are held. Counted per kommune, so that no person is
 * named.
 */
export class SplitWatch {
  readonly #asOf: Day;
  readonly #watched: readonly Place[];
  readonly #isWatched = new Uint8Array(RECIPIENT_CODE_LIMIT);
  readonly #persons = new Uint32Array(RECIPIENT_CODE_LIMIT);

  /** @param lastDay latest day from which the new numbers may hold for the split to be reported */
  constructor(places: readonly Place[], asOf: Day, lastDay: number) {
    this.#asOf = asOf;
    const isSoon = (place: Place): boolean => asOf < place.validTo && place.validTo <= lastDay;
    this.#watched = places.filter((place) => place.validFrom <= asOf && isSoon(place) && place.successors.length > 1);
    for (const place of this.#watched) this.#isWatched[place.code] = 1;
  }

  observe(person: PersonView): void {
    if (this.#watched.length === 0) return;
    const row = residenceRowOn(person, { asOf: this.#asOf }, this.#asOf, () => true);
    if (row < 0) return;
    const code = i32(person.block.residence.recipient, row);
    if (u8(this.#isWatched, code) === 1) this.#persons[code] = u32(this.#persons, code) + 1;
  }

  finish(): Finding[] {
    return this.#watched.flatMap((place) => {
      const persons = u32(this.#persons, place.code);
      const kommune = formatRecipientCode(place.code);
      const successors = place.successors.map((code) => formatRecipientCode(asRecipientCode(code))).join(', ');
      const params = { kommune, name: place.name, persons, on: formatDay(place.validTo), successors };
      return persons === 0 ? [] : [finding('warning', 'KOMMUNE_WILL_SPLIT', { kommune }, params)];
    });
  }
}
