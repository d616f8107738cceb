import { QualityCheck, RowsAfterTaking } from '../../analysis';
import { openTraceFiles, type Pseudonyms, type RunIdentity, runIdOf } from '../../audit';
import type { CaseAct, Finding, PostedState, RunResult } from '../../domain';
import { quietly } from '../../effects';
import { calculate } from '../../engine';
import type { BatchInfo, Ledger } from '../../ledger';
import { PostedBefore, type RunFolder } from '../../payout';
import { createTraceWriter, RecipientTree, TRACE_FORMAT, type TraceFormat } from '../../trace';
import { sealerForRun } from '../trace-sealing';
import type { RunParts, RunRequest } from './run-request';
import type { PostedBefore as PostedBeforeRun } from './term-facts';

/** What a calculation needs of a run's parts; `verify` gives a ledger that is read back from a run folder. */
export interface CalculationParts extends Pick<RunParts, 'ruleInputs' | 'accepted' | 'snapshot' | 'key' | 'build'> {
  readonly input: Pick<RunRequest, 'grantYear' | 'term' | 'excluded'>;
  readonly ledger: Pick<Ledger, 'postedState' | 'rehearsal'> & {
    batches(): readonly Pick<BatchInfo, 'runId' | 'manifestHash'>[];
  };
  /** undefined where nothing had been posted. */
  readonly before: PostedBeforeRun | undefined;
  /** Pseudonyms in place of those of the key. */
  readonly pseudonyms?: Pseudonyms;
}

/** What the manifest says of a trace. */
export interface TraceSums {
  readonly format: number;
  readonly leaves: number;
  readonly entries: number;
  readonly root: string;
  readonly recipientsRoot: string;
}

/** A calculation whose trace is written and being sealed. */
export interface TracedResult {
  readonly calculated: RunResult;
  /** What the register's rows show that no rule asks for. */
  readonly odd: readonly Finding[];
  /** The postings that the calculation stood on, and their copy in the folder. */
  readonly posted: PostedState;
  readonly postedBefore: PostedBefore;
  /** Waits for the seal and ends the trace's files. */
  finish(result: RunResult): TraceSums;
  /** Calls the sealing off. */
  stop(): void;
}

/** Calculates a run from its register, its postings and its rules; what it did goes into the trace while it does it. */
export function calculateTraced(
  { input, ruleInputs, ledger, snapshot, key }: CalculationParts,
  { identity, cases }: { readonly identity: RunIdentity; readonly cases: readonly CaseAct[] },
  folder: RunFolder,
  pseudonyms: Pseudonyms,
): TracedResult {
  const { rules } = ruleInputs;
  const { grantYear, term, excluded } = input;
  const posted = ledger.postedState();
  const postedBefore = new PostedBefore(folder, pseudonyms.of);
  const format: TraceFormat = identity.format === 1 ? 1 : TRACE_FORMAT;
  const keys = { pseudonymKey: key, runId: runIdOf(identity), format };
  const files = openTraceFiles(folder);
  const sealer = sealerForRun(keys, files.words);
  try {
    const trace = createTraceWriter({ open: files.open, sealer, format });
    const request = { grantYear, term, asOf: identity.asOf, takenAt: snapshot.takenAt ?? undefined, excluded };
    const quality = new QualityCheck(request, rules);
    const afterTaking = new RowsAfterTaking(snapshot.takenAt, identity.asOf);
    const calculated = calculate({
      request,
      register: afterTaking.watching(snapshot),
      posted: withCopy(posted, postedBefore),
      rules,
      cases,
      trace,
      observe: quality.observe,
    });
    sealer.end();
    return {
      calculated,
      odd: [...quality.finish(calculated), ...afterTaking.finish(snapshot)],
      posted,
      postedBefore,
      finish({ payouts, lines }) {
        const recipientsRoot = new RecipientTree({ payouts, lines }, keys).root;
        const { leaves, entries, root } = trace.finish(lines);
        files.close();
        return { format, leaves, entries, root, recipientsRoot };
      },
      stop: () => sealer.stop(),
    };
  } catch (cause) {
    quietly(() => sealer.stop());
    throw cause;
  }
}

/** The postings as the engine reads them, each copied into the sealed state before. */
function withCopy(posted: PostedState, copy: PostedBefore): PostedState {
  return {
    balances: posted.balances,
    coverage: posted.coverage,
    openingCoverage: posted.openingCoverage,
    ...(posted.frozen === undefined ? {} : { frozen: posted.frozen }),
    *entries(grantYears, identities) {
      for (const entry of posted.entries(grantYears, identities)) {
        copy.add(entry);
        yield entry;
      }
    },
  };
}
