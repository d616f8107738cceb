import { basename } from 'node:path';
import { loadRules } from '../../../rules';
import { type Manifest, tablesOf } from '../../audit';
import type { RunContents } from '../../audit/verify/run-contents';
import { verifyApprovals } from '../../audit/verify/verify-approvals';
import { verifyChain } from '../../audit/verify/verify-chain';
import { verifyLedgerMatch } from '../../audit/verify/verify-ledger-match';
import { verifyRunFolder } from '../../audit/verify/verify-run-folder';
import { type ErrorDetail, i32, type PlaceRegister } from '../../domain';
import { pathExists } from '../../effects';
import { cutOffDate } from '../../engine';
import { openLedger, type VerificationReport, witnessPath } from '../../ledger';
import { checkPayees } from './check-payees';
import { compareSql } from './compare-sql';
import { recalculate } from './recalculate';
import { recordedRegisters } from './recorded-registers';
import { anchorProblems, type SignedRun, signatureNote, signedRun, unsignedBetween } from './signed-runs';
import { uncheckedNotes } from './unchecked-notes';
import type { VerifyInput } from './verify-input';
import { writeJournal } from './write-journal';

/** What `verify` found. */
export interface Verification {
  readonly runs: readonly RunContents[];
  readonly ledger: (VerificationReport['counts'] & { readonly journalHead: string }) | undefined;
  /** Persons and kommuner compared by the second calculator; undefined where it was not asked for. */
  readonly sql: { readonly compared: number } | undefined;
  readonly problems: readonly ErrorDetail[];
  readonly notes: readonly ErrorDetail[];
}

/** Checks everything that was asked for; what is wrong is gathered, not thrown. */
export function runVerification(input: VerifyInput): Verification {
  const problems: ErrorDetail[] = [];
  const notes: ErrorDetail[] = [];
  const signed: SignedRun[] = [];
  const runs = input.folders.flatMap((folder) => {
    const translate = (manifest: Manifest) => translationOf(placesOf(folder, manifest), manifest);
    const report = verifyRunFolder(folder, { key: input.key, translate });
    const payees = report.contents ? checkPayees(report.contents, placesOf(folder, report.contents.manifest)) : [];
    const found = [...report.problems, ...payees];
    problems.push(...(input.folders.length > 1 ? found.map((problem) => inFolder(problem, folder)) : found));
    notes.push(...report.notes);
    if (report.contents) signed.push(signedRun(report.contents, verifyApprovals(folder)));
    return report.contents ?? [];
  });
  for (const { problems: faults } of signed) problems.push(...faults);
  problems.push(...unsignedBetween(signed));
  notes.push(...signed.flatMap(signatureNote));
  const chain = verifyChain(runs);
  problems.push(...chain.problems);
  if (runs.length > 1) notes.push(...chain.notes);
  const ledger =
    input.db === undefined ? undefined : verifyLedger(input, input.db, { runs, signed }, { problems, notes });
  const [only] = runs;
  if (input.extract !== undefined && only !== undefined) {
    const again = recalculate(only, { ...input, extract: input.extract });
    problems.push(...again.problems);
    notes.push(...again.notes);
  }
  notes.push(...uncheckedNotes(input, runs));
  const sql = input.sql ? compareSql(input, runs, problems) : undefined;
  return { runs, ledger, sql, problems, notes };
}

/** Of several runs each fault says in which it is. */
function inFolder({ code, params }: ErrorDetail, folder: string): ErrorDetail {
  const { file } = params;
  if (typeof file !== 'string' || file.startsWith(folder)) return { code, params };
  return { code, params: { ...params, file: `${basename(folder)}/${file}` } };
}

function verifyLedger(
  input: VerifyInput,
  path: string,
  { runs, signed }: { readonly runs: readonly RunContents[]; readonly signed: readonly SignedRun[] },
  { problems, notes }: { readonly problems: ErrorDetail[]; readonly notes: ErrorDetail[] },
): Verification['ledger'] {
  const ledger = openLedger(path, { readOnly: true });
  try {
    const { faults, counts } = ledger.verify();
    problems.push(...faults);
    if (input.head !== undefined && !ledger.hasHad(input.head)) {
      problems.push({ code: 'VERIFY_HEAD_UNKNOWN', params: { head: input.head } });
    }
    for (const run of runs) problems.push(...verifyLedgerMatch(run, ledger, input.key));
    problems.push(...anchorProblems(ledger, signed));
    if (input.journal !== undefined) problems.push(...writeJournal(input.journal, ledger));
    if (!ledger.rehearsal && counts.postings > 0 && !pathExists(witnessPath(path))) {
      notes.push({ code: 'VERIFY_WITHOUT_POSTED', params: { path: witnessPath(path) } });
    }
    return { ...counts, journalHead: ledger.journalHead() };
  } finally {
    ledger.close();
  }
}

/** The registers that a run used, where they are to be found. */
function placesOf(folder: string, { identity }: Manifest): PlaceRegister | undefined {
  const { texts, missing } = recordedRegisters(folder, tablesOf(identity));
  return missing.length > 0 ? undefined : loadRules(texts).places;
}

/** Codes in force on the cut-off date of a run. */
function translationOf(
  places: PlaceRegister | undefined,
  { identity }: Manifest,
): ((recipient: number) => number) | undefined {
  if (!places) return undefined;
  const { target } = places.translationTo(cutOffDate(identity.grant_year, identity.term));
  return (recipient) => i32(target, recipient);
}
