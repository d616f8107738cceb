import {
  asRecipientCode,
  type FrozenGrant,
  formatRecipientCode,
  isCounted,
  parseComponent,
  parseRecipientCode,
} from '../../domain';
import { componentNumber } from '../codes';
import type { OpenLedger } from '../posting-reads';

/*
 * What a run that froze a count did not post stands with its draft, in the facts that the draft's act holds: the list
 * `frozen` of texts `grant year|component|recipient|persons|class|kroner|reason`.
 */

/** A frozen grant as the facts of a draft have it. */
export function frozenText(row: FrozenGrant): string {
  const { grantYear, component, basisRecipient, persons, rateClass, amountNok, reason } = row;
  const recipient = formatRecipientCode(asRecipientCode(basisRecipient));
  return [grantYear, component, recipient, persons, rateClass, amountNok, reason].join('|');
}

/** Grants that counting batches froze without posting them, as of a posting: those to which nothing was posted since. */
export function frozenGrants({ db, format }: OpenLedger, posting: number): FrozenGrant[] {
  if (format < 2) return [];
  const since = db.prepare(
    `SELECT 1 FROM postings AS p JOIN posted_and_not_annulled AS h ON h.posting = p.posting
     WHERE p.person = 0 AND p.grant_year = ? AND p.component = ? AND p.basis_recipient = ? AND p.kind <> 5
       AND h.posting > ? AND h.posting <= ? AND h.annulled_by > ? LIMIT 1`,
  );
  return db
    .prepare(
      `SELECT h.posting, b.facts FROM posted_and_not_annulled AS h JOIN batches AS b ON b.batch = h.batch
       WHERE h.posting <= ? AND h.annulled_by > ? AND b.facts LIKE '%"frozen"%' ORDER BY h.posting`,
    )
    .all(posting, posting)
    .flatMap(([frozenBy, facts]) =>
      frozenOf(String(facts)).filter(({ grantYear, component, basisRecipient }) => {
        const key = [grantYear, componentNumber(component), basisRecipient, Number(frozenBy), posting, posting];
        return since.get(...key) === undefined;
      }),
    );
}

function frozenOf(facts: string): FrozenGrant[] {
  const { frozen }: { readonly frozen?: unknown } = JSON.parse(facts);
  if (!Array.isArray(frozen)) return [];
  return frozen.flatMap((text) => {
    const [year, name = '', code = '', persons, rateClass, amount, reason = ''] = String(text).split('|');
    const component = parseComponent(name);
    const basisRecipient = parseRecipientCode(code);
    if (component === undefined || basisRecipient === undefined || !isCounted(component)) return [];
    const figures = { persons: Number(persons), rateClass: Number(rateClass), amountNok: Number(amount) };
    return [{ grantYear: Number(year), component, basisRecipient, ...figures, reason }];
  });
}
