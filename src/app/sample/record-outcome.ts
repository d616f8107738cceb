import { join } from 'node:path';
import {
  accessLogPath,
  logAccessAfter,
  type OutcomeResult,
  outcomeHeads,
  readOutcomes,
  withOutcome,
} from '../../audit';
import { assert, NorsktilskuddError } from '../../domain';
import { nowUtc, writeWholeFile } from '../../effects';
import type { RunContext } from '../../explain';
import { withRun } from '../explain/with-run';
import { onlySampleOf, openSample, SAMPLE_FILES } from './sample-folder';
import { evaluated, outcomesOf, sampledRows } from './sample-results';

/** An outcome to record. */
export interface RecordInput {
  readonly db: string;
  readonly runId: string;
  readonly item: string;
  readonly result: OutcomeResult;
  readonly note: string;
  /** What the amount should have been; undefined where it is not known. */
  readonly correctNok: number | undefined;
  /** Folder of the sample; undefined: the only one beside the run folder. */
  readonly out: string | undefined;
  readonly actor: string;
}

/** Where a sample stands after an outcome. */
export interface RecordReport {
  readonly folder: string;
  readonly items: number;
  readonly controlled: number;
  readonly errors: number;
  readonly unclear: number;
  /** Kroner of the items found wrong, sign apart; null where a few are of persons with a protected address. */
  readonly errorNok: number | null;
}

/**
 * Adds an outcome to a sample. Rows are only ever added, each chained to the one before it and the first to the run; the
 * access log keeps the hash after each, so that none can be taken away.
 *
 * @throws NorsktilskuddError usage SAMPLE_UNKNOWN, SAMPLE_LINE_UNKNOWN; verification SAMPLE_DIFFERS
 */
export function recordOutcome(input: RecordInput): RecordReport {
  return withRun(input.db, input.runId, (context) => {
    const folder = input.out ?? onlySampleOf(context.folder, input.runId);
    return add(context, folder, input);
  });
}

function add(context: RunContext, folder: string, input: RecordInput): RecordReport {
  const sample = openSample(folder, context.batch.manifestHash, input.runId);
  const { item, result, note, actor, correctNok, runId } = input;
  if (!sampledRows(folder).some((row) => row.item === item)) {
    throw new NorsktilskuddError('usage', 'SAMPLE_LINE_UNKNOWN', { line: item });
  }
  const file = join(folder, SAMPLE_FILES.outcomes);
  const log = accessLogPath(input.db);
  let after = '';
  // Under the lock of the log, so that of two controllers at once none loses the other's outcome.
  logAccessAfter(log, () => {
    const at = nowUtc();
    const before = outcomesOf(sample, log);
    const correct = correctNok === undefined ? {} : { correctNok };
    after = withOutcome(before, sample.hash, { item, result, note, ...correct, actor, at });
    writeWholeFile(file, after, 0o600);
    const head = outcomeHeads(after, sample.hash).at(-1) ?? '';
    return { kind: 'control', actor, at, runId, subjects: [item, `sample:${sample.hash}`, `outcome:${head}`] };
  });
  const total = evaluated(context, sample, readOutcomes(after, sample.hash, file)).strata.at(-1);
  assert(total !== undefined, 'a sample has a total');
  const { drawn: items, controlled, errors, unclear, foundOverNok, foundUnderNok, hasFewErrors } = total;
  const errorNok = hasFewErrors ? null : foundOverNok + foundUnderNok;
  return { folder, items, controlled, errors, unclear, errorNok };
}
