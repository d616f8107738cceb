import { COMPONENTS, type ErrorDetail, errorDetail, NorsktilskuddError, type PostedEntry } from '../../domain';
import { componentOfNumber, componentOrdinals } from '../codes';
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

const ORDINALS = componentOrdinals();

/** Holds what was read of the postings to the control totals, so that a row that is gone cannot pass in silence. */
export class TotalsCheck {
  readonly #expected = new Map<string, number>();
  readonly #found = new Map<string, number>();

  constructor(ledger: OpenLedger, posting: number, grantYears: readonly number[]) {
    const rows = ledger.db
      .prepare(
        `SELECT t.grant_year, t.component, sum(t.total)
         FROM control_totals AS t JOIN posted_and_not_annulled AS h ON h.posting = t.posting
         WHERE t.kind <> 5 AND h.posting <= ? AND h.annulled_by > ? GROUP BY t.grant_year, t.component`,
      )
      .all(posting, posting);
    for (const [grantYear, component, total] of rows) {
      if (!grantYears.includes(Number(grantYear))) continue;
      const ordinal = ORDINALS[Number(component)];
      this.#expected.set(`${grantYear} ${ordinal ?? componentOfNumber(component)}`, Number(total));
    }
  }

  add(entry: PostedEntry): void {
    const key = `${entry.grantYear} ${entry.component}`;
    this.#found.set(key, (this.#found.get(key) ?? 0) + entry.amountNok);
  }

  /** @throws NorsktilskuddError verification LEDGER_TOTALS_DIFFER */
  end(): void {
    for (const key of new Set([...this.#expected.keys(), ...this.#found.keys()])) {
      const expected = this.#expected.get(key) ?? 0;
      const found = this.#found.get(key) ?? 0;
      if (expected === found) continue;
      const [grantYear = '', ordinal = ''] = key.split(' ');
      throw new NorsktilskuddError('verification', 'LEDGER_TOTALS_DIFFER', {
        grantYear,
        component: COMPONENTS[Number(ordinal)] ?? ordinal,
        expected,
        found,
      });
    }
  }
}
