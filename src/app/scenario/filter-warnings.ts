import {
  asRecipientCode,
  dayOf,
  type ErrorDetail,
  errorDetail,
  formatRecipientCode,
  i32,
  type PlaceRegister,
} from '../../domain';
import { fylkeOf } from './fylke-of';
import type { ScenarioFile } from './scenario-file';

/** What a scenario's filter seems to say and does not: it is empty, or names numbers that do not hold in the grant year. */
export function filterWarnings(scenario: ScenarioFile, grantYear: number, places: PlaceRegister): ErrorDetail[] {
  const { name, hasEmptyFilter, recipients, fylker } = scenario;
  const on = dayOf(grantYear, 12, 31);
  const { target, stopped } = places.translationTo(on);
  const codes = [...recipients, ...fylker].flatMap((recipient): ErrorDetail[] => {
    const code = asRecipientCode(recipient);
    const params = { scenario: name, code: formatRecipientCode(code), grantYear };
    if (!places.has(code)) return [errorDetail('FILTER_CODE_UNKNOWN', params)];
    const now = i32(target, code);
    const isInForce = places.places.some((place) => place.code === code && place.validFrom <= on && on < place.validTo);
    if (isInForce) return [];
    const follows = now === code || stopped[code] === 1 ? '-' : formatRecipientCode(asRecipientCode(now));
    return [errorDetail('FILTER_CODE_NOT_IN_YEAR', { ...params, name: places.nameOn(code, on), now: follows })];
  });
  return [...(hasEmptyFilter ? [errorDetail('FILTER_EMPTY', { scenario: name })] : []), ...codes];
}

/** Recipients that a scenario shows: those that it names, and all of its fylker. */
export function shownRecipients({ recipients, fylker }: ScenarioFile, places: PlaceRegister): readonly number[] {
  const whole = new Set(fylker);
  const ofFylker = places.places.map(({ code }) => code).filter((code) => whole.has(fylkeOf(code)));
  return [...new Set([...recipients, ...ofFylker, ...fylker])];
}
