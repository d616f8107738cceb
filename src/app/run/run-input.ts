import type { Component, Day } from '../../domain';
import type { BatchInfo, Ledger, RunnerSignature, SignedList } from '../../ledger';
import type { LoweredLimits, ProgressListener } from '../../register';
import type { RegisterPlace } from '../register/open-place';
import type { WantedSettings } from './wanted/wanted-by-term';

/** What a user asked `run` for, read and checked. Paths are absolute. */
export interface RunInput {
  readonly register: RegisterPlace;
  readonly grantYear: number;
  readonly term: 1 | 2 | 3 | 4;
  /** undefined: the earlier of the cut-off and the day the extract was taken. */
  readonly asOf: Day | undefined;
  readonly excluded: readonly Component[];
  readonly acceptedNames: readonly string[];
  /** Settings that decide what the run wants accepted. */
  readonly wants: WantedSettings;
  readonly rejectLimitPercent: number | null;
  readonly supplement: boolean;
  readonly rehearsal: boolean;
  /** Makes a real ledger where there is none. */
  readonly newLedger: boolean;
  readonly db: string;
  /** undefined: beside the ledger, under the run's id. */
  readonly out: string | undefined;
  readonly runsFolder: string;
  readonly snapshotFolder: string;
  readonly rates: readonly string[];
  /** Folder of newer tables. */
  readonly tables: string | undefined;
  readonly recipients: string | undefined;
  readonly columns: string | undefined;
  readonly readingLimits: LoweredLimits;
  readonly pseudonymKeyFile: string;
  readonly actor: string;
  /** First list of approvers for a ledger that is made now: nothing is then posted without every signature. */
  readonly approvers?: SignedList | undefined;
  /** Signs the draft as its runner, in one with recording it. */
  readonly sign?: ((ledger: Ledger, batch: BatchInfo) => ReturnType<RunnerSignature>) | undefined;
  /** Told how far the reading of an extract has come. */
  readonly onProgress?: ProgressListener;
}
