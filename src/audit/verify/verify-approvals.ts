import { join } from 'node:path';
import type { ErrorDetail } from '../../domain';
import { readBytes } from '../../effects';
import { MANIFEST_FILE } from '../../payout';
import { DISK, manifestOf } from '../run-manifest';
import { approvalFolderOf, readApproval } from '../verifier/approval-index';
import { checkSigners, hasAllRoles } from '../verifier/check-signers';
import { Findings } from '../verifier/findings';
import { sha256 } from '../verifier/hashes';
import { listHash } from '../verifier/signed-lists';

/** What stands beside a run folder about who signed it. */
export interface ApprovalsReport {
  /** undefined where nobody has signed. */
  readonly folder: string | undefined;
  readonly signatures: readonly { readonly role: string; readonly name: string; readonly at: string }[];
  /** True when runner, attestant and approver have all signed. */
  readonly complete: boolean;
  /** Hash of the first list of approvers: compare it with the one that the ledger was made with. */
  readonly anchor: string;
  /** Hashes on the signed lists of tables. */
  readonly tables: readonly string[];
  readonly problems: readonly ErrorDetail[];
}

/** Checks the signatures beside a run folder without the ledger, by the modules of bin/verify-approval.cjs. */
export function verifyApprovals(runFolder: string): ApprovalsReport {
  const bytes = readBytes(join(runFolder, MANIFEST_FILE));
  const run = { files: DISK, folder: runFolder, manifest: manifestOf(bytes.toString('utf8')), sha256: sha256(bytes) };
  const findings = new Findings();
  const approval = readApproval(run, findings);
  const lists = approval && checkSigners(run, approval, findings);
  const [first] = lists?.approvers ?? [];
  const signatures = approval?.index.signatures ?? [];
  return {
    folder: DISK.entry(approvalFolderOf(run)) ? approvalFolderOf(run) : undefined,
    signatures: signatures.map(({ role, name, at }) => ({ role, name, at })),
    complete: hasAllRoles(signatures),
    anchor: first ? listHash(first) : '',
    tables: lists?.tables.flatMap(({ files }) => files.map((file) => file.sha256)) ?? [],
    problems: findings.list(),
  };
}
