import {
  closestWord,
  type Day,
  formatRecipientCode,
  isKommune,
  type Place,
  type PlaceRegister,
  type RecipientCode,
} from '../../domain';

/**
 * The codes in force on a day that somebody means who writes a code: itself; of one that has ended what it has become; of one
 * that came later what it has been. None for a code that never was.
 *
 * @example codesMeant(places, 4601, lastDayOfYear(2018)) // [1201]: Bergen
 */
export function codesMeant(places: PlaceRegister, code: RecipientCode, on: Day): RecipientCode[] {
  const known = new Set<RecipientCode>();
  const found = new Set<RecipientCode>();
  const isInForce = ({ validFrom, validTo }: Place): boolean => validFrom <= on && on < validTo;
  const follow = (from: RecipientCode): void => {
    if (known.has(from)) return;
    known.add(from);
    const own = places.places.filter((place) => place.code === from);
    if (own.some(isInForce)) {
      found.add(from);
      return;
    }
    for (const { validTo, validFrom, successors } of own) {
      if (validTo <= on) for (const next of successors) follow(next);
      if (validFrom > on) for (const before of predecessors(places, from)) follow(before);
    }
  };
  follow(code);
  return [...found].sort((a, b) => a - b);
}

function predecessors({ places }: PlaceRegister, code: RecipientCode): RecipientCode[] {
  return places.filter(({ successors }) => successors.includes(code)).map((place) => place.code);
}

/** The code in force on a day that stands nearest in the fylke of one that never was, else resembles it. */
export function resemblingCode({ places }: PlaceRegister, code: RecipientCode, on: Day): string | undefined {
  const inForce = places.filter(({ validFrom, validTo }) => validFrom <= on && on < validTo).map((place) => place.code);
  const ofFylke = inForce.filter((other) => isKommune(other) && Math.floor(other / 1000) === Math.floor(code / 1000));
  const [nearest] = ofFylke.sort((a, b) => Math.abs(a - code) - Math.abs(b - code));
  return nearest === undefined
    ? closestWord(formatRecipientCode(code), inForce.map(formatRecipientCode))
    : formatRecipientCode(nearest);
}
