import { type RunContents, verifyLedgerMatch } from '../../audit';
import { errorDetail } from '../../domain';
import { pathExists } from '../../effects';
import { type Ledger, openLedger, type VerificationReport, witnessPath } from '../../ledger';
import { notedHeadFaults } from '../privacy/noted-heads';
import { attempt, type Found } from './attempt';
import { checkPaymentFiles } from './check-payment-files';
import { checkSealedRecipients } from './check-sealed-recipients';
import { checkSnapshots } from './check-snapshots';
import { type RunState, stateOf, unsignedRoles } from './check-state';
import { anchorProblems, firstListProblems, type SignedRun } from './signed-runs';
import type { VerifyInput } from './verify-input';
import { writeJournal } from './write-journal';

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
