import { PartSealer } from './part-sealer';
import { canRun, ProgramSealer } from './program-sealer';
import type { SealerKeys, TraceSealer } from './sealer';

/**
 * A sealer that works at once, on the thread that calls it.
 * @param program sealing-program, compiled by the build; undefined where there is none
 */
export function createSealer(keys: SealerKeys, program: Uint8Array | undefined): TraceSealer {
  return program !== undefined && canRun(program) ? new ProgramSealer(keys, program) : new PartSealer(keys);
}
