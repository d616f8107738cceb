import { dirname, join } from 'node:path';
import { openPseudonymKey, pseudonymsOf, type RunIdentity, runIdOf } from '../../audit';
import { asDay, asRecipientCode, formatDay, i32 } from '../../domain';
import { makeFolder, nowUtc, quietly, removeTree } from '../../effects';
import { cutOffDate } from '../../engine';
import { type DraftAnswer, type DraftInput, type Ledger, openLedger } from '../../ledger';
import { keepSignatures } from '../approve/sign-act';
import { keyIdsInUse } from '../privacy/keys-in-use';
import { buildName, programBuild } from '../program-build';
import { refuseChangedTables, refuseNewerTables } from '../tables/refuse-tables';
import {
  acceptanceText,
  readAcceptances,
  refuseAllAssumed,
  refuseChangedVerifiedCells,
  withListed,
} from './acceptance';
import { resolveAsOf } from './as-of';
import { calculateIntoFolder } from './calculate-into-folder';
import { openRegister } from './open-register';
import { reportOf } from './report-of';
import { readRecipients, readRuleInputs } from './rule-inputs';
import type { RunInput } from './run-input';
import type { RunParts } from './run-parts';
import type { RunReport } from './run-report';
import { extractCounts, extractFacts } from './wanted/extract-counts';
import { postedBefore } from './wanted/posted-before';
import type { Figures, Wanted } from './wanted/wanted';

/**
 * Runs a term: extract to snapshot, calculation with trace, run folder, draft in the ledger. Nothing is left half done:
 * the folder and the draft appear whole or not at all, and the same run again is the same draft.
 */
export function executeRun(input: RunInput): RunReport {
  const ruleInputs = readRuleInputs(input.rates, input.tables);
  const given = readAcceptances(input.acceptedNames, ruleInputs.rules);
  if (input.newLedger) refuseAllAssumed(given, input.rehearsal);
  const build = programBuild();
  const by = { actor: input.actor, at: nowUtc(), build: buildName(build) };
  const ledger = openForRun(input, by);
  try {
    ledger.refuseBehind(); // Before anything is read or made beside an older copy.
    refuseAllAssumed(given, ledger.rehearsal);
    const listed = ledger.listInForce('assumptions', by.at.slice(0, 10))?.list.accepted ?? [];
    const accepted = ledger.rehearsal ? given : withListed(given, listed);
    refuseChangedTables(ledger);
    refuseNewerTables(ruleInputs.tables, accepted.map(acceptanceText), ledger, by.at.slice(0, 10));
    refuseChangedVerifiedCells(ruleInputs.rules, accepted, ledger.rehearsal);
    makeFolder(dirname(input.pseudonymKeyFile));
    const acceptsNewKey = accepted.some(({ name }) => name === 'new-pseudonym-key');
    const key = openPseudonymKey(input.pseudonymKeyFile, keyIdsInUse(input.db, ledger), acceptsNewKey);
    const snapshot = openRegister(input, ruleInputs, pseudonymsOf(key), !ledger.rehearsal);
    try {
      return runOnSnapshot({ input, ruleInputs, accepted, ledger, snapshot, key, build, by });
    } finally {
      snapshot.close();
    }
  } finally {
    ledger.close();
  }
}

/** The ledger of a run: one that is there, or a new one where the user has asked for it. */
function openForRun({ db, rehearsal, newLedger, approvers }: RunInput, by: RunParts['by']): Ledger {
  if (!rehearsal && !newLedger) return openLedger(db);
  makeFolder(dirname(db));
  const create = { rehearsal, by, ...(approvers === undefined ? {} : { approvers }) };
  return openLedger(db, { create, mustBeReal: newLedger && !rehearsal });
}

function runOnSnapshot(parts: RunParts): RunReport {
  const { input, ledger, snapshot, ruleInputs, accepted, key } = parts;
  const { grantYear, term, supplement, excluded } = input;
  const cutOff = cutOffDate(grantYear, term);
  const takenAt = snapshot.takenAt ?? undefined;
  const asOf = resolveAsOf(input.asOf, cutOff, takenAt === undefined ? undefined : asDay(takenAt));
  const plan = ledger.planRun({ grantYear, term, asOf, supplement });
  const recipients = readRecipients(input.recipients, cutOff);
  const identity: RunIdentity = {
    grantYear,
    term,
    asOf,
    supplementNumber: plan.supplementNumber,
    rehearsal: ledger.rehearsal,
    snapshotId: snapshot.snapshotId,
    postingHead: plan.postingHead,
    rates: ruleInputs.rules.rates.rates,
    assumptions: ruleInputs.rules.assumptions.assumptions,
    limits: ruleInputs.rules.limits.limits,
    ruleLockSha256: ruleInputs.ruleLockSha256,
    tables: ruleInputs.tables,
    excluded,
    accepted: accepted.map(acceptanceText),
    wants: input.wants,
    recipientsSha256: recipients.sha256,
    pseudonymKeyId: pseudonymsOf(key).keyId,
  };
  const runId = runIdOf(identity);
  const out = input.out ?? join(input.runsFolder, runId);
  const { written, result, rejectedRows, wanted, blockers, parametersSha256 } = calculateIntoFolder(
    { ...parts, before: postedBefore(ledger.batches(), grantYear) },
    identity,
    recipients,
    plan,
    out,
  );
  const target = ruleInputs.rules.places.translationTo(cutOff).target;
  const draftInput: DraftInput = {
    ...parts.by,
    runId,
    grantYear,
    term,
    supplementNumber: plan.supplementNumber,
    asOf,
    postingHead: plan.postingHead,
    plannedAt: plan.plannedAt,
    manifestHash: written.manifestSha256,
    snapshot: snapshot.snapshotId,
    runFolder: out,
    ...(takenAt === undefined ? {} : { extractDay: formatDay(asDay(takenAt)) }),
    ruleLockHash: ruleInputs.ruleLockSha256,
    parametersHash: parametersSha256,
    lines: result.lines,
    payouts: result.payouts,
    held: result.held,
    computed: result.computed,
    identities: snapshot.identities,
    translateRecipient: (recipient) => i32(target, asRecipientCode(recipient)),
    blockers,
    accepted: accepted.map((given) => ({ ...given, figures: figuresOf(given.name, wanted) })),
    assumptions: result.assumptionsUsed,
    facts: extractFacts(extractCounts(snapshot)),
  };
  const draft = orWithoutFolder(parts, draftInput, written.alreadyThere);
  return reportOf({ runId, out, asOf: formatDay(asOf), parts, result, draft, rejectedRows, wanted, blockers });
}

function figuresOf(name: string, wanted: readonly Wanted[]): Figures {
  return wanted.find((thing) => thing.name === name)?.figures ?? {};
}

/** Records the draft, signed where a key is given. Where the ledger refuses it, the folder that was made for it goes too. */
function orWithoutFolder({ input, ledger }: RunParts, draft: DraftInput, wasThere: boolean): DraftAnswer {
  const { sign } = input;
  try {
    const answer = ledger.recordDraft(draft, sign && ((batch) => sign(ledger, batch)));
    if (sign) keepSignatures(ledger, answer.batch);
    return answer;
  } catch (cause) {
    quietly(() => {
      if (!wasThere && ledger.batch(draft.runId) === undefined) removeTree(draft.runFolder);
    });
    throw cause;
  }
}
