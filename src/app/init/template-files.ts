import type { RuleSet } from '../../../rules';
import { formatRecipientCode, RATE_KEYS } from '../../domain';
import { cutOffDate } from '../../engine';
import { csvField } from '../../payout';
import { grantYearView } from '../rules/grant-year-view';

/** Columns of rates.csv (data contract 3). */
const RATE_COLUMNS = 'key,grant_year,rate_class,value,status,source,note';
/** Columns of recipients.csv (data contract 3). */
const RECIPIENT_COLUMNS = 'recipient_id,name,org_number,account_number,language,kid,valid_from,valid_to';

/**
 * A rates file with every cell of a grant year that the program has no figure for. Values are empty: a run refuses the
 * file until each is filled in from the year's circular or its row is taken out.
 */
export function ratesTemplate(rules: RuleSet, year: number): string {
  const missing = grantYearView(rules, year)
    .components.flatMap(({ cells }) => cells)
    .filter((cell) => cell.rate === undefined)
    .toSorted((a, b) => RATE_KEYS.indexOf(a.key) - RATE_KEYS.indexOf(b.key));
  const rows = missing.map(({ key, rateClass }) => `${key},${year},${rateClass},,verified,,`);
  return `${[RATE_COLUMNS, ...rows].join('\n')}\n`;
}

/** A recipients file with every kommune and fylkeskommune in force at the end of a grant year; accounts are empty. */
export function recipientsTemplate(rules: RuleSet, year: number): string {
  const lastDay = cutOffDate(year, 4);
  // Fylke 03 is left out: Oslo is both, and is paid as kommune 0301 (rulebook 4).
  const inForce = rules.places.places.filter(
    (place) => place.validFrom <= lastDay && lastDay < place.validTo && formatRecipientCode(place.code) !== '03',
  );
  const rows = inForce
    .toSorted((a, b) => a.code - b.code)
    .map((place) => `${formatRecipientCode(place.code)},${csvField(place.name)},${place.orgNumber},,,,,`);
  return `${[RECIPIENT_COLUMNS, ...new Set(rows)].join('\n')}\n`;
}
