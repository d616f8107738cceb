import { assert } from '../domain';
import { serveThread } from '../effects/threads';
import { createSealer } from '../trace/create-sealer';
import type { SealerKeys } from '../trace/sealer';
import { takeChunk } from './trace-sealing';

/** What the sealing thread runs (trace-sealing.ts starts it). */
serveThread((input) => {
  assert(isKeys(input), 'the sealing thread is given its keys');
  const sealer = createSealer(input);
  return { take: (chunk) => takeChunk(sealer, chunk), finish: () => sealer.finish() };
});

function isKeys(value: unknown): value is SealerKeys {
  return typeof value === 'object' && value !== null && 'pseudonymKey' in value && 'runId' in value;
}
