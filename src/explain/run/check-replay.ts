import { at, COMPONENTS, NorsktilskuddError } from '../../domain';
import { decodeLeaf, type TraceLeaf } from '../../trace';

/** What is held against what is stored. */
export interface ReplayCheck {
  readonly runId: string;
  /** Pseudonym or kommune, for the message. */
  readonly subject: string;
  readonly stored: Int32Array;
  readonly replayed: Int32Array;
}

/**
 * Refuses an explanation where the calculation does not give the very words of the trace.
 *
 * @throws NorsktilskuddError verification EXPLAIN_REPLAY_DIFFERS, naming the first thing that differs
 */
export function checkReplay(check: ReplayCheck): void {
  const { stored, replayed, runId, subject } = check;
  const equal = stored.length === replayed.length && stored.every((word, index) => word === replayed[index]);
  if (equal) return;
  throw new NorsktilskuddError('verification', 'EXPLAIN_REPLAY_DIFFERS', {
    runId,
    subject,
    difference: differenceOf(stored, replayed),
  });
}

/**
 * The first value that differs, by its name alone: `persontilskudd 2018 annualAmountNok`. The address of the person may be
 * protected, and parts, kroner and days tell a place.
 */
function differenceOf(stored: Int32Array, replayed: Int32Array): string {
  const then = decoded(stored);
  const now = decoded(replayed);
  if (!then || !now) return `${stored.length} / ${replayed.length} words`;
  if (then.kind !== now.kind) return `${then.kind} / ${now.kind}`;
  const records = Math.max(then.records.length, now.records.length);
  for (let index = 0; index < records; index += 1) {
    const before = then.records[index];
    const after = now.records[index];
    const record = before ?? after;
    const where = record ? `${at(COMPONENTS, record.component)} ${record.grantYear}` : '';
    if (!before || !after) return `${where}: ${before ? 1 : 0} / ${after ? 1 : 0}`;
    const difference = firstDifference(before, after, where);
    if (difference !== '') return difference;
  }
  return 'leaf';
}

function firstDifference(before: object, after: object, where: string): string {
  const values = new Map(Object.entries(after));
  for (const [name, value] of Object.entries(before)) {
    const [then, now] = [JSON.stringify(value), JSON.stringify(values.get(name))];
    if (then !== now) return `${where} ${name}`.trim();
  }
  return '';
}

/** Words that were tampered with may be no leaf at all. */
function decoded(words: Int32Array): TraceLeaf | undefined {
  try {
    return words.length === 0 ? undefined : decodeLeaf(words, 0);
  } catch {
    return undefined;
  }
}
