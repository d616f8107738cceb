// Straight from their modules: the thread shall start quickly, and a room's index brings the whole room.
import { assert } from '../domain/errors';
import { serveThread } from '../effects/threads';
import { sealMessage } from '../trace/chunk-message';
import { createSealer } from '../trace/create-sealer';
import type { SealerKeys } from '../trace/sealer';

/** What the sealing thread runs (trace-sealing.ts starts it); the calculation goes first. */
serveThread((input) => {
  assert(isKeys(input), 'the sealing thread is given its keys');
  const sealer = createSealer(input);
  return { take: (chunk) => sealMessage(sealer, chunk), finish: () => sealer.finish() };
}, true);

function isKeys(value: unknown): value is SealerKeys {
  return typeof value === 'object' && value !== null && 'pseudonymKey' in value && 'runId' in value;
}
