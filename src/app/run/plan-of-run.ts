import { join } from 'node:path';
import { pseudonymsOf, type RunIdentity, runIdOf } from '../../audit';
import { actsUnderIds, asDay, type CaseAct, type Day, sha256Hex } from '../../domain';
import { cutOffDate } from '../../engine';
import type { RunPlan } from '../../ledger';
import { casesBeforeText } from '../../payout';
import { runsFolderOf } from '../installation';
import { recipientsOfRun } from '../recipients/recipients-of-run';
import { acceptanceText } from './acceptance';
import { resolveAsOf } from './as-of';
import type { RecipientInputs } from './rule-inputs';
import type { RunParts } from './run-request';

/** What is known of a run before it is calculated. */
export interface PlannedRun {
  readonly runId: string;
  /** Everything that decides the result, and so the run's id. */
  readonly identity: RunIdentity;
  readonly plan: RunPlan;
  /** Acts of cases that it starts from. */
  readonly cases: readonly CaseAct[];
  readonly recipients: RecipientInputs;
  readonly cutOff: Day;
  /** Day on which the extract was taken, where it says. */
  readonly takenAt: Day | undefined;
  /** Folder of the run. */
  readonly out: string;
}

/** D, the supplement number, what is posted, and from these the run's id and folder. */
export function planOfRun({ installation, input, ledger, snapshot, ruleInputs, accepted, key }: RunParts): PlannedRun {
  const { grantYear, term, supplement, excluded, wants } = input;
  const { rules, ruleLockSha256, tables } = ruleInputs;
  const cutOff = cutOffDate(grantYear, term);
  const takenAt = snapshot.takenAt === null ? undefined : asDay(snapshot.takenAt);
  const asOf = resolveAsOf(input.asOf, cutOff, takenAt);
  const plan = ledger.planRun({ grantYear, term, asOf, supplement });
  const recipients = recipientsOfRun(ledger, installation.recipients, cutOff, input.recipientsOfSettings);
  // Under the ids of the extract, as postings are: so a run is worked out again without the key of the pseudonyms.
  const cases = actsUnderIds(input.cases ?? ledger.caseActs(), snapshot.identities);
  const casesText = casesBeforeText(cases, pseudonymsOf(key).of);
  const identity: RunIdentity = {
    grantYear,
    term,
    asOf,
    supplementNumber: plan.supplementNumber,
    rehearsal: ledger.rehearsal,
    snapshotId: snapshot.snapshotId,
    postingHead: plan.postingHead,
    rates: rules.rates.rates,
    assumptions: rules.assumptions.assumptions,
    limits: rules.limits.limits,
    ruleLockSha256,
    tables,
    excluded,
    accepted: accepted.map(acceptanceText),
    wants,
    recipientsSha256: recipients.sha256,
    casesSha256: casesText === '' ? '' : sha256Hex(casesText),
    pseudonymKeyId: pseudonymsOf(key).keyId,
  };
  const runId = runIdOf(identity);
  const out = input.out ?? join(runsFolderOf(installation), runId);
  return { runId, identity, plan, cases, recipients, cutOff, takenAt, out };
}
