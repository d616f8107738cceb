import { lanesAvailable } from './lanes/lane-memory';
import { LaneSealer } from './lanes/lane-sealer';
import { PlainSealer } from './plain-sealer';
import type { SealerKeys, TraceSealer } from './sealer';

/** A sealer that works at once, on the thread that calls it. */
export function createSealer(keys: SealerKeys): TraceSealer {
  return lanesAvailable() ? new LaneSealer(keys) : new PlainSealer(keys);
}
