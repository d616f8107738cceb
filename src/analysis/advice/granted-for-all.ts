import { FAR_PAST, OUTCOME, type RegisterBlock } from '../../domain';

/** The block as it would be if everybody had one granted decision of a kind: to see who lacks nothing else. */
export function grantedForAll(block: RegisterBlock, kind: number): RegisterBlock {
  const count = block.personCount;
  const offsets = Uint32Array.from({ length: count + 1 }, (_, index) => index);
  return {
    ...block,
    decisions: {
      offsets,
      line: new Uint32Array(count),
      registeredOn: new Int32Array(count).fill(FAR_PAST),
      decision: new Uint32Array(count),
      kommune: new Int32Array(count),
      kind: new Uint8Array(count).fill(kind),
      outcome: new Uint8Array(count).fill(OUTCOME.granted),
      decidedOn: new Int32Array(count).fill(FAR_PAST),
      trainingStartsOn: new Int32Array(count).fill(FAR_PAST),
    },
  };
}
