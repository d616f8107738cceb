import { join } from 'node:path';
import { type Pseudonyms, writeRejectionFolder } from '../../audit';
import { removeTree } from '../../effects';
import { RunFolder } from '../../payout';
import { ExtractRejected, type Snapshot } from '../../register';
import type { Installation } from '../installation';
import { openPlace } from '../register/open-place';
import type { RuleInputs } from './rule-inputs';
import { type RunRequest, runsFolderOf } from './run-request';

/**
 * Reads the extract or takes its stored snapshot; a rejected extract leaves rejected.csv and findings.csv alone.
 *
 * @throws as openPlace
 */
export function openRegister(
  installation: Installation & { readonly snapshots: string },
  input: RunRequest,
  ruleInputs: RuleInputs,
  pseudonyms: Pseudonyms,
  forRealLedger: boolean,
): Snapshot {
  try {
    return openPlace(input.register, {
      ...input,
      ruleInputs,
      forRealLedger,
      snapshotFolder: installation.snapshots,
      columns: installation.columns,
      readingLimits: installation.readingLimits,
    });
  } catch (cause) {
    if (!(cause instanceof ExtractRejected)) throw cause;
    const folder = input.out ?? join(runsFolderOf(installation), `rejected-${input.grantYear}-T${input.term}`);
    if (input.out === undefined) removeTree(folder);
    throw leaveRejection(cause, folder, pseudonyms);
  }
}

/** Folder of stored extracts beside a ledger. */
export function snapshotFolderOf({ db }: Pick<Installation, 'db'>): string {
  return join(`${db}.d`, 'snapshots');
}

/** Writes rejected.csv and findings.csv of an extract that may not be used; the error then says where they are. */
export function leaveRejection(rejection: ExtractRejected, folder: string, pseudonyms: Pseudonyms): ExtractRejected {
  const { code, params, details, rejects, findings } = rejection;
  writeRejectionFolder({ folder: RunFolder.begin(folder), findings, rejected: rejects, fileNames: {}, pseudonyms });
  return new ExtractRejected(code, { ...params, folder }, [...details], rejects, [...findings]);
}
