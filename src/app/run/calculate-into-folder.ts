import { isKindOfFormat } from '../../analysis/quality/kinds-of-format';
import { QualityCheck } from '../../analysis/quality/quality-check';
import { RowsAfterTaking } from '../../analysis/quality/rows-after-taking';
import {
  identityRecord,
  openTraceFiles,
  type Pseudonyms,
  pseudonymsOf,
  type RunIdentity,
  runIdOf,
  type WrittenRun,
  writeRunFolder,
} from '../../audit';
import type { Finding, PostedState, RunResult } from '../../domain';
import { asDay, formatDay } from '../../domain';
import { quietly } from '../../effects';
import { calculate, cutOffDate } from '../../engine';
import type { BatchInfo, Ledger, RunPlan } from '../../ledger';
import { PostedBefore, RunFolder, recipientFindings } from '../../payout';
import { readingOf } from '../../register';
import { TRACE_FORMAT, type TraceFormat } from '../../trace/format';
import { RecipientTree } from '../../trace/recipient-tree';
import { createTraceWriter } from '../../trace/trace-writer';
import { type RunSealer, sealerForRun } from '../trace-sealing';
import { type Blocker, blockersOf } from './payability';
import type { RecipientInputs } from './rule-inputs';
import type { RunInput } from './run-input';
import type { RunParts } from './run-parts';
import { acceptanceRecord } from './wanted/acceptance-record';
import { extractCounts } from './wanted/extract-counts';
import type { Wanted } from './wanted/wanted';
import { type PostedBefore as BeforeFacts, NO_SETTINGS, type TermFacts } from './wanted/wanted-by-term';
import { wantedOf } from './wanted/wanted-of-run';

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

/** What a calculation needs of a run's parts; `verify` gives a ledger that is read back from a run folder. */
export interface CalculationParts extends Pick<RunParts, 'ruleInputs' | 'accepted' | 'snapshot' | 'key' | 'build'> {
  readonly input: Pick<RunInput, 'grantYear' | 'term' | 'excluded'>;
  readonly ledger: Pick<Ledger, 'postedState' | 'rehearsal'> & {
    batches(): readonly Pick<BatchInfo, 'runId' | 'manifestHash'>[];
  };
  /** undefined where nothing had been posted. */
  readonly before: BeforeFacts | undefined;
  /** Pseudonyms in place of those of the key. */
  readonly pseudonyms?: Pseudonyms;
}

/** Calculates a run and writes its folder, the trace and the sealed state before on the way. */
export function calculateIntoFolder(
  parts: CalculationParts,
  identity: RunIdentity,
  recipients: RecipientInputs,
  plan: Pick<RunPlan, 'previousManifestHash'>,
  out: string,
): CalculatedRun {
  const { input, ruleInputs, ledger, snapshot, key, accepted } = parts;
  const { rules } = ruleInputs;
  const folder = RunFolder.begin(out);
  let sealer: RunSealer | undefined;
  try {
    const pseudonyms = parts.pseudonyms ?? pseudonymsOf(key);
    const posted = ledger.postedState();
    const postedBefore = new PostedBefore(folder, pseudonyms.of);
    const format: TraceFormat = identity.format === 1 ? 1 : TRACE_FORMAT;
    const keys = { pseudonymKey: key, runId: runIdOf(identity), format };
    const files = openTraceFiles(folder);
    sealer = sealerForRun(keys, files.words);
    const trace = createTraceWriter({ open: files.open, sealer, format });
    const { grantYear, term, excluded } = input;
    const request = { grantYear, term, asOf: identity.asOf, excluded };
    const quality = new QualityCheck(request, rules);
    const afterTaking = new RowsAfterTaking(snapshot.takenAt, identity.asOf);
    const calculated = calculate({
      request,
      register: afterTaking.watching(snapshot),
      posted: withCopy(posted, postedBefore),
      rules,
      trace,
      observe: quality.observe,
    });
    sealer.end();
    const told = recipientFindings(calculated.payouts, { ...recipients, places: rules.places });
    const odd = [...quality.finish(calculated), ...afterTaking.finish(snapshot)];
    const found = [...calculated.findings, ...odd, ...told];
    const result = { ...calculated, findings: found.filter(({ code }) => isKindOfFormat(code, identity.format)) };
    const rejectedRows = Object.values(snapshot.rejectedRows).reduce((sum, rows) => sum + rows, 0);
    const registerFindings = [...snapshot.findings()];
    const facts = { ...termFacts(parts, identity), before: parts.before };
    const wanted = wantedOf({
      ...facts,
      result,
      rates: rules.rates,
      assumptions: rules.assumptions,
      rejectedRows,
      sharedNationalIds: registerFindings.filter(({ code }) => code === 'NATIONAL_ID_SHARED').length,
    });
    const { rehearsal } = ledger;
    const blockers = blockersOf(wanted, accepted, { rehearsal, wantsReferences: identity.format !== 1 });
    const recipientsRoot = new RecipientTree({ payouts: result.payouts, lines: result.lines }, keys).root;
    // As late as can be: the last of the trace has been sealed meanwhile.
    const summary = trace.finish(result.lines);
    files.close();
    const written = writeRunFolder({
      folder,
      postedBefore,
      balancesBefore: posted.balances,
      result,
      findings: registerFindings,
      rejected: snapshot.rejects(),
      rejectedRows,
      fileNames: snapshot.fileNames,
      pseudonyms,
      places: rules.places,
      cutOff: cutOffDate(grantYear, term),
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
        posted,
        previousBatch: lastPosted(parts, plan),
        trace: {
          format: summary.format,
          leaves: summary.leaves,
          entries: summary.entries,
          root: summary.root,
          recipientsRoot,
        },
        blockers,
      },
    });
    return {
      written,
      result,
      rejectedRows,
      wanted,
      blockers,
      parametersSha256: identityRecord(identity).parameters_sha256,
      laterFindings: found.filter(({ code }) => !isKindOfFormat(code, identity.format)),
    };
  } catch (cause) {
    quietly(() => sealer?.stop());
    folder.abandon();
    throw cause;
  }
}

/** What the term and the extract of a run say of it. */
function termFacts(
  { input, snapshot, ruleInputs }: CalculationParts,
  { wants }: RunIdentity,
): Omit<TermFacts, 'before'> {
  const { grantYear, term } = input;
  return {
    grantYear,
    term,
    cutOff: cutOffDate(grantYear, term),
    takenAt: snapshot.takenAt ?? undefined,
    extract: extractCounts(snapshot),
    limits: ruleInputs.rules.limits,
    settings: wants ?? NO_SETTINGS,
  };
}

/** The postings as the engine reads them, each copied into the sealed state before. */
function withCopy(posted: PostedState, copy: PostedBefore): PostedState {
  return {
    balances: posted.balances,
    coverage: posted.coverage,
    openingCoverage: posted.openingCoverage,
    *entries(grantYears, identities) {
      for (const entry of posted.entries(grantYears, identities)) {
        copy.add(entry);
        yield entry;
      }
    },
  };
}

function lastPosted(
  parts: CalculationParts,
  plan: Pick<RunPlan, 'previousManifestHash'>,
): { runId: string; manifestSha256: string } | undefined {
  if (plan.previousManifestHash === '') return undefined;
  const batch = parts.ledger.batches().findLast((candidate) => candidate.manifestHash === plan.previousManifestHash);
  return batch ? { runId: batch.runId, manifestSha256: batch.manifestHash } : undefined;
}
