import { canonicalJson, chainedHash, NorsktilskuddError } from '../../domain';

/** What a controller found. */
const OUTCOME_RESULTS = ['ok', 'error', 'unclear'] as const;
export type OutcomeResult = (typeof OUTCOME_RESULTS)[number];

/** A control of an item of a sample. A later row of the same item goes before an earlier one; none is ever removed. */
export interface SampleOutcome {
  /** Id of the item. */
  readonly item: string;
  readonly result: OutcomeResult;
  readonly note: string;
  /** What an amount found wrong should have been, kroner with sign; absent where it is not known or nothing is wrong. */
  readonly correctNok?: number;
  readonly actor: string;
  /** UTC. */
  readonly at: string;
}

/**
 * Rows of outcomes.txt: each is the canonical JSON of an outcome, a tab, and the SHA-256 over the hash before it and
 * that JSON. The first stands on the hash of sample.json, which names the manifest: so the outcomes are chained to the
 * run.
 *
 * @throws NorsktilskuddError verification SAMPLE_DIFFERS where a row has been changed, removed or put in
 */
export function readOutcomes(text: string, sampleHash: string, file: string): SampleOutcome[] {
  let head = sampleHash;
  return text
    .split('\n')
    .slice(0, -1)
    .map((row) => {
      const [body = '', hash] = row.split('\t');
      head = chained(head, body);
      if (head !== hash) throw new NorsktilskuddError('verification', 'SAMPLE_DIFFERS', { file });
      const outcome: SampleOutcome = JSON.parse(body);
      return outcome;
    });
}

/** Hash after each row, the hash of the sample first. */
export function outcomeHeads(text: string, sampleHash: string): string[] {
  return [sampleHash, ...[...text.matchAll(/\t([0-9a-f]{64})\n/g)].map(([, hash = '']) => hash)];
}

/** The text with an outcome added at its end. */
export function withOutcome(text: string, sampleHash: string, outcome: SampleOutcome): string {
  const head = /\t([0-9a-f]{64})\n$/.exec(text)?.[1] ?? sampleHash;
  const body = canonicalJson({ ...outcome });
  return `${text}${body}\t${chained(head, body)}\n`;
}

function chained(head: string, body: string): string {
  return chainedHash(head, body);
}
