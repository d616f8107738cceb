import { join } from 'node:path';
import {
  accessLogPath,
  type ErrorLimits,
  evaluateSample,
  limitsOf,
  outcomeHeads,
  readAccessLog,
  readOutcomes,
  type SampledRow,
  type SampleOutcome,
  STRATA,
  type StratumResult,
} from '../../audit';
import { csvRecords, NorsktilskuddError } from '../../domain';
import { pathExists, readText } from '../../effects';
import { withRun } from '../explain/with-run';
import { onlySampleOf, openSample, SAMPLE_FILES, type StoredSample } from './sample-folder';

/** What a control sample has shown. */
export interface SampleResults {
  readonly folder: string;
  readonly runId: string;
  /** By stratum, the total last. */
  readonly strata: readonly StratumResult[];
  /** How large the error in the whole run can be; undefined of a sample that was not drawn by amount. */
  readonly limits: ErrorLimits | undefined;
  /** Items found wrong or unclear, with what was noted; of persons with a protected address without kroner. */
  readonly found: readonly SampleOutcome[];
  /** Hash after the last outcome: kept elsewhere, it shows whether outcomes have been changed. */
  readonly head: string;
}

/**
 * Adds up the outcomes of a control sample. The sample is held to the manifest, each outcome to the one before it, and
 * those that the access log knows must all be there.
 *
 * @throws NorsktilskuddError usage SAMPLE_UNKNOWN, SAMPLE_SEVERAL; verification SAMPLE_DIFFERS, SAMPLE_OUTCOMES_CUT
 */
export function sampleResults(input: { db: string; runId: string; out: string | undefined }): SampleResults {
  return withRun(input.db, input.runId, (context) => {
    const folder = input.out ?? onlySampleOf(context.folder, input.runId);
    const sample = openSample(folder, context.batch.manifestHash, input.runId);
    return resultsOf(input.runId, sample, accessLogPath(input.db));
  });
}

function resultsOf(runId: string, sample: StoredSample, log: string): SampleResults {
  const text = outcomesOf(sample, log);
  const outcomes = readOutcomes(text, sample.hash, join(sample.folder, SAMPLE_FILES.outcomes));
  const last = new Map(outcomes.map((outcome) => [outcome.item, outcome]));
  const rows = sampledRows(sample.folder);
  const strata = evaluateSample(rows, last, sample.population);
  const limits = limitsOf(rows, last, sample.population, sample.confidencePercent);
  const hidden = new Set(rows.filter(({ stratum }) => stratum === 'protected').map(({ item }) => item));
  const found = [...last.values()]
    .filter(({ result }) => result !== 'ok')
    .map(({ correctNok, ...one }) => (correctNok === undefined || hidden.has(one.item) ? one : { ...one, correctNok }));
  return { folder: sample.folder, runId, strata, limits, found, head: outcomeHeads(text, sample.hash).at(-1) ?? '' };
}

/**
 * The outcomes of a sample as they stand in its folder. A killed command may leave one more there than in the log; one
 * that the log knows and the file has not has been taken away.
 */
export function outcomesOf({ folder, hash }: StoredSample, log: string): string {
  const file = join(folder, SAMPLE_FILES.outcomes);
  const text = pathExists(file) ? readText(file) : '';
  readOutcomes(text, hash, file);
  const heads = new Set(outcomeHeads(text, hash));
  const missing = readAccessLog(log)
    .rows.filter(({ kind, subjects }) => kind === 'control' && subjects[1] === `sample:${hash}`)
    .filter(({ subjects }) => !heads.has((subjects[2] ?? '').replace('outcome:', ''))).length;
  if (missing > 0) throw new NorsktilskuddError('verification', 'SAMPLE_OUTCOMES_CUT', { file, missing });
  return text;
}

/** Fewer items than so many of persons with a protected address: their kroner could be looked for among the payments. */
const FEW_ITEMS = 5;

/** Whether so many items of persons with a protected address are too few to tell their kroner. */
export function isFew(items = 0): boolean {
  return items > 0 && items < FEW_ITEMS;
}

/** Rows of sample.csv. */
export function sampledRows(folder: string): SampledRow[] {
  return csvRecords(readText(join(folder, SAMPLE_FILES.rows))).map(({ cell }) => ({
    item: cell('item'),
    stratum: STRATA.find((stratum) => stratum === cell('stratum')) ?? 'regular',
    amountNok: Number(cell('amount')),
    inclusionMillionths: Number(cell('inclusion_millionths')),
  }));
}
