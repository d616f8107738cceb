import { type ApprovalsReport, checkUnsignedBetween, Findings, type RunContents } from '../../audit';
import { type ErrorDetail, errorDetail } from '../../domain';
import { type Ledger, listHash } from '../../ledger';

/** Signatures beside a run folder. */
export interface SignedRun extends ApprovalsReport {
  readonly runId: string;
  /** Hash of the run's manifest, and of the one that it names as the batch before. */
  readonly manifestHash: string;
  readonly previousHash: string | undefined;
}

/** What is known of the signatures of a run folder. */
export function signedRun({ manifest, sha256 }: RunContents, report: ApprovalsReport): SignedRun {
  const previousHash = manifest.previous_batch?.manifest_sha256;
  return { ...report, runId: manifest.run_id, manifestHash: sha256, previousHash };
}

/** Who has signed, and the hash of the first list of approvers, to be compared with one that was kept elsewhere. */
export function signatureNote({ runId, folder, signatures, anchor, problems }: SignedRun): ErrorDetail[] {
  if (folder === undefined || problems.length > 0) return [];
  const names = signatures.map(({ role, name }) => `${name} (${role})`).join(', ');
  return [errorDetail('VERIFY_SIGNED', { runId, names, anchor })];
}

/**
 * The first list of approvers must be the one that was kept elsewhere: that of the ledger where there is one, and that on
 * which the signatures beside each run rest. Where there is none at all, nothing leads back to it.
 */
export function firstListProblems(
  kept: string | undefined,
  ledger: Pick<Ledger, 'adoptedLists'> | undefined,
  runs: readonly SignedRun[],
): ErrorDetail[] {
  if (kept === undefined) return [];
  const [first] = ledger?.adoptedLists('approvers') ?? [];
  const ofLedger = ledger === undefined ? [] : [first === undefined ? '' : listHash(first.list)];
  const found = [...ofLedger, ...runs.flatMap(({ folder, anchor }) => (folder === undefined ? [] : [anchor]))];
  return [...new Set(found.length === 0 ? [''] : found)]
    .filter((hash) => hash !== kept)
    .map((hash) => errorDetail('VERIFY_FIRST_LIST', { expected: kept, found: hash === '' ? '-' : hash }));
}

/** Runs without all signatures among those that have them: the ledger required them by then. */
export function unsignedBetween(runs: readonly SignedRun[]): ErrorDetail[] {
  const findings = new Findings();
  const inChain = runs.map(({ runId, manifestHash: sha256, previousHash: previous, complete: isComplete }) => ({
    ...{ runId, sha256, previous, isComplete },
  }));
  checkUnsignedBetween(inChain, findings);
  return findings.list();
}

/** Signatures must rest on the ledger's own first list, and be those that the ledger holds. */
export function anchorProblems(ledger: Ledger, runs: readonly SignedRun[]): ErrorDetail[] {
  const [first] = ledger.adoptedLists('approvers');
  const expected = first === undefined ? '' : listHash(first.list);
  return runs.flatMap(({ runId, folder, anchor, signatures }) => {
    const held = ledger.signaturesOf(runId).map(({ role, actor, at }) => `${role} ${actor} ${at}`);
    const found = signatures.map(({ role, name, at }) => `${role} ${name} ${at}`);
    const faults: ErrorDetail[] = [];
    if (folder !== undefined && anchor !== expected) {
      faults.push(errorDetail('APPROVAL_OTHER_ANCHOR', { runId, expected, found: anchor }));
    }
    if (folder === undefined && held.length > 0) {
      faults.push(errorDetail('APPROVAL_FOLDER_MISSING', { runId, expected: held.length }));
    } else if (held.join('\n') !== found.join('\n')) {
      faults.push(errorDetail('APPROVAL_NOT_LEDGERS', { runId, expected: held.length, found: found.length }));
    }
    return faults;
  });
}
