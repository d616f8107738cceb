import { join } from 'node:path';
import type { RuleSet } from '../../../rules';
import type { Manifest } from '../../audit';
import { type CaseAct, errorDetail, InvariantError, NorsktilskuddError, type RunRequest } from '../../domain';
import type { BatchInfo, Ledger } from '../../ledger';
import type { Snapshot } from '../../register';
import { TRACE_FILES, type TraceReader } from '../../trace';

/** How far a payment has come: `paid`, `refused`, `handed_over`, ... */
export interface PaymentWay {
  readonly stage: string;
  /** Message id of the last file that it stands in; empty for none. */
  readonly file: string;
  /** `YYYY-MM-DD` of the last that was said of it; empty for nothing. */
  readonly on: string;
}

/** A run of the ledger with all that it rests on, opened for looking. Close it. */
export interface RunContext {
  readonly ledger: Ledger;
  readonly batch: BatchInfo;
  /** How far a payment of the run has come; undefined where there is nothing to tell yet. */
  paymentWay(paymentRef: string): PaymentWay | undefined;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly request: RunRequest;
  /** Acts of cases that were in force when the run was calculated. */
  readonly cases: readonly CaseAct[];
  /** Rules with the rates and assumptions of the run. */
  readonly rules: RuleSet;
  /** Line of a parameter in the run's parameters.csv, by cell or id of an assumption. */
  readonly parameterLine: (name: string) => number;
  /** Hash of the rule lock of this program. */
  readonly ruleLockSha256: string;
  readonly snapshot: Snapshot;
  /** Whose address is protected, by all that the ledger knows. */
  readonly protection: {
    /** Why nobody can tell who is; undefined where it is known. */
    readonly fault: object | undefined;
    of(personIds: readonly number[]): boolean | undefined;
  };
  readonly trace: TraceReader;
  /** Another snapshot of the ledger; undefined where it has been pruned. */
  snapshotOf(snapshotId: string): Snapshot | undefined;
  /** Text of a file of the run folder, checked against the manifest. */
  sealedText(name: string): string;
  close(): void;
}

/**
 * Reads of a trace that does not hold together become a verification failure: the file was changed, the program is not
 * at fault.
 */
export function orChanged<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof InvariantError) && !(cause instanceof RangeError)) throw cause;
    const file = join(folder, TRACE_FILES.words);
    throw new NorsktilskuddError('verification', 'RUN_FOLDER_CHANGED', { folder }, [
      errorDetail('RUN_FILE_CHANGED', { file }),
    ]);
  }
}
