import { join } from 'node:path';
import { RECIPIENTS_COPY, type RunContents, verifyLedgerMatch } from '../../audit';
import { type ErrorDetail, errorDetail, formatDay } from '../../domain';
import { pathExists, readText, writeWholeFile } from '../../effects';
import { cutOffDate } from '../../engine';
import { type Ledger, openLedger, type VerificationReport, witnessPath } from '../../ledger';
import { isSoundSnapshot } from '../../register';
import { differing } from '../payout/differing';
import { notedHeadFaults } from '../privacy/noted-heads';
import { sealedRecipients } from '../recipients/sealed-recipients';
import { attempt, type Found } from './attempt';
import { checkPaymentFiles } from './check-payment-files';
import { type RunState, stateOf, unsignedRoles } from './check-state';
import { anchorProblems, firstListProblems, type SignedRun } from './signed-runs';
import type { VerifyInput } from './verify-input';

/** What the ledger said. */
export interface LedgerChecked {
  readonly counts: VerificationReport['counts'] & { readonly journalHead: string };
  readonly states: readonly RunState[];
  /** Hashes on all of its signed lists of tables; undefined where it goes by names. */
  readonly tables: readonly string[] | undefined;
}

/** Checks the ledger itself, and each run against it. */
export function verifyWithLedger(
  input: VerifyInput,
  path: string,
  { runs, signed }: { readonly runs: readonly RunContents[]; readonly signed: readonly SignedRun[] },
  { problems, notes }: Found,
): LedgerChecked {
  const ledger = openLedger(path, { readOnly: true, proves: false, checkTotals: false });
  try {
    const { faults, counts } = ledger.verify();
    problems.push(...faults);
    if (input.head !== undefined && !ledger.hasHad(input.head)) {
      problems.push(errorDetail('VERIFY_HEAD_UNKNOWN', { head: input.head }));
    }
    for (const run of runs) {
      problems.push(...(attempt(problems, () => verifyLedgerMatch(run, ledger, input.key)) ?? []));
      problems.push(...(attempt(problems, () => checkSealedRecipients(run, ledger)) ?? []));
      notes.push(...unsignedRoles(run, ledger));
      const payments = attempt(problems, () => checkPaymentFiles(run, { db: path, ledger }));
      problems.push(...(payments?.problems ?? []));
      notes.push(...(payments?.notes ?? []));
    }
    problems.push(...anchorProblems(ledger, signed), ...firstListProblems(input.firstList, ledger, signed));
    problems.push(...checkSnapshots(ledger));
    const access = attempt(problems, () => notedHeadFaults(path, ledger));
    problems.push(...(access?.problems ?? []));
    notes.push(...(access?.notes ?? []));
    if (input.journal !== undefined) problems.push(...writeJournal(input.journal, ledger));
    if (!ledger.rehearsal && counts.postings > 0 && !pathExists(witnessPath(path))) {
      notes.push(errorDetail('VERIFY_WITHOUT_POSTED', { path: witnessPath(path) }));
    }
    const states = runs.map((run) => stateOf(run, ledger));
    return { counts: { ...counts, journalHead: ledger.journalHead() }, states, tables: signedTables(ledger) };
  } finally {
    ledger.close();
  }
}

function signedTables(ledger: Ledger): readonly string[] | undefined {
  if (!ledger.requiresSignatures()) return undefined;
  return ledger.adoptedLists('tables').flatMap(({ list }) => list.files.map(({ sha256 }) => sha256));
}

/**
 * Snapshots that batches of a ledger rest on and that are no longer what was written. One that is not there has been
 * deleted by an act, or is missed where it is asked for.
 */
function checkSnapshots(ledger: Ledger): ErrorDetail[] {
  const folder = join(`${ledger.path}.d`, 'snapshots');
  return ledger
    .snapshotUses()
    .map(({ snapshot }) => join(folder, `${snapshot}.db`))
    .filter((file) => pathExists(file) && !isSoundSnapshot(file))
    .map((file) => errorDetail('SNAPSHOT_DAMAGED', { file }));
}

/**
 * Writes the acts of a ledger, one a line. A file that is there must be their beginning: one that knows more, or other
 * acts, is evidence against the ledger and is left as it is.
 *
 * @param file absolute path
 */
function writeJournal(file: string, ledger: Ledger): ErrorDetail[] {
  const rows = [...ledger.journalBodies()];
  if (pathExists(file)) {
    const kept = readText(file).split('\n').slice(0, -1);
    const sequence = kept.findIndex((row, place) => row !== rows[place]) + 1;
    if (sequence > 0) return [errorDetail('VERIFY_JOURNAL_OTHER', { path: file, sequence })];
  }
  writeWholeFile(file, rows.map((row) => `${row}\n`).join(''), 0o600);
  return [];
}

/**
 * Who may be paid in a run is what the ledger's register of recipients held when the run was made, on its cut-off date; of a
 * run from before the register there is nothing to say.
 */
function checkSealedRecipients(run: RunContents, ledger: Ledger): ErrorDetail[] {
  const { run_id: runId, identity } = run.manifest;
  const batch = ledger.batch(runId);
  if (batch === undefined) return [];
  const cutOff = formatDay(cutOffDate(identity.grant_year, identity.term));
  const register = ledger.recipientsOn(cutOff, batch.journal);
  if (register === undefined) return [];
  const path = join(run.folder, RECIPIENTS_COPY);
  const [found, meant] = [pathExists(path) ? readText(path) : '', sealedRecipients(register)];
  if (found === meant) return [];
  const rowsOf = (text: string): string[] => text.split('\n').map((row) => row.replaceAll(',', ' '));
  const what = differing(rowsOf(found), rowsOf(meant)).filter((id) => id !== '');
  return [errorDetail('VERIFY_RECIPIENTS_DIFFER', { runId, file: RECIPIENTS_COPY, recipients: what.join(', ') })];
}
