/**
 * Checks run folders of norsktilskudd by themselves: plain Node, no packages. `norsktilskudd verify` makes the same checks
 * by the same modules, whose names stand above each part. Read it before you trust it; checkRun(), near the end, has the
 * whole in order. What the tables hold stands in AUDIT.md.
 *
 *   1. read-run       seal, manifest (shape, one form, run_id), no file missing or too many, each with size and hash
 *      money-tables   every row of payout_lines, payouts, held, posted_before, balances_before, findings and rejected
 *   2. check-tables   the tables of the law are those of a release, or somebody stands behind them
 *   3. check-totals   the figures of the manifest are the sums of the tables; conservation
 *   4. check-netting  per recipient and group, lines and what was carried in are paid; below zero they are carried out
 *   5. check-trees    trace.tree leads to the root in the manifest
 *   6. approval-index signatures beside the folder are over this very manifest
 *   7. check-chain    each folder names the one before it, and starts from the state that it left, person by person
 *   8. check-payments files of payments (pain.001) beside the folder, or in the one named: keys, amounts, accounts, sums, none twice
 *      sent-anew      ... unless the list of those sent anew says that the first was refused or given up
 *
 *   node verify-run.cjs FOLDER... [--manifest HASH] [--payments FOLDER] [--lang nb|en]
 *
 * FOLDER...    run folders in the order in which they were posted
 * --manifest   hash of the last folder's manifest, as it was kept elsewhere
 * --payments   folder with the last folder's files of payments, where they do not lie in ../payments/<run_id> beside it
 *
 * Its neighbours: verify-trace.cjs (lines and hash trees, entry by entry), verify-figures.cjs (rates, sizes, hours,
 * accounts), verify-approval.cjs (who signed). Every fault is reported with its place. Exit code 0: everything checks; 5:
 * something does not; 2: wrong use.
 */
import { RELEASED_TABLES } from '../../../../rules/lock/released-tables';
import { approvalFolderOf, readApproval } from '../approval-index';
import { checkChain } from '../check-chain';
import { checkNetting } from '../check-netting';
import { checkPayments, paymentsBeside } from '../check-payments';
import { checkTables } from '../check-tables';
import { checkTotals } from '../check-totals';
import { checkTreeFile } from '../check-trees';
import type { RunContents } from '../contents';
import { hasFile, pathIn, readWhole } from '../files';
import type { Finding, Findings } from '../findings';
import { MONEY_TABLES } from '../money-tables';
import { readRun } from '../read-run';
import { DISK } from './disk';
import { Report, readArguments } from './report';

/** Everything that is checked of one folder; `before` is the run before it. */
function checkRun(
  folder: string,
  before: RunContents | undefined,
  payments: string | undefined,
  report: Report,
): RunContents | undefined {
  const run = report.attempt(folder, (findings) => readRun(DISK, folder, findings, MONEY_TABLES));
  if (!run) return undefined;
  report.attempt(folder, (findings) => addAll(checkTables(run, RELEASED_TABLES, signedTables(run)), findings, report));
  report.attempt(folder, (findings) => checkTotals(run, findings));
  report.attempt(folder, (findings) => checkNetting(run, undefined, findings));
  report.attempt(folder, (findings) => checkTreeFile(run, findings));
  report.attempt(folder, (findings) => checkSignatures(run, findings, report));
  report.attempt(folder, (findings) => addAll(checkChain(before, run), findings, report));
  const beside = payments ?? paymentsBeside(DISK, run);
  if (beside !== undefined) {
    report.attempt(beside, (findings) => report.notes(checkPayments(DISK, run, beside, undefined, findings)));
  }
  return run;
}

/** Findings that stand by themselves, and notes. */
function addAll(
  { problems, notes }: { readonly problems: readonly Finding[]; readonly notes: readonly Finding[] },
  findings: Findings,
  report: Report,
): void {
  for (const { code, params } of problems) findings.add(code, String(params.file), params);
  report.notes(notes);
}

/** Hashes in the list of tables beside the folder, whose signatures are for verify-approval.cjs. */
function signedTables(run: RunContents): string[] | undefined {
  const beside = approvalFolderOf(run);
  if (!hasFile(DISK, beside, 'tables.json')) return undefined;
  return (
    readWhole(DISK, pathIn(beside, 'tables.json'))
      .toString('utf8')
      .match(/[0-9a-f]{64}/g) ?? []
  );
}

function checkSignatures(run: RunContents, findings: Findings, report: Report): void {
  const approval = readApproval(run, findings);
  const folder = approvalFolderOf(run);
  if (!approval && !DISK.entry(folder)) report.note('alone.unapproved', { folder });
  for (const { role, name } of approval?.index.signatures ?? []) report.note('alone.signature', { role, name });
}

/** Checks the folders one by one, each against the one before it; returns the exit code. */
export function main(args: readonly string[]): number {
  const call = readArguments(args, ['manifest', 'payments']);
  if (!call || call.given.length === 0) {
    console.error('node verify-run.cjs FOLDER... [--manifest HASH] [--payments FOLDER] [--lang nb|en]');
    return 2;
  }
  const report = new Report(call.flags.lang);
  const payments = typeof call.flags.payments === 'string' ? call.flags.payments : undefined;
  let last: RunContents | undefined;
  for (const [index, folder] of call.given.entries()) {
    report.folder(
      folder,
      () => {
        last = checkRun(folder, last, index === call.given.length - 1 ? payments : undefined, report);
      },
      () => `: ${last?.sha256}`,
    );
  }
  const { manifest } = call.flags;
  if (manifest === undefined) report.say('alone.unanchored');
  else
    report.attempt('--manifest', (findings) =>
      findings.compare('VERIFY_OTHER_MANIFEST', '--manifest', String(manifest), last?.sha256 ?? ''),
    );
  return report.code;
}
