import type { RuleSet } from '../../../rules';
import { formatRecipientCode, NEVER_PAYABLE, RATE_KEYS, type Rate } from '../../domain';
import { cutOffDate } from '../../engine';
import { csvField } from '../../payout';
import { type CellView, grantYearView } from '../rules/grant-year-view';

/** Columns of rates.csv (data contract 3). */
const RATE_COLUMNS = 'key,grant_year,rate_class,value,status,source,note';
/** Columns of recipients.csv (data contract 3). */
const RECIPIENT_COLUMNS = 'recipient_id,name,org_number,account_number,language,kid,valid_from,valid_to';

/**
 * A rates file with every cell of a grant year that the program has no figure for, or none that may be paid. Values are empty:
 * a run refuses the file until each is filled in from the year's circular or its row is taken out. Beside each stands what is
 * known: the year's own figure that may not be paid, and the figure of the last year that has one.
 */
export function ratesTemplate(rules: RuleSet, year: number): string {
  const missing = grantYearView(rules, year)
    .components.flatMap(({ cells }) => cells)
    .filter(({ rate }) => rate === undefined || NEVER_PAYABLE.includes(rate.status))
    .toSorted((a, b) => RATE_KEYS.indexOf(a.key) - RATE_KEYS.indexOf(b.key));
  const rows = missing.map((cell) => {
    const known = [cell.rate, lastRate(rules, cell, year)].flatMap((rate) =>
      rate === undefined ? [] : [knownText(rate)],
    );
    return `${cell.key},${year},${cell.rateClass},,verified,,${csvField(known.join('; '))}`;
  });
  return `${[RATE_COLUMNS, ...rows].join('\n')}\n`;
}

/** The figure of the newest year before. */
function lastRate({ rates }: RuleSet, { key, rateClass }: CellView, year: number): Rate | undefined {
  const before = rates.rates.filter(
    (rate) => rate.key === key && rate.rateClass === rateClass && rate.grantYear < year,
  );
  return before.toSorted((a, b) => a.grantYear - b.grantYear).at(-1);
}

/** `2017: 175000 (verified, S1)`, read by whoever fills the sheet in. */
function knownText({ grantYear, valueNok, status, source }: Rate): string {
  return `${grantYear}: ${valueNok} (${status}${source === '' ? '' : `, ${source}`})`;
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
