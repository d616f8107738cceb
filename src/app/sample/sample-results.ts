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
import { csvRecords, FEWEST_PERSONS, NorsktilskuddError } from '../../domain';
import { pathExists, readText } from '../../effects';
import type { RunContext } from '../../explain';
import { withRun } from '../explain/with-run';
import { type HeldOfRun, hiddenHeld } from './population';
import { onlySampleOf, openSample, SAMPLE_FILES, type StoredSample } from './sample-folder';

/** A stratum with what could be told of persons with a protected address. */
export interface ShownStratum extends StratumResult {
  /** A few of its items, and of its errors, are theirs: their kroner could be looked for among the payments. */
  readonly hasFewItems: boolean;
  readonly hasFewErrors: boolean;
}

/** What a control sample has shown. */
export interface SampleResults {
  readonly folder: string;
  readonly runId: string;
  /** By stratum, the total last. */
  readonly strata: readonly ShownStratum[];
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
    return resultsOf(context, sample, accessLogPath(input.db));
  });
}

function resultsOf(context: RunContext, sample: StoredSample, log: string): SampleResults {
  const text = outcomesOf(sample, log);
  const outcomes = readOutcomes(text, sample.hash, join(sample.folder, SAMPLE_FILES.outcomes));
  const { last, rows, strata, hidden } = evaluated(context, sample, outcomes);
  const limits = limitsOf(rows, last, sample.population, sample.confidencePercent);
  const found = [...last.values()]
    .filter(({ result }) => result !== 'ok')
    .map(({ correctNok, ...one }) => (correctNok === undefined || hidden.has(one.item) ? one : { ...one, correctNok }));
  const head = outcomeHeads(text, sample.hash).at(-1) ?? '';
  return { folder: sample.folder, runId: context.batch.runId, strata, limits, found, head };
}

/** What outcomes come to by stratum, and the items of persons with a protected address: drawn lines, and everything held. */
export function evaluated(
  context: HeldOfRun,
  sample: Pick<StoredSample, 'folder' | 'population'>,
  outcomes: readonly SampleOutcome[],
) {
  const last = new Map(outcomes.map((outcome) => [outcome.item, outcome]));
  const rows = sampledRows(sample.folder);
  const held = hiddenHeld(context);
  const hidden = new Set([...held, ...rows.filter(({ stratum }) => stratum === 'protected').map(({ item }) => item)]);
  const errorsIn = (stratum: string): number =>
    rows.filter((row) => row.stratum === stratum && hidden.has(row.item) && last.get(row.item)?.result === 'error')
      .length;
  const shown = evaluateSample(rows, last, sample.population).map((one): ShownStratum => {
    const hiddenItems: Readonly<Record<string, number>> = { held: held.size, protected: one.items };
    return { ...one, hasFewItems: isFew(hiddenItems[one.stratum]), hasFewErrors: isFew(errorsIn(one.stratum)) };
  });
  // What one stratum hides could be found by subtraction from the total.
  const strata = shown.map(
    (one): ShownStratum =>
      one.stratum === 'total'
        ? {
            ...one,
            hasFewItems: shown.some(({ hasFewItems }) => hasFewItems),
            hasFewErrors: shown.some(({ hasFewErrors }) => hasFewErrors),
          }
        : one,
  );
  return { last, rows, strata, hidden };
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

/** One to four items of persons with a protected address. */
function isFew(items = 0): boolean {
  return items > 0 && items < FEWEST_PERSONS;
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
