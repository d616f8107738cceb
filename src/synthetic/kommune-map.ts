import { type Day, FAR_FUTURE, formatRecipientCode, isKommune, type Place, type RecipientCode } from '../domain';

/** Numbers of kommuner through time: which number a place has on a day, and how numbers are written. */
export class KommuneMap {
  readonly #periods = new Map<RecipientCode, Place[]>();
  readonly #predecessors = new Map<RecipientCode, RecipientCode[]>();
  readonly #texts = new Map<RecipientCode, string>();

  constructor(places: readonly Place[]) {
    for (const place of places) {
      if (!isKommune(place.code)) continue;
      append(this.#periods, place.code, place);
      this.#texts.set(place.code, formatRecipientCode(place.code));
      for (const successor of place.successors) append(this.#predecessors, successor, place.code);
    }
  }

  /** Kommuner in force on a day, in the order of their numbers. */
  inForceOn(day: Day): Place[] {
    const places: Place[] = [];
    for (const periods of this.#periods.values()) {
      for (const place of periods) if (place.validFrom <= day && day < place.validTo) places.push(place);
    }
    return places.sort((a, b) => a.code - b.code);
  }

  /**
   * Number on a day of the place that is known by `code`: forward through its successors, back through its
   * predecessors. Of several, `pick` chooses. A number outside the register's time stays as it is.
   */
  codeOn(code: RecipientCode, day: Day, pick: number): RecipientCode {
    let current = code;
    for (let step = 0; step < 12; step += 1) {
      const periods = this.#periods.get(current) ?? [];
      if (periods.some((place) => place.validFrom <= day && day < place.validTo)) return current;
      const last = periods.at(-1);
      const next = last && day >= last.validTo ? last.successors : this.#predecessors.get(current);
      const chosen = next?.[pick % next.length];
      if (chosen === undefined || chosen === current) return current;
      current = chosen;
    }
    return current;
  }

  /** First day on which a number that holds on `day` no longer does; FAR_FUTURE while it is in force. */
  validUntil(code: RecipientCode, day: Day): Day {
    return this.#periodOn(code, day)?.validTo ?? FAR_FUTURE;
  }

  /** Numbers that follow the one that holds on `day`. */
  successorCount(code: RecipientCode, day: Day): number {
    return this.#periodOn(code, day)?.successors.length ?? 0;
  }

  #periodOn(code: RecipientCode, day: Day): Place | undefined {
    return this.#periods.get(code)?.find((place) => place.validFrom <= day && day < place.validTo);
  }

  /** Four digits. */
  text(code: RecipientCode): string {
    return this.#texts.get(code) ?? formatRecipientCode(code);
  }

  /** The fylke's two digits: the first two of the kommune's number. */
  fylkeText(code: RecipientCode): string {
    return this.text(code).slice(0, 2);
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
