/**
 * Holds the other figures of norsktilskudd's run folders to what they follow from: plain Node, no packages. Money is held by
 * verify-run.cjs; read that first, its first part is here, too. `norsktilskudd verify` makes the same checks by the same
 * modules.
 *
 *   1. read-run       as in verify-run.cjs
 *      figure-tables  all parameters are part of run_id and what was used stands in the manifest; sums of sizes
 *      hours-basis    year numbers, laws and kommuner add up (rulebook 8.2)
 *   2. check-payable  what the run wants accepted, and what may not be paid
 *   3. check-figures  annual size per recipient (rulebook 8.1), from the persons in the trace, each at the rate; accounts
 *                     are those of the recipients file that is part of run_id
 *
 *   node verify-figures.cjs FOLDER... [--lang nb|en]
 *
 * Every fault is reported with its place, and at the end what nothing in a folder tells. Exit code 0: everything checks; 5:
 * something does not; 2: wrong use.
 */
import { checkAccounts, SizingCheck } from '../check-figures';
import { checkPayable } from '../check-payable';
import { FIGURE_TABLES } from '../figure-tables';
import type { Findings } from '../findings';
import { MONEY_TABLES } from '../money-tables';
import { readRun } from '../read-run';
import { readLeaves, readTrace } from '../trace-file';
import { DISK } from './disk';
import { Report, readArguments } from './report';

/** Everything that is checked of one folder. */
function checkFigures(folder: string, findings: Findings, report: Report): void {
  const run = readRun(DISK, folder, findings, { 'payouts.csv': MONEY_TABLES['payouts.csv'], ...FIGURE_TABLES });
  if (!run) return;
  checkPayable(run.manifest, findings);
  const trace = readTrace(run, findings);
  if (trace) readLeaves(run, trace, findings, [new SizingCheck(run, findings)]);
  if (!checkAccounts(run, findings)) report.note('alone.no_accounts');
}

/** Checks the folders one by one; returns the exit code. */
export function main(args: readonly string[]): number {
  const call = readArguments(args, []);
  if (!call || call.given.length === 0) {
    console.error('node verify-figures.cjs FOLDER... [--lang nb|en]');
    return 2;
  }
  const report = new Report(call.flags.lang);
  for (const folder of call.given) {
    report.folder(folder, () => {
      report.attempt(folder, (findings) => checkFigures(folder, findings, report));
    });
  }
  report.say('alone.rest');
  return report.code;
}
