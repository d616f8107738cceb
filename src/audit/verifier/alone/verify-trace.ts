/**
 * Holds run folders of norsktilskudd to their trace: plain Node, no packages. Read verify-run.cjs first, whose first part is
 * here, too, and have src/trace/FORMAT.md beside this one: words in quotation marks are its headings. `norsktilskudd
 * verify` makes the same checks by the same modules.
 *
 *   1. read-run       as in verify-run.cjs
 *   2. trace-file     trace.bin, leaf by leaf, in step with trace.index and trace.persons; its counts in the manifest
 *      trace-record   what the words of a leaf say
 *   3. check-trace    each difference in the trace that is not held is a line and there are no others; what is held; what
 *                     was posted before; annual amounts and what is due later
 *   4. check-cases    what a case blocks is held, what one keeps or corrects, and nothing else
 *   5. check-persons  trace.lines, and one person a leaf
 *   6. check-trees    with the key: every entry of both hash trees, and the person behind every pseudonym
 *
 *   node verify-trace.cjs FOLDER... [--key FILE] [--lang nb|en]
 *
 * --key       the installation's pseudonym key: without it nobody can tell the entries of the trees
 *
 * Every fault is reported with its place. Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
import { caseChecks } from '../check-cases';
import { checkPersons } from '../check-persons';
import { TraceCheck } from '../check-trace';
import { checkRecipientTree, treeCheck } from '../check-trees';
import { readWhole } from '../files';
import type { Findings } from '../findings';
import { type Keys, keysOf } from '../hashes';
import { MONEY_TABLES } from '../money-tables';
import { readRun } from '../read-run';
import { readLeaves, readTrace } from '../trace-file';
import { DISK } from './disk';
import { Report, readArguments } from './report';

/** Everything that is checked of one folder. */
function checkTrace(folder: string, key: Buffer | undefined, findings: Findings): void {
  const run = readRun(DISK, folder, findings, MONEY_TABLES);
  const trace = run && readTrace(run, findings);
  if (!run || !trace) return;
  const keys = key && keysOf(key, run.manifest.run_id);
  const expected = run.manifest.identity.pseudonym_key_id;
  if (keys) findings.compare('VERIFY_OTHER_KEY', 'manifest.json', expected, keys.keyId);
  const own: Keys | undefined = keys?.keyId === expected ? keys : undefined;
  const checks = [new TraceCheck(run, trace, findings, own), ...caseChecks(run, trace, findings)];
  readLeaves(run, trace, findings, own ? [...checks, treeCheck(run, trace, own, findings)] : checks);
  checkPersons(run, trace, findings, own);
  if (own) checkRecipientTree(run, trace, own, findings);
}

/** Checks the folders one by one; returns the exit code. */
export function main(args: readonly string[]): number {
  const call = readArguments(args, ['key']);
  if (!call || call.given.length === 0) {
    console.error('node verify-trace.cjs FOLDER... [--key FILE] [--lang nb|en]');
    return 2;
  }
  const report = new Report(call.flags.lang);
  const file = call.flags.key === undefined ? undefined : String(call.flags.key);
  const key = file && report.attempt(file, () => Buffer.from(readWhole(DISK, file).toString('latin1').trim(), 'hex'));
  if (report.count > 0) return 2;
  for (const folder of call.given) {
    report.folder(folder, () => {
      report.attempt(folder, (findings) => checkTrace(folder, key || undefined, findings));
      if (!key) report.note('alone.without_key');
    });
  }
  return report.code;
}
