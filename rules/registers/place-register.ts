import {
  type CodeTranslation,
  type Day,
  type Place,
  type PlaceRegister,
  RECIPIENT_CODE_LIMIT,
  type RecipientCode,
} from '../../src/domain';

interface TranslationStep {
  readonly from: RecipientCode;
  readonly to: readonly RecipientCode[];
  readonly on: Day;
}

/** Register of kommuner and fylker from its rows (rulebook 4, "Kommune numbers change"). */
export function buildPlaceRegister(places: readonly Place[]): PlaceRegister {
  const byCode = new Map<RecipientCode, Place[]>();
  for (const place of places) {
    const periods = byCode.get(place.code);
    if (periods) periods.push(place);
    else byCode.set(place.code, [place]);
  }
  const translations = new Map<Day, CodeTranslation>();
  const steps = (code: RecipientCode, on: Day): TranslationStep[] => translationSteps(byCode, code, on);
  return {
    places,
    has: (code) => byCode.has(code),
    nameOn: (code, on) => nameOn(byCode.get(code) ?? [], on),
    orgNumber: (code) => byCode.get(code)?.find((place) => place.orgNumber !== '')?.orgNumber ?? '',
    translationSteps: steps,
    translationTo(on) {
      const known = translations.get(on);
      if (known) return known;
      const ended = [...byCode].filter(([, periods]) => !holdsAfter(periods, on)).map(([code]) => code);
      const made = buildTranslation(everyCodeAsItself(), ended, steps, on);
      translations.set(on, made);
      return made;
    },
  };
}

function nameOn(periods: readonly Place[], on: Day): string {
  const inForce = periods.find((place) => place.validFrom <= on && on < place.validTo);
  if (inForce) return inForce.name;
  const before = periods.filter((place) => place.validTo <= on);
  return (before.at(-1) ?? periods[0])?.name ?? '';
}

/** True for a code that holds on a date or later. */
function holdsAfter(periods: readonly Place[], on: Day): boolean {
  return periods.some((place) => place.validTo > on);
}

/** Steps from a code to the one in force on a date; a last step with several successors is a split. */
function translationSteps(
  byCode: ReadonlyMap<RecipientCode, readonly Place[]>,
  code: RecipientCode,
  on: Day,
): TranslationStep[] {
  const steps: TranslationStep[] = [];
  const seen = new Set<RecipientCode>();
  let current = code;
  while (!seen.has(current)) {
    seen.add(current);
    const periods = byCode.get(current) ?? [];
    if (periods.length === 0 || holdsAfter(periods, on)) break;
    const last = periods.reduce((latest, place) => (place.validTo > latest.validTo ? place : latest));
    steps.push({ from: current, to: last.successors, on: last.validTo });
    const [only, ...others] = last.successors;
    if (only === undefined || others.length > 0) break;
    current = only;
  }
  return steps;
}

let untranslated: Int32Array | undefined;

/** Every code as itself, made once for all registers; given as a copy. */
function everyCodeAsItself(): Int32Array {
  untranslated ??= new Int32Array(RECIPIENT_CODE_LIMIT).map((_, code) => code);
  return untranslated.slice();
}

/**
 * @param target every code as itself; filled in
 * @param codes those that no longer hold; the others stay themselves
 */
function buildTranslation(
  target: Int32Array,
  codes: readonly RecipientCode[],
  steps: (code: RecipientCode, on: Day) => TranslationStep[],
  on: Day,
): CodeTranslation {
  const stopped = new Uint8Array(RECIPIENT_CODE_LIMIT);
  for (const code of codes) {
    const last = steps(code, on).at(-1);
    if (last === undefined) continue;
    const [only, ...others] = last.to;
    const split = only === undefined || others.length > 0;
    target[code] = split ? last.from : only;
    stopped[code] = split ? 1 : 0;
  }
  return { on, target, stopped };
}
