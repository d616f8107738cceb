import {
  asRecipientCode,
  type ErrorDetail,
  errorDetail,
  formatRecipientCode,
  lastDayOfYear,
  type PlaceRegister,
} from '../../domain';
import { codesMeant } from '../facts/codes-meant';
import { fylkeOf } from './fylke-of';
import type { ScenarioFile } from './scenario-file';

/** What a scenario's filter seems to say and does not: it is empty, or names numbers that do not hold in the grant year. */
export function filterWarnings(scenario: ScenarioFile, grantYear: number, places: PlaceRegister): ErrorDetail[] {
  const { name, hasEmptyFilter, recipients, fylker } = scenario;
  const on = lastDayOfYear(grantYear);
  const codes = [...recipients, ...fylker].flatMap((recipient): ErrorDetail[] => {
    const code = asRecipientCode(recipient);
    const params = { scenario: name, code: formatRecipientCode(code), grantYear };
    if (!places.has(code)) return [errorDetail('FILTER_CODE_UNKNOWN', params)];
    const meant = codesMeant(places, code, on);
    if (meant.includes(code)) return [];
    const now = meant.map(formatRecipientCode).join(', ') || '-';
    return [errorDetail('FILTER_CODE_NOT_IN_YEAR', { ...params, name: places.nameOn(code, on), now })];
  });
  return [...(hasEmptyFilter ? [errorDetail('FILTER_EMPTY', { scenario: name })] : []), ...codes];
}

/** Recipients that a scenario shows: those that it names, and all of its fylker. */
export function shownRecipients({ recipients, fylker }: ScenarioFile, places: PlaceRegister): readonly number[] {
  const whole = new Set(fylker);
  const ofFylker = places.places.map(({ code }) => code).filter((code) => whole.has(fylkeOf(code)));
  return [...new Set([...recipients, ...ofFylker, ...fylker])];
}
