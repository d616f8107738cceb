import type { TraceFormat } from './format';

/** What sealing a trace came to. */
export interface SealedTrace {
  /** Root of the tree over all recipients, 32 bytes. */
  readonly root: Buffer;
  /** Hash of the entry of each recipient, as in trace.tree. */
  readonly tree: Buffer;
  /** Parts of all leaves. */
  readonly parts: number;
  /** 16 bytes a leaf; zeros for a kommune. */
  readonly pseudonyms: Buffer;
  /** The two words of trace.index for each leaf. */
  readonly index: Buffer;
}

/** Hashes a trace as it is written; may work on another thread. */
export interface TraceSealer {
  /**
   * Takes whole leaves. The arrays belong to the caller again when the call returns.
   * @param personIds id of each leaf's person, 0 for a kommune
   */
  chunk(words: Int32Array, personIds: Float64Array): void;
  finish(): SealedTrace;
}

/** What a sealer needs to know; passes to another thread as it is. */
export interface SealerKeys {
  readonly pseudonymKey: Uint8Array;
  readonly runId: string;
  /** 1 where the words shall be compared with those of a run of that format; its tree is not made. */
  readonly format?: TraceFormat;
}
