import { fieldsOf } from '../journal';
import type { OpenLedger } from '../posting-reads';

/** Figures of a posting as an act of the journal says them. */
interface Stated {
  /** Last grant year and hash of the ends, with a tab. */
  readonly figures: string;
  /** undefined where no act says it: batches posted before a migration, but the last. */
  readonly balancesHash: string | undefined;
}

/** What acts say of each posting. */
export function statedFigures({ db }: OpenLedger): Map<number, Stated> {
  const stated = new Map<number, Stated>();
  const rows = db.prepare(
    "SELECT body FROM journal WHERE act IN ('migrate', 'post') AND format >= 2 ORDER BY sequence",
  );
  for (const [body] of rows.all()) {
    const act = fieldsOf(String(body), ['act', 'posting', 'last_grant_year', 'ends_hash', 'balances_hash', 'postings']);
    const hash = String(act.balances_hash);
    if (act.act === 'post') {
      stated.set(Number(act.posting), { figures: `${act.last_grant_year}\t${act.ends_hash}`, balancesHash: hash });
    }
    const earlier = Array.isArray(act.postings) ? act.postings.map(String) : [];
    for (const text of earlier) {
      const [posting = '', ...figures] = text.split('\t');
      const isLast = Number(posting) === earlier.length;
      stated.set(Number(posting), { figures: figures.join('\t'), balancesHash: isLast ? hash : undefined });
    }
  }
  return stated;
}
