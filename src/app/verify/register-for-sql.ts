import { join } from 'node:path';
import { Findings, type RunContents } from '../../audit';
import { type ErrorDetail, errorDetail } from '../../domain';
import { discardTree, makeWorkFolder, pathExists } from '../../effects';
import { openSnapshot, type Snapshot } from '../../register';
import { shelfBeside } from '../privacy/known-protection';
import { checkExtract } from './check-extract';
import { snapshotFolders } from './earlier-reading';
import { readRecordedExtract } from './read-recorded-extract';
import { recordedReading } from './recorded-inputs';
import { recordedRules } from './recorded-rules';
import type { VerifyInput } from './verify-input';

/**
 * Opens the register that a run read, lets it be used and closes it: the extract where it is given, so that nothing that
 * is stored is trusted; else the stored snapshot beside the ledger, the runs or in the dossier. Where there is none, that
 * is a problem. What is wrong with an extract the calculation again tells.
 */
export function withRegister(
  input: VerifyInput,
  run: RunContents,
  problems: ErrorDetail[],
  use: (register: Snapshot) => void,
): void {
  const shelf = input.db === undefined ? undefined : shelfBeside(input.db);
  try {
    useRegister(input, run, problems, (register) => use(shelf?.protect(register) ?? register));
  } finally {
    shelf?.close();
  }
}

function useRegister(
  input: VerifyInput,
  run: RunContents,
  problems: ErrorDetail[],
  use: (register: Snapshot) => void,
): void {
  const { extract } = input;
  if (extract !== undefined && useExtract({ ...input, extract }, run, use)) return;
  const { snapshot_id: snapshot } = run.manifest.identity;
  const folders = snapshotFolders(run, input.db);
  const isId = /^[0-9a-f]{64}$/.test(snapshot);
  const stored = folders
    .filter(() => isId)
    .map((folder) => join(folder, `${snapshot}.db`))
    .find((path) => pathExists(path));
  const looked = [...(extract === undefined ? [] : [extract]), ...folders].join(', ');
  if (stored !== undefined) useStored(stored, snapshot, problems, use);
  else problems.push(errorDetail('VERIFY_SQL_NEEDS_SNAPSHOT', { snapshot, folders: looked }));
}

function useStored(path: string, expected: string, problems: ErrorDetail[], use: (register: Snapshot) => void): void {
  const register = openSnapshot(path);
  try {
    const { snapshotId: found } = register;
    if (found === expected) use(register);
    else problems.push(errorDetail('VERIFY_SNAPSHOT_OTHER', { file: path, expected, found }));
  } finally {
    register.close();
  }
}

/** Reads the extract as the run read it; false where it is not the one that the run read. */
function useExtract(
  input: VerifyInput & { readonly extract: string },
  run: RunContents,
  use: (register: Snapshot) => void,
): boolean {
  const found = new Findings();
  checkExtract(run, input.extract, found);
  const { ruleInputs } = recordedRules(run, [], found, input.tables);
  const reading = recordedReading(run, input, found);
  if (found.count > 0) return false;
  const work = makeWorkFolder('verify');
  try {
    const register = readRecordedExtract(ruleInputs, reading, input.extract, work);
    try {
      const isSame = register.snapshotId === run.manifest.identity.snapshot_id;
      if (isSame) use(register);
      return isSame;
    } finally {
      register.close();
    }
  } finally {
    discardTree(work);
  }
}
