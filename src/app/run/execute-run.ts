import { pseudonymsOf } from '../../audit';
import { sheetsOfYear } from '../init/year-sheet';
import { type Installation, snapshotFolderOf } from '../installation';
import { openRegister } from '../register/open-place';
import { readAcceptances } from './acceptance';
import { calculateIntoFolder } from './calculate-into-folder';
import { acceptedInRun, openRunKey, openRunLedger } from './open-run-ledger';
import { planOfRun } from './plan-of-run';
import { recordDraft } from './record-draft';
import { type RuleInputs, readRuleInputs } from './rule-inputs';
import { type RunReport, reportOf } from './run-report';
import type { RunRequest } from './run-request';
import { postedBefore } from './term-facts';

/**
 * Runs a term: extract to snapshot, calculation with trace, run folder, draft in the ledger. Nothing is left half done:
 * the folder and the draft appear whole or not at all, and the same run again is the same draft.
 */
export function executeRun(installation: Installation, input: RunRequest): RunReport {
  const rates = sheetsOfYear(installation.rates, input.grantYear);
  return runUnder(readRuleInputs(rates, input.tables), installation, input);
}

/**
 * The same under rules that have been read: those of a scenario, in a rehearsal that nobody keeps.
 *
 * @param snapshots folder of stored extracts; beside the ledger where left out
 */
export function runUnder(
  ruleInputs: RuleInputs,
  installation: Installation,
  input: RunRequest,
  snapshots = snapshotFolderOf(installation),
): RunReport {
  const given = readAcceptances(input.acceptedNames, ruleInputs.rules);
  const acting = openRunLedger(installation, input, given);
  const { ledger } = acting;
  try {
    const accepted = acceptedInRun(given, ruleInputs, acting);
    const key = openRunKey(installation, ledger, accepted);
    const snapshot = openRegister(
      { ...installation, snapshots },
      input,
      ruleInputs,
      pseudonymsOf(key),
      !ledger.rehearsal,
    );
    try {
      const parts = { ...acting, installation, input, ruleInputs, accepted, snapshot, key };
      const planned = planOfRun(parts);
      const before = postedBefore(ledger.batches(), input.grantYear);
      const calculated = calculateIntoFolder({ ...parts, before }, planned);
      const draft = recordDraft(parts, planned, calculated);
      return reportOf(parts, planned, calculated, draft);
    } finally {
      snapshot.close();
    }
  } finally {
    ledger.close();
  }
}
