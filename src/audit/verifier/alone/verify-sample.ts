/**
 * Checks a control sample of a run (norsktilskudd sample) and adds up what was found: plain Node, no packages.
 *
 *   1. files     sample.json, the files that it names and their hashes (check-sample)
 *   2. draw      made once more from population.csv by the seed, apart from the program's own (sample-again)
 *   3. run       the manifest, and every line and held amount of the run folder (check-sampled-run)
 *   4. outcomes  each chained to the one before; estimate and upper limit of the error (sample-results, error-limit)
 *   5. journal   it has had the head that decided the draw, right after the run was posted
 *
 *   node verify-sample.cjs FOLDER [--run RUN_FOLDER] [--journal FILE] [--head HASH] [--lang nb|en]
 *
 * --run      the run folder that it was drawn from
 * --journal  the journal of the ledger, one act a line (norsktilskudd verify FOLDER --db LEDGER --journal FILE)
 * --head     hash after an outcome, kept elsewhere: neither that one nor any before it has been changed or taken away since
 *
 * Every fault is reported with its place. Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
import { readJournal } from '../check-journal';
import { type CheckedSample, checkSample } from '../check-sample';
import { checkSampledRun } from '../check-sampled-run';
import type { Findings } from '../findings';
import { factOf } from '../journal-acts';
import { DISK } from './disk';
import { Report, readArguments } from './report';

/** Checks what the arguments name; returns the exit code. */
export function main(args: readonly string[]): number {
  const call = readArguments(args, ['run', 'journal', 'head']);
  const [folder, ...others] = call?.given ?? [];
  if (!call || folder === undefined || others.length > 0) {
    console.error('node verify-sample.cjs FOLDER [--run RUN_FOLDER] [--journal FILE] [--head HASH] [--lang nb|en]');
    return 2;
  }
  const { run, journal, head } = call.flags;
  const report = new Report(call.flags.lang);
  const sample = report.attempt(folder, (findings) => checkSample(DISK, folder, findings));
  if (sample) {
    if (typeof run === 'string') report.attempt(run, (findings) => checkSampledRun(DISK, run, sample, findings));
    if (typeof journal === 'string') report.attempt(journal, (findings) => checkSeed(journal, sample, findings));
    if (typeof head === 'string' && !sample.heads.includes(head)) {
      report.attempt(folder, (findings) => findings.add('SAMPLE_HEAD_UNKNOWN', 'outcomes.txt', { head }));
    }
    tell(sample, report);
  }
  if (run === undefined) report.say('alone.without_run');
  if (journal === undefined && sample?.index.seed_from === 'posting') report.say('alone.without_seed');
  if (head === undefined) report.say('alone.without_outcomes_head');
  if (report.count === 0) report.say('alone.fine');
  else report.say('alone.faults', { count: report.count });
  return report.code;
}

/** The journal had the head that decided the draw when the run was posted. */
function checkSeed(path: string, { index }: CheckedSample, findings: Findings): void {
  const { acts, head } = readJournal(DISK, path, undefined, new Map(), findings);
  const place = acts.findIndex((act) => factOf(act, 'act') === 'post' && factOf(act, 'run_id') === index.run_id);
  const after = acts[place + 1]?.before ?? head;
  findings.compare('SAMPLE_DIFFERENT', path, place < 0 ? '-' : after, index.journal_head, { what: 'journal_head' });
}

/** What was found, in kroner. */
function tell({ strata, limits, index, heads }: CheckedSample, report: Report): void {
  const total = strata.at(-1);
  if (total === undefined) return;
  const { drawn, items, controlled, errors, unclear } = total;
  report.say('alone.sample', { runId: index.run_id, drawn, items, controlled, errors, unclear });
  const [over, under] = [limits?.overNok ?? '-', limits?.underNok ?? '-'] as const;
  report.say('alone.over', { foundNok: total.foundOverNok, allNok: total.projectedOverNok, limitNok: over });
  report.say('alone.under', { foundNok: total.foundUnderNok, allNok: total.projectedUnderNok, limitNok: under });
  const left = drawn - controlled;
  if (left > 0 || unclear > 0) report.say('alone.not_final', { left, unclear });
  report.say('alone.confidence', { confidence: index.confidence_percent, head: heads.at(-1) ?? '' });
}
