import type { Ledger } from '../../ledger';
import type { Snapshot } from '../../register';
import type { programBuild } from '../program-build';
import type { Acceptance } from './acceptance';
import type { RuleInputs } from './rule-inputs';
import type { RunInput } from './run-input';

/** Everything that a run works with once its register is open. */
export interface RunParts {
  readonly input: RunInput;
  readonly ruleInputs: RuleInputs;
  readonly accepted: readonly Acceptance[];
  readonly ledger: Ledger;
  readonly snapshot: Snapshot;
  readonly key: Uint8Array;
  readonly build: ReturnType<typeof programBuild>;
  readonly by: { readonly actor: string; readonly at: string; readonly build: string };
}
