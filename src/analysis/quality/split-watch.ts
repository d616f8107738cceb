import {
  asRecipientCode,
  type Finding,
  finding,
  formatDay,
  formatRecipientCode,
  i32,
  type PersonView,
  type Place,
  RECIPIENT_CODE_LIMIT,
  u8,
  u32,
} from '../../domain';

/**
 * Kommuner in force at D whose number is known to end in a split before long: everybody who lives there must be
 * registered under one of the new numbers, or the amounts of the next grant year are held. Counted per kommune, so that no person is
 * named.
 */
export class SplitWatch {
  readonly #asOf: number;
  readonly #watched: readonly Place[];
  readonly #isWatched = new Uint8Array(RECIPIENT_CODE_LIMIT);
  readonly #persons = new Uint32Array(RECIPIENT_CODE_LIMIT);

  /** @param lastDay latest day from which the new numbers may hold for the split to be told */
  constructor(places: readonly Place[], asOf: number, lastDay: number) {
    this.#asOf = asOf;
    const isSoon = (place: Place): boolean => asOf < place.validTo && place.validTo <= lastDay;
    this.#watched = places.filter((place) => place.validFrom <= asOf && isSoon(place) && place.successors.length > 1);
    for (const place of this.#watched) this.#isWatched[place.code] = 1;
  }

  observe(person: PersonView): void {
    if (this.#watched.length === 0) return;
    const { residence } = person.block;
    const start = u32(residence.offsets, person.index);
    for (let row = u32(residence.offsets, person.index + 1) - 1; row >= start; row -= 1) {
      if (i32(residence.fromDate, row) > this.#asOf || i32(residence.toDate, row) < this.#asOf) continue;
      if (i32(residence.registeredOn, row) > this.#asOf) continue;
      const code = i32(residence.recipient, row);
      if (u8(this.#isWatched, code) === 1) this.#persons[code] = u32(this.#persons, code) + 1;
      return;
    }
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
