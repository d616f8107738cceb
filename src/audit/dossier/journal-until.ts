import { chainedHash } from '../../domain';
import { EMPTY_JOURNAL_HEAD } from '../../ledger';

/** Acts that belong to the making of a batch. */
const OF_BATCH = ['draft', 'attest', 'approve', 'post'];

/** Acts of the journal from the first to the last that made a batch what it is, as they are hashed. */
export function journalUntil(bodies: Iterable<string>, runId: string): readonly string[] {
  const acts: string[] = [];
  let last = 0;
  for (const body of bodies) {
    acts.push(body);
    const act: { act?: unknown; run_id?: unknown } = JSON.parse(body);
    if (act.run_id === runId && typeof act.act === 'string' && OF_BATCH.includes(act.act)) last = acts.length;
  }
  return acts.slice(0, last);
}

/** Head of a journal of these acts, as the ledger and the verifiers work it out; 64 hex digits. */
export function headOfActs(acts: readonly string[]): string {
  return acts.reduce(chainedHash, EMPTY_JOURNAL_HEAD);
}
