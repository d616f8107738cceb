import { join } from 'node:path';
import { type OutcomeResult, readOutcomes, type SampleOutcome, withOutcome } from '../../audit/sample/outcomes';
import { NorsktilskuddError } from '../../domain';
import { csvRecords } from '../../domain/csv-rows';
import { nowUtc, pathExists, readText, writeWholeFile } from '../../effects';
import { openLedger } from '../../ledger';
import { openRunContext } from '../explain/run-context';
import { onlySampleOf, openSample, SAMPLE_FILES } from './sample-folder';

/** An outcome to record. */
export interface RecordInput {
  readonly db: string;
  readonly runId: string;
  readonly item: string;
  readonly result: OutcomeResult;
  readonly note: string;
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
  /** Kroner of the items found wrong, sign apart. */
  readonly errorNok: number;
}

/**
 * Adds an outcome to a sample. Rows are only ever added, each chained to the one before it and the first to the run.
 *
 * @throws NorsktilskuddError usage SAMPLE_UNKNOWN, SAMPLE_LINE_UNKNOWN; verification SAMPLE_DIFFERS
 */
export function recordOutcome(input: RecordInput): RecordReport {
  const ledger = openLedger(input.db, { readOnly: true, checkTotals: false });
  try {
    const context = openRunContext(ledger, input.runId);
    try {
      const folder = input.out ?? onlySampleOf(context.folder, input.runId);
      return add(folder, context.batch.manifestHash, input);
    } finally {
      context.close();
    }
  } finally {
    ledger.close();
  }
}

function add(folder: string, manifestHash: string, input: RecordInput): RecordReport {
  const { hash } = openSample(folder, manifestHash, input.runId);
  const rows = csvRecords(readText(join(folder, SAMPLE_FILES.rows)));
  const { item, result, note, actor } = input;
  if (!rows.some(({ cell }) => cell('item') === item)) {
    throw new NorsktilskuddError('usage', 'SAMPLE_LINE_UNKNOWN', { line: item });
  }
  const file = join(folder, SAMPLE_FILES.outcomes);
  const before = pathExists(file) ? readText(file) : '';
  readOutcomes(before, hash, file);
  const after = withOutcome(before, hash, { item, result, note, actor, at: nowUtc() });
  writeWholeFile(file, after, 0o600);
  const last = new Map(readOutcomes(after, hash, file).map((outcome) => [outcome.item, outcome]));
  const of = (wanted: OutcomeResult): SampleOutcome[] => [...last.values()].filter((each) => each.result === wanted);
  const wrong = new Set(of('error').map((outcome) => outcome.item));
  const errorNok = rows
    .filter(({ cell }) => wrong.has(cell('item')))
    .reduce((sum, { cell }) => sum + Math.abs(Number(cell('amount'))), 0);
  const counts = { items: rows.length, controlled: last.size, errors: wrong.size, unclear: of('unclear').length };
  return { folder, ...counts, errorNok };
}
