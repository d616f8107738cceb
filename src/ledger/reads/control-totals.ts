import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { componentOfNumber } from '../codes';
import type { OpenLedger } from '../posting-reads';

/** Where the control totals of a posting are not those of its rows: number of lines, sum or sum of absolute amounts. */
export function totalsFaults(ledger: OpenLedger, posting: number): ErrorDetail[] {
  const counted = ledger.db
    .prepare(
      `SELECT grant_year, component, kind, count(*), sum(amount), sum(abs(amount)) FROM postings
       INDEXED BY postings_line WHERE posting = ? GROUP BY grant_year, component, kind`,
    )
    .all(posting);
  const stored = ledger.db
    .prepare(
      `SELECT grant_year, component, kind, lines, total, absolute_total FROM control_totals
       WHERE posting = ?`,
    )
    .all(posting);
  const texts = new Set(stored.map((row) => row.join(' ')));
  const extra = counted.filter((row) => !texts.delete(row.join(' ')));
  const keys = [...extra.map((row) => row.join(' ')), ...texts].map((text) => text.split(' '));
  const places = new Map(keys.map(([grantYear = '', component = '']) => [`${grantYear} ${component}`, true]));
  return [...places.keys()].map((place) => {
    const [grantYear = '', component = ''] = place.split(' ');
    return errorDetail('LEDGER_CONTROL_TOTALS_DIFFER', {
      posting,
      grantYear,
      component: componentOfNumber(Number(component)),
    });
  });
}

/** @throws NorsktilskuddError verification LEDGER_CONTROL_TOTALS_DIFFER */
export function checkTotalsOf(ledger: OpenLedger, posting: number): void {
  if (posting === 0) return;
  const [fault] = totalsFaults(ledger, posting);
  if (fault) throw new NorsktilskuddError('verification', fault.code, fault.params);
}
