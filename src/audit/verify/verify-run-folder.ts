import { type ErrorDetail, errorDetail } from '../../domain';
import { folderEntries } from '../../effects';
import { RESTRICTED_FILES } from '../../payout';
import type { Manifest } from '../run-manifest';
import { caseChecks } from '../verifier/check-cases';
import { checkAccounts, SizingCheck } from '../verifier/check-figures';
import { checkNetting, type Translate } from '../verifier/check-netting';
import { checkPayable } from '../verifier/check-payable';
import { checkPersons } from '../verifier/check-persons';
import { checkTotals } from '../verifier/check-totals';
import { TraceCheck } from '../verifier/check-trace';
import { checkRecipientTree, checkTreeFile, treeCheck } from '../verifier/check-trees';
import { Findings } from '../verifier/findings';
import { type Keys, keysOf } from '../verifier/hashes';
import { readLeaves, readTrace } from '../verifier/trace-file';
import { type RunContents, readRunFolder } from './run-contents';

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
 * Checks a run folder against itself, without the ledger and without the extract: all that bin/verify-run.cjs,
 * verify-trace.cjs and verify-figures.cjs check, by the same modules. Reads only; everything that is wrong is found at once.
 */
export function verifyRunFolder(folder: string, options: VerifyOptions = {}): FolderReport {
  const findings = new Findings();
  const notes: ErrorDetail[] = [];
  const run = readRunFolder(folder, findings);
  if (run) {
    const translate = options.translate?.(run.manifest);
    const checks = [
      () => checkTotals(run, findings),
      () => checkPayable(run.manifest, findings),
      () => checkNetting(run, translate, findings),
      () => checkAccounts(run, findings),
      () => checkTreeFile(run, findings),
      () => checkTrace(run, keysFor(run, options.key, findings, notes), findings),
    ];
    for (const check of checks) attempt(check, folder, findings);
    if (translate === undefined) notes.push(errorDetail('VERIFY_CODES_UNCHECKED', { folder }));
    notes.push(...filesLeftOpen(folder));
  }
  return { contents: run, problems: findings.list(), problemCount: findings.count, notes };
}

/** A check that breaks off where something is known to be damaged is reported with the rest; else it is a fault of its own. */
function attempt(check: () => void, folder: string, findings: Findings): void {
  try {
    check();
  } catch (cause) {
    if (findings.count === 0) throw cause;
    findings.add('VERIFY_BROKE_OFF', folder, { reason: cause instanceof Error ? cause.name : '' });
  }
}

/** The key, where it is the one that the run was made with. */
function keysFor(
  { manifest }: RunContents,
  key: Uint8Array | undefined,
  findings: Findings,
  notes: ErrorDetail[],
): Keys | undefined {
  const { pseudonym_key_id: keyId } = manifest.identity;
  const keys = key && keysOf(key, manifest.run_id);
  if (!keys) notes.push(errorDetail('VERIFY_WITHOUT_KEY', { keyId }));
  else findings.compare('VERIFY_OTHER_KEY', 'manifest.json', keyId, keys.keyId);
  return keys?.keyId === keyId ? keys : undefined;
}

function checkTrace(run: RunContents, keys: Keys | undefined, findings: Findings): void {
  const trace = readTrace(run, findings);
  if (!trace) return;
  const checks = [new TraceCheck(run, trace, findings, keys), new SizingCheck(run, findings)];
  const readers = [...checks, ...caseChecks(run, trace, findings)];
  readLeaves(run, trace, findings, keys ? [...readers, treeCheck(run, trace, keys, findings)] : readers);
  checkPersons(run, trace, findings, keys);
  if (keys) checkRecipientTree(run, trace, keys, findings);
}

/** Restricted files that others than their owner may read: no fault of what they say, but worth a word. */
function filesLeftOpen(folder: string): ErrorDetail[] {
  const open = folderEntries(folder).filter(({ name, isOpen }) => isOpen && RESTRICTED_FILES.includes(name));
  if (open.length === 0) return [];
  return [errorDetail('VERIFY_OPEN_TO_OTHERS', { folder, files: open.map(({ name }) => name).join(', ') })];
}
