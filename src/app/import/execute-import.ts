import { dirname } from 'node:path';
import { openPseudonymKey, pseudonymsOf, writeRejectionFolder } from '../../audit';
import { isLink, kindOfPath, makeFolder, monotonicMilliseconds, removeTree } from '../../effects';
import { RunFolder } from '../../payout';
import {
  ExtractRejected,
  importAndOpen,
  type LoweredLimits,
  type ProgressListener,
  type Snapshot,
} from '../../register';
import { keyIdsInUse } from '../privacy/keys-in-use';
import { importOptions, leaveRejection } from '../register/open-place';
import { readRuleInputs } from '../run/rule-inputs';
import { type ImportReport, importReport } from './import-report';

/** What a user asked `import` for. Paths are absolute. */
export interface ImportInput {
  readonly extract: string;
  readonly snapshotFolder: string;
  readonly columns: string | undefined;
  readonly readingLimits: LoweredLimits;
  readonly rejectLimitPercent: number | null;
  /** Where rejected.csv and findings.csv go; undefined: nowhere, unless the extract is rejected. */
  readonly out: string | undefined;
  /** Where they go then. */
  readonly rejectedFolder: string;
  readonly pseudonymKeyFile: string;
  /** The ledger whose runs name the key. */
  readonly db: string;
  readonly onProgress: ProgressListener;
}

/**
 * Reads an extract into a stored snapshot and tells what was found.
 *
 * @throws ExtractRejected after rejected.csv and findings.csv have been written
 */
export function executeImport(input: ImportInput): ImportReport {
  const begun = monotonicMilliseconds();
  const ruleInputs = readRuleInputs([]);
  const options = importOptions(input.extract, { ...input, ruleInputs });
  try {
    const { result, snapshot } = importAndOpen(options);
    try {
      if (input.out === undefined) makeFirstKey(input);
      else writeListing(input.out, snapshot, input);
      return importReport(result, snapshot, monotonicMilliseconds() - begun, input.out);
    } finally {
      snapshot.close();
    }
  } catch (cause) {
    if (!(cause instanceof ExtractRejected)) throw cause;
    if (input.out === undefined) removeTree(input.rejectedFolder);
    throw leaveRejection(cause, input.out ?? input.rejectedFolder, pseudonyms(input));
  }
}

function writeListing(folder: string, snapshot: Snapshot, input: ImportInput): void {
  writeRejectionFolder({
    folder: RunFolder.begin(folder),
    findings: [...snapshot.findings()],
    rejected: snapshot.rejects(),
    fileNames: snapshot.fileNames,
    pseudonyms: pseudonyms(input),
  });
}

/** Whoever asks for persons by pseudonym next has a key then, and needs no run. A key that was lost is left to those who need it. */
function makeFirstKey(input: ImportInput): void {
  const file = input.pseudonymKeyFile;
  if (kindOfPath(file) === 'none' && !isLink(file) && keyIdsInUse(input.db).length === 0) pseudonyms(input);
}

function pseudonyms({ db, pseudonymKeyFile }: ImportInput): ReturnType<typeof pseudonymsOf> {
  makeFolder(dirname(pseudonymKeyFile));
  return pseudonymsOf(openPseudonymKey(pseudonymKeyFile, keyIdsInUse(db), false));
}
