import type { Component } from '../../domain';
import { componentNumber, kindNumber } from '../codes';
import { component, type RowOf, rowsOf, whole } from '../columns';
import { type OpenLedger, postingOfHead } from '../posting-reads';

const COUNTS = 'JOIN posted_and_not_annulled AS h ON h.posting = p.posting AND h.posting <= ? AND h.annulled_by > ?';
const NOW = [9_007_199_254_740_990, 9_007_199_254_740_990] as const;

/** Persons for whom more has been posted than taken back, for a grant year and some components, of one kind of recipient. */
export function personsGranted(
  { db }: OpenLedger,
  grantYear: number,
  components: readonly Component[],
  kind?: 'kommune' | 'fylkeskommune',
): number {
  const ofKind = kind === undefined ? '' : `AND (p.recipient % 10 = 1) = ${kind === 'kommune' ? 1 : 0}`;
  const row = db
    .prepare(
      `SELECT count(DISTINCT person) FROM (
         SELECT p.person AS person FROM postings AS p ${COUNTS}
         WHERE p.grant_year = ? AND p.person > 0 AND p.component IN (SELECT value FROM json_each(?)) ${ofKind}
         GROUP BY p.person, p.component HAVING sum(p.amount) > 0)`,
    )
    .get(...NOW, grantYear, JSON.stringify(components.map(componentNumber)));
  return Number(row?.[0]);
}

/** Kroner posted for a grant year and component as of a posting head; adjustments, which true-up never reads, are left out. */
export function postedSum(ledger: OpenLedger, head: string, grantYear: number, component: Component): number {
  return sumOf(ledger, head, grantYear, component, '<>');
}

/** Kroner of adjustments posted for a grant year and component as of a posting head. */
export function adjustedSum(ledger: OpenLedger, head: string, grantYear: number, component: Component): number {
  return sumOf(ledger, head, grantYear, component, '=');
}

function sumOf(
  ledger: OpenLedger,
  head: string,
  grantYear: number,
  component: Component,
  adjustment: '=' | '<>',
): number {
  const posting = postingOfHead(ledger, head);
  const row = ledger.db
    .prepare(
      `SELECT coalesce(sum(p.total), 0) FROM control_totals AS p ${COUNTS}
       WHERE p.grant_year = ? AND p.component = ? AND p.kind ${adjustment} ?`,
    )
    .get(posting, posting, grantYear, componentNumber(component), kindNumber('adjustment'));
  return Number(row?.[0]);
}

const CORRECTION = { component: component('p.component'), lines: whole('sum(p.lines)'), sumNok: whole('sum(p.total)') };

/** Corrections in the batches of a grant year, by component. */
export function correctionsOf({ db }: OpenLedger, grantYear: number): RowOf<typeof CORRECTION>[] {
  const rest = `FROM control_totals AS p ${COUNTS} WHERE h.grant_year = ? AND p.kind = ? GROUP BY 1 ORDER BY 1`;
  return rowsOf(db, CORRECTION, rest, ...NOW, grantYear, kindNumber('correction'));
}
