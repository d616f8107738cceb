import {
  asRecipientCode,
  type CaseActDetails,
  errorDetail,
  formatRecipientCode,
  NorsktilskuddError,
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
  const faults = [...unknown, ...columns];
  if (faults.length > 0) throw new NorsktilskuddError('usage', 'CASE_ACT_UNREADABLE', { kind: details.kind }, faults);
  return given?.faults === undefined && given ? { ...details, row: given.text } : details;
}
