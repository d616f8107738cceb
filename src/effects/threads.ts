import { constants, setPriority } from 'node:os';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';
import { faultPoint } from './faults';
import { interruptionMemory, watchForInterruption } from './interruption';

/** Bytes that are sent to a thread together. */
export type ThreadMessage = readonly Uint8Array[];

/** A thread that takes messages in order and gives one answer in the end. The caller needs no event loop. */
export interface Thread {
  /** Sends a copy of bytes to the thread; waits while the thread is far behind. */
  post(message: ThreadMessage): void;
  /** Says that nothing more comes, so that the thread can work on its answer; `finish` and `stop` say it, too. */
  close(): void;
  /** Waits until everything is taken and returns the answer; throws what went wrong in the thread. */
  finish(): unknown;
  /** Waits until the thread has ended, however it went: its work is of no use any more. */
  stop(): void;
}

/** What runs in a thread. */
export interface ThreadWork {
  /** The bytes begin where any typed array may begin, and are there until the call returns. */
  take(message: ThreadMessage): void;
  finish(): unknown;
}

/** Messages that may wait; more would only fill memory. */
const QUEUE_LIMIT = 16;
/** Where a typed array of any kind may begin. */
const ALIGNMENT_BYTES = 8;
/** A thread that takes nothing for so long is taken for dead. */
const PATIENCE_MILLISECONDS = 120_000;
/** Code of the error for such a thread; it may have had no memory left to say anything with. */
const THREAD_STUCK = 'THREAD_STUCK';
const TAKEN = 0;
const ENDED = 1;

interface Setup {
  readonly control: Int32Array;
  readonly port: MessagePort;
  readonly input: unknown;
  /** Where the user's wish to stop is reported. */
  readonly interruption: SharedArrayBuffer | undefined;
}

/** One message in memory that both threads see. */
interface Sent {
  readonly memory: SharedArrayBuffer;
  readonly lengths: readonly number[];
}

/** What a thread sends in the end. */
interface Answer {
  readonly value?: unknown;
  readonly error?: unknown;
  /** Code of a system error, which gets lost on the way. */
  readonly code?: string | undefined;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function withCode(error: unknown, code: string | undefined): unknown {
  return error instanceof Error && code !== undefined ? Object.assign(error, { code }) : error;
}

/** Starts a compiled script of the program that calls serveThread(). */
export function startThread(script: string, input: unknown): Thread {
  faultPoint('thread.start');
  const control = new Int32Array(new SharedArrayBuffer(8));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(script, {
    workerData: { control, port: port2, input, interruption: interruptionMemory() } satisfies Setup,
    transferList: [port2],
  });
  worker.unref();
  let sent = 0;
  const messages = new SharedMessages();
  const waitFor = (place: number, value: number): void => {
    if (Atomics.wait(control, place, value, PATIENCE_MILLISECONDS) === 'timed-out')
      throw Object.assign(new Error('a thread is stuck'), { code: THREAD_STUCK });
  };
  let closed = false;
  const close = (): void => {
    if (!closed) port1.postMessage(null);
    closed = true;
  };
  const end = (): Answer => {
    close();
    waitFor(ENDED, 0);
    const answer: Answer = receiveMessageOnPort(port1)?.message ?? {};
    port1.close();
    return answer;
  };
  return {
    post(message) {
      for (
        let taken = Atomics.load(control, TAKEN);
        sent - taken >= QUEUE_LIMIT;
        taken = Atomics.load(control, TAKEN)
      ) {
        waitFor(TAKEN, taken);
      }
      port1.postMessage(messages.copy(sent % QUEUE_LIMIT, message));
      sent += 1;
    },
    close,
    finish() {
      const answer = end();
      if (answer.error !== undefined) throw withCode(answer.error, answer.code);
      return answer.value;
    },
    stop: () => void end(),
  };
}

/**
 * To be called by a thread's script: takes every message and sends the answer.
 * @param inBackground the caller's own work comes first
 */
export function serveThread(begin: (input: unknown) => ThreadWork, inBackground = false): void {
  if (inBackground) stepBack();
  const { control, port, input, interruption }: Setup = workerData;
  watchForInterruption(interruption);
  let work: ThreadWork | undefined;
  let error: unknown;
  const attempt = (step: () => void): void => {
    try {
      if (error === undefined) step();
    } catch (cause) {
      error = cause;
    }
  };
  attempt(() => {
    work = begin(input);
  });
  port.on('message', (message: Sent | null) => {
    if (message !== null) attempt(() => work?.take(partsOf(message)));
    else {
      let value: unknown;
      attempt(() => {
        value = work?.finish();
      });
      port.postMessage(error === undefined ? { value } : { error, code: codeOf(error) });
      port.close();
      Atomics.store(control, ENDED, 1);
      Atomics.notify(control, ENDED);
    }
    Atomics.add(control, TAKEN, 1);
    Atomics.notify(control, TAKEN);
  });
}

/** On Linux a thread has a priority of its own; elsewhere the whole process would lose. Being refused costs only speed. */
function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
  }
}

/**
 * Memory of the messages on their way, used again in turn: asking for new memory for each costs more than what is done
 * with it.
 */
class SharedMessages {
  readonly #slots: SharedArrayBuffer[] = [];

  copy(slot: number, parts: ThreadMessage): Sent {
    const lengths = parts.map((part) => part.byteLength);
    const needed = lengths.reduce((sum, length) => sum + aligned(length), 0);
    let memory = this.#slots[slot];
    if (!memory || memory.byteLength < needed) {
      memory = new SharedArrayBuffer(aligned(Math.ceil(needed * 1.25)));
      this.#slots[slot] = memory;
    }
    for (const [index, view] of partsOf({ memory, lengths }).entries()) view.set(parts[index] ?? []);
    return { memory, lengths };
  }
}

function partsOf({ memory, lengths }: Sent): Uint8Array[] {
  let from = 0;
  return lengths.map((length) => {
    const part = new Uint8Array(memory, from, length);
    from += aligned(length);
    return part;
  });
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
