import { join } from 'node:path';
import { type Pseudonyms, writeRejectionFolder } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { pathExists, removeTree } from '../../effects';
import { RunFolder } from '../../payout';
import { ExtractRejected, type ImportOptions, importAndOpen, openSnapshot, type Snapshot } from '../../register';
import { readColumns } from '../import/read-columns';
import type { RuleInputs } from './rule-inputs';
import type { RunInput } from './run-input';

/**
 * Reads the extract or takes its stored snapshot; a rejected extract leaves rejected.csv and findings.csv alone.
 *
 * @throws NorsktilskuddError kind `usage`: SNAPSHOT_UNKNOWN; kind `refused`: SNAPSHOT_OTHER_REGISTERS
 * @throws ExtractRejected
 */
export function openRegister(input: RunInput, ruleInputs: RuleInputs, pseudonyms: Pseudonyms): Snapshot {
  const registerHash = registerHashOf(ruleInputs);
  if ('snapshotId' in input.register) return openStored(input.register.snapshotId, input.snapshotFolder, registerHash);
  try {
    const options: ImportOptions = {
      folder: input.register.extract,
      snapshotFolder: input.snapshotFolder,
      places: ruleInputs.rules.places,
      registerHash,
      rejectLimitPercent: input.rejectLimitPercent,
      ...(input.onProgress === undefined ? {} : { onProgress: input.onProgress }),
    };
    if (input.columns === undefined) return importAndOpen(options).snapshot;
    const columnMapping = readColumns(input.columns);
    return importAndOpen({ ...options, columnMapping }).snapshot;
  } catch (cause) {
    if (!(cause instanceof ExtractRejected)) throw cause;
    const folder = input.out ?? join(input.runsFolder, `rejected-${input.grantYear}-T${input.term}`);
    if (input.out === undefined) removeTree(folder);
    throw leaveRejection(cause, folder, pseudonyms);
  }
}

/** Writes rejected.csv and findings.csv of an extract that may not be used; the error then says where they are. */
export function leaveRejection(rejection: ExtractRejected, folder: string, pseudonyms: Pseudonyms): ExtractRejected {
  const { code, params, details, rejects, findings } = rejection;
  writeRejectionFolder({ folder: RunFolder.begin(folder), findings, rejected: rejects, fileNames: {}, pseudonyms });
  return new ExtractRejected(code, { ...params, folder }, [...details], rejects, [...findings]);
}

/** Hash of the kommune and fylke registers: a code is checked against them when an extract is read. */
export function registerHashOf(ruleInputs: RuleInputs): string {
  return ruleInputs.registers.map((file) => file.sha256).join(' ');
}

/** The stored snapshot of that id, read with the same kommune registers. */
export function openStored(snapshotId: string, snapshotFolder: string, registerHash: string): Snapshot {
  const path = join(snapshotFolder, `${snapshotId}.db`);
  if (!/^[0-9a-f]+$/.test(snapshotId) || !pathExists(path))
    throw new NorsktilskuddError('usage', 'SNAPSHOT_UNKNOWN', { snapshot: snapshotId, folder: snapshotFolder });
  const snapshot = openSnapshot(path);
  if (snapshot.meta.registerHash === registerHash) return snapshot;
  snapshot.close();
  throw new NorsktilskuddError('refused', 'SNAPSHOT_OTHER_REGISTERS', { snapshot: snapshotId });
}
