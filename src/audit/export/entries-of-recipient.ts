import type { TracePart } from '../../trace/trace-leaf';
import type { TraceReader } from '../../trace/trace-reader';

/** A part of the trace that concerns a recipient. */
export interface PartPlace {
  /** Number of its entry in the tree. */
  readonly entry: number;
  readonly leaf: number;
  readonly record: number;
  readonly part: TracePart;
}

/** Parts whose money goes to a recipient, or would under its old number, in the order of the entries. */
export function* partsOfRecipient(reader: TraceReader, recipient: number): Generator<PartPlace> {
  let entry = 0;
  for (const leaf of reader.leaves()) {
    entry += 1;
    for (const [record, { parts }] of leaf.records.entries()) {
      for (const part of parts) {
        if (part.recipient === recipient || part.basisRecipient === recipient) {
          yield { entry, leaf: leaf.leaf, record, part };
        }
        entry += 1;
      }
    }
  }
}
