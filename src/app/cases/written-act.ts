import { countDateOf } from '../../../rules';
import {
  asDay,
  asRecipientCode,
  type CaseActDetails,
  type ErrorDetail,
  errorDetail,
  formatDay,
  formatRecipientCode,
  type LimitTable,
  lastDayOfYear,
  NorsktilskuddError,
  type PlaceRegister,
  placeKey,
  standingRow,
} from '../../domain';
import { loadShippedRules } from '../shipped-rules';

/**
 * What an act says, as it is written down: the values of a row in the forms of the data contract, and no number that no kommune
 * or fylke has ever had.
 *
 * @throws NorsktilskuddError usage CASE_ACT_UNREADABLE with all that cannot be read
 */
export function writtenAct(details: CaseActDetails): CaseActDetails {
  const { table, key, row, recipient, basisRecipient } = details;
  const given = table === '' || row === '' ? undefined : standingRow(table, JSON.parse(row));
  const { places, limits } = loadShippedRules();
  const rowPlace = given?.faults === undefined ? (given?.row.recipient ?? given?.row.kommune) : undefined;
  const keyPlace = table === 'target_group' || table === 'decisions' ? undefined : placeKey(key)?.recipient;
  const unknown = [recipient, basisRecipient, rowPlace ?? 0, keyPlace ?? 0]
    .filter((code) => code > 0 && !places.has(asRecipientCode(code)))
    .map((code) => errorDetail('CASE_PLACE_UNKNOWN', { code: formatRecipientCode(asRecipientCode(code)) }));
  const columns = (given?.faults ?? []).map((column) => errorDetail('CASE_ROW_COLUMN', { table, column }));
  const pinned = unknown.length > 0 ? [] : pinFaults(details, places, limits);
  const faults = [...unknown, ...columns, ...pinned];
  if (faults.length > 0) throw new NorsktilskuddError('usage', 'CASE_ACT_UNREADABLE', { kind: details.kind }, faults);
  return { ...details, key: keyText(details), row: given?.faults === undefined ? (given?.text ?? '') : row };
}

/**
 * A count is that of a kommune that has one code on the count date (rulebook 5.1), and nobody belongs to a kommune that comes to be
 * after the grant year: its number would be paid beside the one of that time.
 */
function pinFaults(details: CaseActDetails, places: PlaceRegister, limits: LimitTable): ErrorDetail[] {
  const { kind, grantYear: year, recipient } = details;
  if ((kind !== 'pin_count' && kind !== 'pin_kommune') || recipient === 0 || year === 0) return [];
  const code = formatRecipientCode(asRecipientCode(recipient));
  const day = kind === 'pin_count' ? asDay(countDateOf(year, limits)) : lastDayOfYear(year);
  const isLater = places.places.every((place) => place.code !== recipient || place.validFrom > day);
  if (isLater) return [errorDetail('CASE_PLACE_LATER', { code, day: formatDay(day) })];
  const isSplit = kind === 'pin_count' && places.translationTo(day).stopped[recipient] === 1;
  return isSplit ? [errorDetail('CASE_PLACE_SPLIT', { code, year })] : [];
}

/** A key in one form: the code as a row has it, the day as it is written everywhere. */
function keyText({ table, key }: CaseActDetails): string {
  const place = table === 'target_group' || table === 'decisions' ? undefined : placeKey(key.trim());
  if (place === undefined) return key.trim();
  return `${formatRecipientCode(asRecipientCode(place.recipient))}/${formatDay(asDay(place.fromDate))}`;
}
