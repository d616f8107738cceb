import {
  type CarriedBalance,
  type CaseAct,
  type Day,
  type Finding,
  type PlaceRegister,
  paymentKey,
  type RecipientCode,
  type RunResult,
} from '../domain';
import {
  CASES_BEFORE_FILE,
  casesBeforeText,
  type FinishedFolder,
  FROZEN_BEFORE_FILE,
  frozenBeforeText,
  type PostedBefore,
  type RecipientDetails,
  type RejectedRow,
  type RunFolder,
  writeBalancesBefore,
  writeFindings,
  writeHeld,
  writeHoursBasis,
  writeParameters,
  writePayoutLines,
  writePayouts,
  writeRejected,
  writeSizing,
} from '../payout';
import { buildManifest, type ManifestContext, manifestText } from './manifest';
import type { Pseudonyms } from './pseudonym';
import { runIdOf } from './run-id';

/** A result and what stands around it; the folder is begun and its trace files are closed. */
export interface RunFolderInput {
  readonly folder: RunFolder;
  /** Has been reported every posting that the run started from. */
  readonly postedBefore: PostedBefore;
  readonly balancesBefore: readonly CarriedBalance[];
  /** Acts of cases that the run started from. */
  readonly casesBefore: readonly CaseAct[];
  readonly result: RunResult;
  /** Findings of other rooms (the register's); those of the result are added. */
  readonly findings: readonly Finding[];
  /** In the order of file and line. */
  readonly rejected: Iterable<RejectedRow>;
  /** Rows with at least one reason. */
  readonly rejectedRows: number;
  /** Names of the extract's files by English table name. */
  readonly fileNames: Readonly<Record<string, string>>;
  readonly pseudonyms: Pseudonyms;
  readonly places: PlaceRegister;
  /** Last day of the term. */
  readonly cutOff: Day;
  /** By recipient code, the rows valid on the cut-off date. */
  readonly recipients?: ReadonlyMap<RecipientCode, RecipientDetails> | undefined;
  /** The file that they were read from, as it was given. */
  readonly recipientsFile?: Uint8Array | undefined;
  readonly manifest: ManifestContext;
}

/** The recipients file that a run read, byte for byte: with it the run can be calculated again. */
export const RECIPIENTS_COPY = 'recipients.csv';

/** A run folder that stands under its name. */
export interface WrittenRun extends FinishedFolder {
  readonly runId: string;
}

/**
 * Writes every table of a run (data contract 4), then manifest and seal, and gives the folder its name. On a fault the
 * folder is removed.
 */
export function writeRunFolder(input: RunFolderInput): WrittenRun {
  const { folder } = input;
  try {
    const runId = runIdOf(input.manifest.identity);
    const findings = [...input.findings, ...input.result.findings];
    writeMoney(input, runId);
    writeBasis(input);
    writeFindings(folder.createFile('findings.csv'), findings, input.pseudonyms.of, input.fileNames);
    writeRejected(folder.createFile('rejected.csv'), input.rejected);
    if (input.recipientsFile) folder.addFile(RECIPIENTS_COPY, input.recipientsFile, null);
    const written = { findings, rejectedRows: input.rejectedRows };
    const manifest = buildManifest(input.manifest, input.result, written, folder.files);
    return { runId, ...folder.finish(manifestText(manifest)) };
  } catch (cause) {
    folder.abandon();
    throw cause;
  }
}

/**
 * Writes the folder of a run that stopped before anything was calculated: what was rejected and found, and no manifest
 * (data contract 1).
 */
export function writeRejectionFolder(
  input: Pick<RunFolderInput, 'folder' | 'findings' | 'rejected' | 'fileNames' | 'pseudonyms'>,
): void {
  const { folder } = input;
  try {
    writeFindings(folder.createFile('findings.csv'), input.findings, input.pseudonyms.of, input.fileNames);
    writeRejected(folder.createFile('rejected.csv'), input.rejected);
    folder.finishUnsealed();
  } catch (cause) {
    folder.abandon();
    throw cause;
  }
}

function writeMoney(input: RunFolderInput, runId: string): void {
  const { folder, result } = input;
  const { grantYear, term, supplementNumber, rehearsal } = input.manifest.identity;
  writePayoutLines(folder.createFile('payout_lines.csv'), runId, term, result.lines);
  writePayouts(
    folder.createFile('payouts.csv'),
    {
      runId,
      term,
      cutOff: input.cutOff,
      places: input.places,
      recipients: input.recipients,
      paymentRef: (recipient, group) => paymentKey({ grantYear, term, supplementNumber, recipient, group, rehearsal }),
    },
    result.payouts,
  );
  writeHeld(folder.createFile('held.csv'), result.held);
}

function writeBasis(input: RunFolderInput): void {
  const { folder, result } = input;
  const { grantYear, asOf, rates, assumptions, limits, format } = input.manifest.identity;
  writeSizing(folder.createFile('sizing.csv'), grantYear, asOf, result.sizing);
  writeHoursBasis(folder.createFile('hours_basis.csv'), grantYear, asOf, result.hoursBasis);
  input.postedBefore.close();
  writeBalancesBefore(folder.createFile('balances_before.csv'), input.balancesBefore);
  const { casesBefore } = input;
  const cases = casesBeforeText(casesBefore, input.pseudonyms.of);
  if (cases !== '') folder.addFile(CASES_BEFORE_FILE, cases, casesBefore.length);
  const { frozen = [] } = input.manifest.posted;
  if (frozen.length > 0) folder.addFile(FROZEN_BEFORE_FILE, frozenBeforeText(frozen), frozen.length);
  const { ratesUsed, assumptionsUsed, limitsUsed } = result;
  const parameters = { rates, ratesUsed, assumptions, assumptionsUsed, limits, limitsUsed, format };
  writeParameters(folder.createFile('parameters.csv'), parameters);
}
