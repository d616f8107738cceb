import type { CaseAct, Component, Day } from '../../domain';
import type { ActBy, BatchInfo, Ledger, RunnerSignature } from '../../ledger';
import type { ProgressListener, Snapshot } from '../../register';
import type { Installation } from '../installation';
import type { ProgramBuild } from '../program-build';
import type { RegisterPlace } from '../register/open-place';
import type { Acceptance } from './acceptance';
import type { RuleInputs } from './rule-inputs';
import type { WantedSettings } from './term-facts';

/** What is run. Paths are absolute. */
export interface RunRequest {
  readonly register: RegisterPlace;
  readonly grantYear: number;
  readonly term: 1 | 2 | 3 | 4;
  /** undefined: the earlier of the cut-off and the day the extract was taken. */
  readonly asOf: Day | undefined;
  readonly excluded: readonly Component[];
  /** `NAME`, `NAME,NAME` or `NAME=REFERENCE`. */
  readonly acceptedNames: readonly string[];
  /** Settings that decide what the run wants accepted. */
  readonly wants: WantedSettings;
  readonly rejectLimitPercent: number | null;
  readonly supplement: boolean;
  readonly rehearsal: boolean;
  /** Makes a real ledger where there is none. */
  readonly newLedger: boolean;
  /** A list of approvers is asked for by name. */
  readonly hasList: boolean;
  /** undefined: beside the ledger, under the run's id. */
  readonly out: string | undefined;
  /** The file of recipients is named by the settings alone: beside a register of the ledger it is left unread, and told. */
  readonly recipientsOfSettings?: boolean;
  /** Folder of newer tables. */
  readonly tables: string | undefined;
  /** Acts of cases that count in place of those of the ledger: of a rehearsal that nobody keeps. */
  readonly cases?: readonly CaseAct[];
  readonly actor: string;
  /** Told how far the reading of an extract has come. */
  readonly onProgress?: ProgressListener;
}

/** The ledger of a run, and who acts on it. */
export interface RunLedger {
  readonly ledger: Ledger;
  readonly by: ActBy;
  readonly build: ProgramBuild;
  /** Signs the draft as its runner, in one with recording it; undefined: by name alone. */
  readonly sign: ((batch: BatchInfo) => ReturnType<RunnerSignature>) | undefined;
}

/** Everything that a run works with once its register is open. */
export interface RunParts extends RunLedger {
  readonly installation: Installation;
  readonly input: RunRequest;
  readonly ruleInputs: RuleInputs;
  readonly accepted: readonly Acceptance[];
  readonly snapshot: Snapshot;
  /** Of the pseudonyms. */
  readonly key: Uint8Array;
}
