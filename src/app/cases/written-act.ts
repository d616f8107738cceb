import {
  asDay,
  asRecipientCode,
  type CaseActDetails,
  dayOf,
  type ErrorDetail,
  errorDetail,
  formatDay,
  formatRecipientCode,
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
  const { places } = loadShippedRules();
  const rowPlace = given?.faults === undefined ? (given?.row.recipient ?? given?.row.kommune) : undefined;
  const keyPlace = table === 'target_group' || table === 'decisions' ? undefined : placeKey(key)?.recipient;
  const unknown = [recipient, basisRecipient, rowPlace ?? 0, keyPlace ?? 0]
    .filter((code) => code > 0 && !places.has(asRecipientCode(code)))
    .map((code) => errorDetail('CASE_PLACE_UNKNOWN', { code: formatRecipientCode(asRecipientCode(code)) }));
  const columns = (given?.faults ?? []).map((column) => errorDetail('CASE_ROW_COLUMN', { table, column }));
  const faults = [...unknown, ...columns, ...splitFaults(details, places)];
  if (faults.length > 0) throw new NorsktilskuddError('usage', 'CASE_ACT_UNREADABLE', { kind: details.kind }, faults);
  return { ...details, key: keyText(details), row: given?.faults === undefined ? (given?.text ?? '') : row };
}

/** A count is that of a kommune that has one code on 15 January (rulebook 5.1). */
function splitFaults({ kind, grantYear, recipient }: CaseActDetails, places: PlaceRegister): ErrorDetail[] {
  if (kind !== 'pin_count' || recipient === 0 || grantYear === 0) return [];
  const { stopped } = places.translationTo(dayOf(grantYear, 1, 15));
  const code = formatRecipientCode(asRecipientCode(recipient));
  return stopped[recipient] === 1 ? [errorDetail('CASE_PLACE_SPLIT', { code, year: grantYear })] : [];
}

/** A key in one form: the code as a row has it, the day as it is written everywhere. */
function keyText({ table, key }: CaseActDetails): string {
  const place = table === 'target_group' || table === 'decisions' ? undefined : placeKey(key.trim());
  if (place === undefined) return key.trim();
  return `${formatRecipientCode(asRecipientCode(place.recipient))}/${formatDay(asDay(place.fromDate))}`;
}
