import { onInterrupt } from '../effects';

/** The user asked the program to stop: what was begun is thrown away, nothing half-written stays (exit 130). */
export class InterruptedError extends Error {
  constructor() {
    super('interrupted');
    this.name = 'InterruptedError';
  }
}

export const INTERRUPTED_EXIT_CODE = 130;

/** Knows whether the user asked to stop. Long work asks between its stages. */
export interface Interruption {
  /** Lets a waiting signal in and throws InterruptedError if one came. */
  checkpoint(): Promise<void>;
  /** Stops listening. */
  end(): void;
}

/**
 * Listens for Ctrl-C and SIGTERM. The first one is answered at the next checkpoint, so that temporary files are removed
 * on the way out; a second one ends the process at once, which the files and the ledger survive as they survive a power cut.
 */
export function watchInterruption(endProcess: (code: number) => void): Interruption {
  let asked = false;
  const stopListening = onInterrupt(() => {
    if (asked) endProcess(INTERRUPTED_EXIT_CODE);
    asked = true;
  });
  return {
    async checkpoint() {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (asked) throw new InterruptedError();
    },
    end: stopListening,
  };
}
