import { fieldsOf } from '../journal';
import type { OpenLedger } from '../posting-reads';
import type { WitnessedList, WitnessedPosting } from './witness-file';

/** What somebody has said, by name, of batches and lists that the ledger lacks. */
export interface Explained {
  /** Heads and hashes that the ledger lacks because its newest copy is lost: they are run again, to the same result. */
  readonly again: ReadonlySet<string>;
  /** Those of which nothing was ever paid: they count for nothing. */
  readonly neverPaid: ReadonlySet<string>;
}

/** What the acts of a ledger by which it goes on (`continue`) say of what it lacks. */
export function explainedIn({ db }: OpenLedger): Explained {
  const again = new Set<string>();
  const neverPaid = new Set<string>();
  for (const [body] of db.prepare("SELECT body FROM journal WHERE act = 'continue' ORDER BY sequence").all()) {
    const { lost, never_paid: isNeverPaid } = fieldsOf(String(body), ['lost', 'never_paid']);
    if (!Array.isArray(lost)) continue;
    for (const text of lost.map(String)) {
      const key = text.split('\t')[1] ?? '';
      if (key !== '') (isNeverPaid === 1 ? neverPaid : again).add(key);
    }
  }
  return { again, neverPaid };
}

/** A batch or list as an act names it: what it is, its head or hash, and words for those who read the journal. */
export function lostText(row: (WitnessedPosting | WitnessedList) & { readonly file: string }): string {
  const words = 'posting' in row ? [row.posting, row.runId] : [row.kind, row.version];
  return ['posting' in row ? 'posting' : 'list', keyOf(row), ...words, row.file].join('\t');
}

/** What names a batch or a list: its head or hash; the run id of a batch that is known by its approval alone. */
export function keyOf(row: WitnessedPosting | WitnessedList): string {
  if ('posting' in row) return row.head === '' ? row.runId : row.head;
  return row.hash;
}
