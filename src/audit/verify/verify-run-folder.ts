import { type ErrorDetail, errorDetail } from '../../domain';
import type { Manifest } from '../manifest-schema';
import { checkAgainstTrace } from './check-against-trace';
import { checkNetting, type Translate } from './check-netting';
import { checkPayable } from './check-payable';
import { checkTreeFile, checkWithKey } from './check-roots';
import { checkConservation, checkSums } from './check-sums';
import { expectFromTrace } from './expect-from-trace';
import { openFiles } from './folder-entries';
import { Problems } from './problems';
import { readRunFolder } from './read-run-folder';
import type { RunContents } from './run-contents';
import { readTraceWords } from './trace-words';

/** What is at hand beside the folder; without it less can be checked, and the report says what. */
export interface VerifyOptions {
  /** The installation's pseudonym key: both trees are worked out again from their entries. */
  readonly key?: Uint8Array | undefined;
  /** Gives the translation to codes in force on a run's cut-off date; undefined where the run's registers are not there. */
  readonly translate?: (manifest: Manifest) => Translate | undefined;
}

/** What a verification of a folder came to. */
export interface FolderReport {
  /** undefined where the manifest cannot be read. */
  readonly contents: RunContents | undefined;
  readonly problems: readonly ErrorDetail[];
  /** All of them, also those that are only counted. */
  readonly problemCount: number;
  /** Codes of what could not be checked. */
  readonly notes: readonly ErrorDetail[];
}

/**
 * Checks a run folder against itself, without the ledger and without the extract: seal, manifest, every file, every row,
 * control totals, lines to payouts, trace to lines and held rows, postings before, conservation, and the roots of both
 * trees. Reads only; everything that is wrong is found at once.
 */
export function verifyRunFolder(folder: string, options: VerifyOptions = {}): FolderReport {
  const problems = new Problems();
  const notes: ErrorDetail[] = [];
  const contents = readRunFolder(folder, problems);
  if (contents) {
    const translate = options.translate?.(contents.manifest);
    const checks = [
      () => checkSums(contents, problems),
      () => checkPayable(contents.manifest, problems),
      () => checkNetting(contents, translate, problems),
      () => checkTrace(contents, options, problems, notes),
    ];
    for (const check of checks) doCheck(check, folder, problems);
    if (translate === undefined) notes.push(errorDetail('VERIFY_CODES_UNCHECKED', { folder }));
  }
  if (contents) notes.push(...openFiles(folder));
  return { contents, problems: problems.list(), problemCount: problems.count, notes };
}

/** A check that breaks off where something is known to be damaged is told with the rest; else it is a fault of its own. */
function doCheck(check: () => void, folder: string, problems: Problems): void {
  try {
    check();
  } catch (cause) {
    if (problems.count === 0) throw cause;
    problems.add('VERIFY_BROKE_OFF', folder, { reason: cause instanceof Error ? cause.name : '' });
  }
}

function checkTrace(contents: RunContents, options: VerifyOptions, problems: Problems, notes: ErrorDetail[]): void {
  if (contents.manifest.trace === null) problems.add('VERIFY_WITHOUT_TRACE', 'manifest.json');
  const trace = readTraceWords(contents.folder, problems);
  if (!trace) return;
  const expectations = expectFromTrace(contents, trace, problems);
  checkConservation(contents.manifest, expectations, problems);
  expectations.sizing.compare(contents, problems);
  const leaves = checkAgainstTrace(contents, expectations, trace, problems);
  checkTreeFile(contents, trace, problems);
  if (options.key) checkWithKey(contents, trace, leaves, { key: options.key, problems });
  else notes.push(errorDetail('VERIFY_WITHOUT_KEY', { keyId: contents.manifest.identity.pseudonym_key_id }));
}
