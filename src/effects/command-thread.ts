import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { watchForInterruption } from './interruption';
import { onInterrupt } from './system';

interface Setup {
  readonly memory: SharedArrayBuffer;
  readonly input: unknown;
}

/** How a thread of a command ended: by itself, or by an error that nothing caught. */
export type ThreadEnd = { readonly cause?: unknown };

/**
 * Runs a script on a thread of its own, while this one hears of signals. The first asks the thread to stop, which it
 * does where it can throw away what it has begun; at a second one nobody waits any more.
 *
 * @param take given what the thread tells, in order
 * @param giveUp called at the second signal
 */
export function runOnThread(
  script: string,
  input: unknown,
  take: (message: unknown) => void,
  giveUp: () => void,
): Promise<ThreadEnd> {
  const memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const asked = new Int32Array(memory);
  const worker = new Worker(script, { workerData: { memory, input } satisfies Setup });
  const stopListening = onInterrupt(() => {
    if (Atomics.exchange(asked, 0, 1) === 1) giveUp();
  });
  worker.on('message', take);
  return new Promise<ThreadEnd>((resolve) => {
    worker.on('error', (cause) => resolve({ cause }));
    worker.on('exit', () => resolve({}));
  }).finally(stopListening);
}

/** On such a thread: its input, and how to tell something. Undefined on the main thread. */
export function threadOfCommand(): { readonly input: unknown; tell(message: unknown): void } | undefined {
  if (isMainThread || parentPort === null) return undefined;
  const port = parentPort;
  const { memory, input }: Setup = workerData;
  watchForInterruption(memory);
  return { input, tell: (message) => port.postMessage(message) };
}
