import { randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { faultPoint } from './faults';

/** Folder for files that nobody needs to keep. */
export function temporaryFolder(): string {
  return tmpdir();
}

/** Name of the account that the program runs under; empty where the machine has none for it. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Signals by which a user, a machine that goes down and a terminal that is closed ask a program to stop. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the work when the program is asked to stop; returns how to stop listening. */
export function onInterrupt(work: () => void): () => void {
  for (const signal of SIGNALS) process.on(signal, work);
  return () => {
    for (const signal of SIGNALS) process.off(signal, work);
  };
}

/** Does work that no signal ends, and says whether one came meanwhile. */
export async function lettingSignalsIn<T>(work: () => Promise<T>): Promise<{ result: T; isAsked: boolean }> {
  let isAsked = false;
  const stopListening = onInterrupt(() => {
    isAsked = true;
  });
  try {
    const result = await work();
    await new Promise<void>((resolve) => setImmediate(resolve)); // Signals wait until nothing else is done.
    return { result, isAsked };
  } finally {
    stopListening();
  }
}

/** The moment now, for the journal and logs only; it never reaches a result. UTC, `2026-11-24T12:00:00Z`. */
export function nowUtc(): string {
  faultPoint('clock.now');
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** Milliseconds of a clock that never runs backwards, for progress. */
export function monotonicMilliseconds(): number {
  return performance.now();
}

/** Random bytes for keys; never for anything that a run hashes. */
export function secretBytes(count: number): Buffer {
  faultPoint('random.bytes');
  return randomBytes(count);
}
