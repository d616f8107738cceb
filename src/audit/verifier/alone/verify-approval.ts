/**
 * Who approved the runs of norsktilskudd: plain Node, no packages. What is signed, and what the acts of the journal are,
 * stands in src/ledger/LEDGER.md (words in quotation marks are its headings). `norsktilskudd verify` checks the signatures
 * beside a run by the same modules, and the journal in the ledger itself.
 *
 *   1. approval-index  seal, files and texts of the signatures beside a run
 *      check-lists     every version of the lists (signed-lists): chained, and signed by two of the version before
 *   2. check-signers   each had the role on that day, and signed the figures of this run, with rates that two have approved
 *   3. check-journal   its chain and head, posting heads, nothing posted unapproved, every signature that was required; the
 *                      journal approved this very manifest, with these very signatures
 *      act-rights      what adjustments of cases come to, for the limits of those who confirmed them: from the runs that read them
 *
 *   node verify-approval.cjs FOLDER... [--journal FILE [--head HASH]] [--first-list HASH] [--lang nb|en]
 *
 * FOLDER...   run folders; what was signed lies beside each, in <run_id>.approval/
 * --journal   the journal of the ledger, one act a line (norsktilskudd verify FOLDER --db LEDGER --journal FILE, or
 *             sqlite3 LEDGER "select body from journal order by sequence")
 * --head      a journal head that was kept elsewhere: the journal must have had it
 * --first-list   hash of the first list of approvers that was kept elsewhere: the signatures must lead back to it
 *
 * Files of the run itself are for verify-run.cjs; run that first. Every fault is reported with its place. Exit code 0:
 * everything that is there checks, and what could not be checked is said to be NOT CHECKED (a run without signatures, where
 * neither journal, first list nor a later run says that there must be some); 5: something does not; 2: wrong use.
 */
import { caseAmounts } from '../act-rights';
import { type ApprovalFolder, approvalFolderOf, readApproval, type SignedRun } from '../approval-index';
import { checkAdopted, checkRunInJournal, type Journal, readJournal } from '../check-journal';
import { checkSigners, checkUnsignedBetween, hasAllRoles, type RunInChain } from '../check-signers';
import { checkEntries } from '../files';
import { Findings } from '../findings';
import { readManifest } from '../read-manifest';
import { listHash, type SignedList } from '../signed-lists';
import { ROLES } from '../vocabulary';
import { DISK } from './disk';
import { Report, readArguments } from './report';

/** A run whose manifest could be read; undefined where it could not. */
function openRun(folder: string, findings: Findings): SignedRun | undefined {
  const kind = DISK.entry(folder)?.kind;
  if (kind !== 'folder' && kind !== 'link') findings.add('VERIFY_FOLDER_MISSING', folder);
  else if (checkEntries(DISK, folder, findings)) {
    const sealed = readManifest(DISK, folder, findings);
    return sealed && { files: DISK, folder, manifest: sealed.manifest, sha256: sealed.sha256 };
  }
  return undefined;
}

/** What the folders are held to. */
interface Kept {
  readonly journal: Journal | undefined;
  readonly firstList: string | undefined;
}

/** Everything that is checked of one folder; returns what the chain of folders needs. */
function checkApproval(run: SignedRun, { journal, firstList }: Kept, findings: Findings, report: Report): RunInChain {
  const { manifest, sha256 } = run;
  const { run_id: runId } = manifest;
  const approval = readApproval(run, findings);
  const signatures = approval?.index.signatures ?? [];
  const anchor = approval && checkFolder(run, approval, journal, findings, report);
  if (firstList !== undefined) findings.compare('VERIFY_FIRST_LIST', run.folder, firstList, anchor ?? '-');
  const beside = approvalFolderOf(run);
  if (!approval && !DISK.entry(beside)) report.note('alone.unapproved', { folder: beside });
  if (journal) checkRunInJournal(run, journal, signatures, findings);
  const previous = manifest.previous_batch?.manifest_sha256;
  return { runId, sha256, previous, isComplete: hasAllRoles(signatures) };
}

/** What was signed beside a run; returns the hash of the first list of approvers that it rests on. */
function checkFolder(
  run: SignedRun,
  approval: ApprovalFolder,
  journal: Journal | undefined,
  findings: Findings,
  report: Report,
): string | undefined {
  const { run_id: runId } = run.manifest;
  const lists = checkSigners(run, approval, findings);
  for (const { name, sha256 } of lists.tables.flatMap(({ files }) => files))
    report.note('alone.table', { name, sha256 });
  for (const { role, name } of approval.index.signatures) report.note('alone.role', { runId, role, name });
  for (const role of ROLES.filter((one) => !approval.index.signatures.some((entry) => entry.role === one))) {
    report.note('alone.not_signed', { runId, role });
  }
  const [first] = lists.approvers;
  const anchor = first && listHash(first);
  if (anchor !== undefined) report.note('alone.anchor', { runId, anchor });
  if (journal) checkAdopted(Object.values(lists).flat(), journal, findings);
  return anchor;
}

/** Lists of approvers beside the folders, by their hashes; what is wrong with them is reported with each folder. */
function listsBeside(runs: readonly SignedRun[]): Map<string, SignedList> {
  const reportedLater = new Findings();
  const lists = runs.flatMap((run) => {
    const approval = readApproval(run, reportedLater);
    return approval ? checkSigners(run, approval, reportedLater).approvers : [];
  });
  return new Map(lists.map((list) => [listHash(list), list]));
}

/** Checks the journal and then the folders one by one; returns the exit code. */
export function main(args: readonly string[]): number {
  const call = readArguments(args, ['journal', 'head', 'first-list']);
  const { journal: path, head, 'first-list': firstList } = call?.flags ?? {};
  if (!call || call.given.length === 0 || (head !== undefined && path === undefined)) {
    console.error(
      'node verify-approval.cjs FOLDER... [--journal FILE [--head HASH]] [--first-list HASH] [--lang nb|en]',
    );
    return 2;
  }
  const report = new Report(call.flags.lang);
  const runs = call.given.flatMap((folder) => report.attempt(folder, (findings) => openRun(folder, findings)) ?? []);
  const journal = path === undefined ? undefined : checkJournal(String(path), head, runs, report);
  const kept = { journal, firstList: typeof firstList === 'string' ? firstList.toLowerCase() : undefined };
  const chain = runs.flatMap((run) => {
    let checked: RunInChain | undefined;
    report.folder(run.folder, () => {
      checked = report.attempt(run.folder, (findings) => checkApproval(run, kept, findings, report));
    });
    return checked ?? [];
  });
  report.attempt('', (findings) => checkUnsignedBetween(chain, findings));
  if (path === undefined) report.say('alone.without_journal');
  else if (head === undefined) report.say('alone.without_head');
  return report.code;
}

function checkJournal(path: string, head: unknown, runs: readonly SignedRun[], report: Report): Journal | undefined {
  const kept = typeof head === 'string' ? head : undefined;
  const journal = report.attempt(path, (findings) =>
    readJournal(DISK, path, kept, listsBeside(runs), findings, caseAmounts(runs)),
  );
  if (!journal) return undefined;
  for (const hash of journal.missingLists) report.note('alone.unlisted', { hash });
  if (journal.unlimitedActs > 0) report.note('alone.unlimited', { acts: journal.unlimitedActs });
  report.say('alone.journal', { acts: journal.acts.length, head: journal.head });
  return journal;
}
