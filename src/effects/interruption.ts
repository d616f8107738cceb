/*
 * The user asks the program to stop (Ctrl-C). A command works without a break, so it cannot hear of a signal; the main
 * thread does, and sets a number in memory that the threads of the command share. Wherever the command begins
 * something with files, the database or a thread it looks there, and unwinds as it would from a full disk.
 */

/** Code of the error with which work ends that the user asked to stop. */
export const INTERRUPTED = 'INTERRUPTED';

/** The user asked to stop: what was begun is thrown away. */
export class InterruptedError extends Error {
  readonly code = INTERRUPTED;

  constructor() {
    super('interrupted');
    this.name = 'InterruptedError';
  }
}

let asked: Int32Array | undefined;
let isCompleting = false;

/** Where this thread is to look: memory in which another sets the first number to 1. */
export function watchForInterruption(memory: SharedArrayBuffer | undefined): void {
  asked = memory && new Int32Array(memory);
}

/** The same memory, for a thread that is started. */
export function interruptionMemory(): SharedArrayBuffer | undefined {
  return asked?.buffer instanceof SharedArrayBuffer ? asked.buffer : undefined;
}

/** True where the user asked to stop and the command has not yet done what cannot be taken back. */
export function isInterrupted(): boolean {
  return asked !== undefined && !isCompleting && Atomics.load(asked, 0) !== 0;
}

/** A place where work may end. @throws InterruptedError where the user asked to stop */
export function interruptionPoint(): void {
  if (isInterrupted()) throw new InterruptedError();
}

/**
 * What was done stands (an act in the ledger): the command goes on to its end, whatever the user asks, so that files
 * beside it are written and its answer is the truth.
 */
export function completeWhatIsBegun(): void {
  isCompleting = true;
}
