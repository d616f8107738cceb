import { asRecipientCode, formatDay, i32 } from '../../domain';
import { quietly, removeTree } from '../../effects';
import type { DraftAnswer, DraftInput } from '../../ledger';
import { keepSignatures } from '../approve/sign-act';
import { refuseChangedRecipients } from '../recipients/recipients-of-run';
import type { CalculatedRun } from './calculate-into-folder';
import type { PlannedRun } from './plan-of-run';
import type { RunParts } from './run-request';
import { extractCounts, extractFacts } from './term-facts';

/** Records the draft, signed where a key is given. Where the ledger refuses it, the folder that was made for it goes too. */
export function recordDraft(parts: RunParts, planned: PlannedRun, calculated: CalculatedRun): DraftAnswer {
  const { ledger, sign } = parts;
  const { runId, out, recipients, cutOff } = planned;
  try {
    refuseChangedRecipients(ledger, recipients, cutOff);
    const answer = ledger.recordDraft(draftOf(parts, planned, calculated), sign);
    if (sign) keepSignatures(ledger, answer.batch);
    return answer;
  } catch (cause) {
    quietly(() => {
      if (!calculated.written.alreadyThere && ledger.batch(runId) === undefined) removeTree(out);
    });
    throw cause;
  }
}

function draftOf(
  { input, by, snapshot, ruleInputs, accepted }: RunParts,
  { runId, identity, plan, cutOff, takenAt, out }: PlannedRun,
  { written, result, wanted, blockers, parametersSha256 }: CalculatedRun,
): DraftInput {
  const { grantYear, term } = input;
  const { target } = ruleInputs.rules.places.translationTo(cutOff);
  const figuresOf = (name: string) => wanted.find((thing) => thing.name === name)?.figures ?? {};
  return {
    ...by,
    runId,
    grantYear,
    term,
    supplementNumber: plan.supplementNumber,
    asOf: identity.asOf,
    postingHead: plan.postingHead,
    plannedAt: plan.plannedAt,
    manifestHash: written.manifestSha256,
    snapshot: snapshot.snapshotId,
    runFolder: out,
    ...(takenAt === undefined ? {} : { extractDay: formatDay(takenAt) }),
    ruleLockHash: ruleInputs.ruleLockSha256,
    parametersHash: parametersSha256,
    lines: result.lines,
    payouts: result.payouts,
    held: result.held,
    computed: result.computed,
    identities: snapshot.identities,
    translateRecipient: (recipient) => i32(target, asRecipientCode(recipient)),
    blockers,
    accepted: accepted.map((given) => ({ ...given, figures: figuresOf(given.name) })),
    assumptions: result.assumptionsUsed,
    facts: extractFacts(extractCounts(snapshot), result.frozen),
  };
}
