import { isKindOfFormat } from '../../analysis';
import {
  identityRecord,
  type Pseudonyms,
  pseudonymsOf,
  type RunIdentity,
  type WrittenRun,
  writeRunFolder,
} from '../../audit';
import { asDay, type CaseAct, type Finding, formatDay, type RunResult } from '../../domain';
import { quietly } from '../../effects';
import { cutOffDate } from '../../engine';
import type { RunPlan } from '../../ledger';
import { claimFindings, RunFolder, recipientFindings } from '../../payout';
import { readingOf } from '../../register';
import { type CalculationParts, calculateTraced, type TracedResult } from './calculate-traced';
import type { RecipientInputs } from './rule-inputs';
import { acceptanceRecord, extractCounts, NO_SETTINGS, type TermFacts } from './term-facts';
import { type Blocker, blockersOf, type Wanted } from './wanted';
import { wantedOf } from './wanted-of-run';

/** A run that stands in its folder. */
export interface CalculatedRun {
  readonly written: WrittenRun;
  readonly result: RunResult;
  readonly rejectedRows: number;
  /** Everything that an approval outside a rehearsal wants accepted. */
  readonly wanted: readonly Wanted[];
  readonly blockers: readonly Blocker[];
  readonly parametersSha256: string;
  /** Findings of kinds that runs of the folder's format did not know; they stand nowhere in it. */
  readonly laterFindings: readonly Finding[];
}

/** What is calculated, and where it goes. */
export interface CalculationPlan {
  readonly identity: RunIdentity;
  readonly recipients: RecipientInputs;
  readonly plan: Pick<RunPlan, 'previousManifestHash'>;
  /** Acts of cases that it starts from. */
  readonly cases: readonly CaseAct[];
  readonly out: string;
}

/** What an approval will ask of a run, and what it follows from. */
interface JudgedRun extends Pick<CalculatedRun, 'wanted' | 'blockers' | 'rejectedRows'> {
  readonly facts: TermFacts;
  readonly registerFindings: readonly Finding[];
}

/** Calculates a run and writes its folder, the trace and the sealed state before on the way. */
export function calculateIntoFolder(parts: CalculationParts, planned: CalculationPlan): CalculatedRun {
  const folder = RunFolder.begin(planned.out);
  const pseudonyms = parts.pseudonyms ?? pseudonymsOf(parts.key);
  let traced: TracedResult | undefined;
  try {
    traced = calculateTraced(parts, planned, folder, pseudonyms);
    const { result, later } = withFindings(parts, planned, traced);
    const judged = judge(parts, planned.identity, result);
    const written = writeFolder(parts, planned, { folder, pseudonyms, traced, result, judged });
    const { wanted, blockers, rejectedRows } = judged;
    const parametersSha256 = identityRecord(planned.identity).parameters_sha256;
    return { written, result, rejectedRows, wanted, blockers, parametersSha256, laterFindings: later };
  } catch (cause) {
    quietly(() => traced?.stop());
    folder.abandon();
    throw cause;
  }
}

/** The result with everything that was found, and the findings that runs of its format did not know. */
function withFindings(
  { ruleInputs }: CalculationParts,
  { identity, recipients, cases }: CalculationPlan,
  { calculated, odd }: TracedResult,
): { readonly result: RunResult; readonly later: readonly Finding[] } {
  const { places } = ruleInputs.rules;
  const { payouts, findings } = calculated;
  const cutOff = places.translationTo(cutOffDate(identity.grantYear, identity.term));
  const ofRecipients = recipientFindings(payouts, { ...recipients, places });
  const found = [...findings, ...odd, ...ofRecipients, ...claimFindings(payouts, cases, cutOff)];
  const isKnown = ({ code }: Finding): boolean => isKindOfFormat(code, identity.format);
  const later = found.filter((finding) => !isKnown(finding));
  return { result: { ...calculated, findings: found.filter(isKnown) }, later };
}

/** What the run wants accepted, and what of it keeps the run from being approved. */
function judge(
  { input, snapshot, ruleInputs, ledger, accepted, before }: CalculationParts,
  { wants, format }: RunIdentity,
  result: RunResult,
): JudgedRun {
  const { rules } = ruleInputs;
  const { grantYear, term } = input;
  const facts: TermFacts = {
    grantYear,
    term,
    cutOff: cutOffDate(grantYear, term),
    takenAt: snapshot.takenAt ?? undefined,
    extract: extractCounts(snapshot),
    before,
    limits: rules.limits,
    settings: wants ?? NO_SETTINGS,
  };
  const rejectedRows = Object.values(snapshot.rejectedRows).reduce((sum, rows) => sum + rows, 0);
  const registerFindings = [...snapshot.findings()];
  const sharedNationalIds = registerFindings.filter(({ code }) => code === 'NATIONAL_ID_SHARED').length;
  const { rates, assumptions } = rules;
  const wanted = wantedOf({ ...facts, result, rates, assumptions, rejectedRows, sharedNationalIds });
  const blockers = blockersOf(wanted, accepted, { rehearsal: ledger.rehearsal, wantsReferences: format !== 1 });
  return { facts, wanted, blockers, rejectedRows, registerFindings };
}

/** Everything that goes into the folder. */
interface FolderContent {
  readonly folder: RunFolder;
  readonly pseudonyms: Pseudonyms;
  readonly traced: TracedResult;
  readonly result: RunResult;
  readonly judged: JudgedRun;
}

function writeFolder(
  parts: CalculationParts,
  { identity, recipients, plan, cases }: CalculationPlan,
  { folder, pseudonyms, traced, result, judged }: FolderContent,
): WrittenRun {
  const { accepted, ruleInputs, snapshot } = parts;
  const { rules } = ruleInputs;
  const { wanted, blockers, rejectedRows, registerFindings, facts } = judged;
  return writeRunFolder({
    folder,
    postedBefore: traced.postedBefore,
    balancesBefore: traced.posted.balances,
    casesBefore: cases,
    result,
    findings: registerFindings,
    rejected: snapshot.rejects(),
    rejectedRows,
    fileNames: snapshot.fileNames,
    pseudonyms,
    places: rules.places,
    cutOff: facts.cutOff,
    recipients: recipients.recipients,
    recipientsFile: recipients.bytes,
    manifest: {
      identity,
      acceptance: acceptanceRecord(accepted, wanted, facts),
      rates: rules.rates,
      assumptions: rules.assumptions,
      program: parts.build,
      extract: {
        takenAt: snapshot.takenAt === null ? '' : formatDay(asDay(snapshot.takenAt)),
        source: snapshot.meta.source,
        files: snapshot.files.map(({ name, bytes, rows, sha256 }) => ({ name, bytes, rows, sha256 })),
      },
      reading: readingOf(snapshot.meta),
      inputs: [...ruleInputs.files, ...recipients.files],
      moduleSha256: ruleInputs.moduleSha256,
      posted: traced.posted,
      previousBatch: lastPosted(parts, plan),
      // As late as can be: the last of the trace has been sealed meanwhile.
      trace: traced.finish(result),
      blockers,
    },
  });
}

function lastPosted(
  { ledger }: CalculationParts,
  { previousManifestHash }: CalculationPlan['plan'],
): { runId: string; manifestSha256: string } | undefined {
  if (previousManifestHash === '') return undefined;
  const batch = ledger.batches().findLast(({ manifestHash }) => manifestHash === previousManifestHash);
  return batch ? { runId: batch.runId, manifestSha256: batch.manifestHash } : undefined;
}
