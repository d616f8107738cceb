import { basename } from 'node:path';
import {
  checkChain,
  type FolderReport,
  type Manifest,
  type RunContents,
  tablesOf,
  verifyApprovals,
  verifyRunFolder,
} from '../../audit';
import { type ErrorDetail, errorDetail, i32, NorsktilskuddError, type PlaceRegister } from '../../domain';
import { isFolder, pathExists } from '../../effects';
import { cutOffDate } from '../../engine';
import { openLedger } from '../../ledger';
import { readGivenFile } from '../read-given-file';
import { rulesOfTables } from '../shipped-rules';
import { readTables } from '../tables/read-tables';
import { attempt, type Found } from './attempt';
import { checkPayees } from './check-payees';
import { checkPaymentFiles } from './check-payment-files';
import type { RunState } from './check-state';
import { checkProgramTables, checkTables } from './check-tables';
import { compareSql } from './compare-sql';
import { recalculate } from './recalculate';
import { recordedRegisters } from './recorded-registers';
import { firstListProblems, type SignedRun, signatureNote, signedRun, unsignedBetween } from './signed-runs';
import { uncheckedNotes } from './unchecked-notes';
import type { VerifyInput } from './verify-input';
import { type LedgerChecked, verifyWithLedger } from './verify-with-ledger';

/** What `verify` found. */
export interface Verification {
  readonly runs: readonly RunContents[];
  readonly ledger: LedgerChecked['counts'] | undefined;
  /** What the ledger says has become of each run; empty without a ledger. */
  readonly states: readonly RunState[];
  /** Persons and kommuner compared by the second calculator; undefined where it was not asked for. */
  readonly sql: { readonly compared: number } | undefined;
  readonly problems: readonly ErrorDetail[];
  readonly notes: readonly ErrorDetail[];
}

/** A run folder that could be read, and the signatures beside it. */
interface CheckedRun {
  readonly run: RunContents;
  readonly signed: SignedRun | undefined;
}

/**
 * Checks everything that was asked for; what is wrong is gathered, not thrown.
 *
 * @throws NorsktilskuddError input EXTRACT_FOLDER_MISSING; usage GIVEN_FILE_MISSING; refused LEDGER_MISSING
 */
export function runVerification(input: VerifyInput): Verification {
  requireGiven(input);
  const found: Found = { problems: checkProgramTables(), notes: [] };
  const { problems, notes } = found;
  const checked = input.folders.flatMap((folder) => checkFolder(folder, input, found));
  const runs = checked.map(({ run }) => run);
  const signed = checked.flatMap((row) => row.signed ?? []);
  problems.push(...unsignedBetween(signed));
  notes.push(...signed.flatMap(signatureNote));
  for (const [place, run] of runs.length > 1 ? runs.entries() : []) {
    const chain = attempt(problems, () => checkChain(runs[place - 1], run));
    problems.push(...(chain?.problems ?? []));
    notes.push(...(chain?.notes ?? []));
  }
  const { db } = input;
  if (db === undefined) problems.push(...firstListProblems(input.firstList, undefined, signed));
  const ledger =
    db === undefined ? undefined : attempt(problems, () => verifyWithLedger(input, db, { runs, signed }, found));
  for (const run of runs) {
    const beside = signed.find(({ runId }) => runId === run.manifest.run_id);
    const lists = beside?.folder === undefined ? undefined : beside.tables;
    const tables = attempt(problems, () => checkTables(run, ledger ? ledger.tables : lists));
    problems.push(...(tables?.problems ?? []));
    notes.push(...(tables?.notes ?? []));
  }
  calculateAgain(input, runs, found);
  notes.push(...uncheckedNotes(input, runs, signed));
  const sql = input.sql ? attempt(problems, () => compareSql(input, runs, problems)) : undefined;
  return { runs, ledger: ledger?.counts, states: ledger?.states ?? [], sql, problems, notes };
}

/** What the user named and is not there is no fault of the run: it ends as in every other command, whatever the folder holds. */
function requireGiven({ extract, db, rates, recipients, columns, tables }: VerifyInput): void {
  if (extract !== undefined && !isFolder(extract)) {
    throw new NorsktilskuddError('input', 'EXTRACT_FOLDER_MISSING', { folder: extract });
  }
  const files = [
    ...rates.map((file) => ({ file, flag: '--rates' })),
    ...(recipients === undefined ? [] : [{ file: recipients, flag: '--recipients' }]),
    ...(columns === undefined ? [] : [{ file: columns, flag: '--columns' }]),
  ];
  for (const { file, flag } of files) readGivenFile(file, flag);
  if (tables !== undefined) readTables(tables);
  if (db !== undefined && !pathExists(db)) openLedger(db, { readOnly: true }).close();
}

function checkFolder(folder: string, input: VerifyInput, { problems, notes }: Found): CheckedRun[] {
  const placesOf = (manifest: Manifest) => recordedPlaces(folder, manifest, input.tables);
  const translate = (manifest: Manifest) => translationOf(placesOf(manifest), manifest);
  // Tables that cannot be used break it off, and may have been reported before.
  const report = attempt(problems, (): FolderReport => verifyRunFolder(folder, { key: input.key, translate }));
  if (report === undefined) return [];
  const inPlace = (details: readonly ErrorDetail[]): readonly ErrorDetail[] =>
    input.folders.length > 1 ? details.map((problem) => inFolder(problem, folder)) : details;
  problems.push(...inPlace(report.problems));
  notes.push(...report.notes);
  const { contents: run } = report;
  if (run === undefined) return [];
  const payees = attempt(problems, () => checkPayees(run, placesOf(run.manifest)));
  problems.push(...inPlace(payees?.problems ?? []));
  notes.push(...(payees?.notes ?? []));
  const payments = input.db === undefined ? attempt(problems, () => checkPaymentFiles(run, undefined)) : undefined;
  problems.push(...inPlace(payments?.problems ?? []));
  notes.push(...(payments?.notes ?? []));
  const approvals = attempt(problems, () => verifyApprovals(folder));
  if (approvals === undefined) return [{ run, signed: undefined }];
  problems.push(...approvals.problems);
  return [{ run, signed: signedRun(run, approvals) }];
}

/** Calculates a run again, from the extract or from the register that was stored. */
function calculateAgain(input: VerifyInput, runs: readonly RunContents[], { problems, notes }: Found): void {
  const [only] = runs;
  const { extract } = input;
  if (extract === undefined || only === undefined) return;
  const again = attempt(problems, () => recalculate(only, { ...input, extract }));
  problems.push(...(again?.problems ?? []));
  notes.push(...(again?.notes ?? []));
}

/** Of several runs each fault says in which it is. */
function inFolder(detail: ErrorDetail, folder: string): ErrorDetail {
  const { file } = detail.params;
  if (typeof file !== 'string' || file.startsWith(folder)) return detail;
  return errorDetail(detail.code, { ...detail.params, file: `${basename(folder)}/${file}` });
}

/** The registers that a run used, where they are to be found. */
function recordedPlaces(folder: string, { identity }: Manifest, newer: string | undefined): PlaceRegister | undefined {
  const { texts, missing } = recordedRegisters(folder, tablesOf(identity), newer);
  return missing.length > 0 ? undefined : rulesOfTables(texts, [], newer).places;
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
