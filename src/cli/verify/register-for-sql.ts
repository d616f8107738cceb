import { dirname, join } from 'node:path';
import { Problems } from '../../audit/verify/problems';
import type { RunContents } from '../../audit/verify/run-contents';
import type { ErrorDetail } from '../../domain';
import { makeWorkFolder, pathExists, removeTree } from '../../effects';
import { openSnapshot, type Snapshot } from '../../register';
import { checkExtract } from './check-extract';
import { readRecordedExtract } from './read-recorded-extract';
import { recordedReading } from './recorded-inputs';
import { recordedRules } from './recorded-rules';
import type { VerifyInput } from './verify-input';

/**
 * Opens the register that a run read, lets it be used and closes it: the stored snapshot beside the ledger, the runs or
 * in the dossier, else the extract that was given. Where there is none, that is a problem.
 */
export function withRegister(
  input: VerifyInput,
  run: RunContents,
  problems: ErrorDetail[],
  use: (register: Snapshot) => void,
): void {
  const { snapshot_id: snapshot } = run.manifest.identity;
  const above = dirname(dirname(run.folder));
  const folders = [join(above, 'snapshots'), join(above, 'snapshot'), ...(input.db ? [`${input.db}.d/snapshots`] : [])];
  const stored = folders.map((folder) => join(folder, `${snapshot}.db`)).find((path) => pathExists(path));
  if (stored !== undefined) useStored(stored, snapshot, problems, use);
  else if (input.extract !== undefined) useExtract({ ...input, extract: input.extract }, run, problems, use);
  else problems.push({ code: 'VERIFY_SQL_NEEDS_SNAPSHOT', params: { snapshot, folders: folders.join(', ') } });
}

function useStored(path: string, expected: string, problems: ErrorDetail[], use: (register: Snapshot) => void): void {
  const register = openSnapshot(path);
  try {
    const { snapshotId: found } = register;
    if (found === expected) use(register);
    else problems.push({ code: 'VERIFY_SNAPSHOT_OTHER', params: { file: path, expected, found } });
  } finally {
    register.close();
  }
}

/** Reads the extract as the run read it; what is wrong with it is told by the calculation again. */
function useExtract(
  input: VerifyInput & { readonly extract: string },
  run: RunContents,
  problems: ErrorDetail[],
  use: (register: Snapshot) => void,
): void {
  const { snapshot_id: snapshot } = run.manifest.identity;
  const found = new Problems();
  checkExtract(run, input.extract, found);
  const { ruleInputs } = recordedRules(run, [], found);
  const reading = recordedReading(run, input, found);
  const work = makeWorkFolder('verify');
  try {
    const register = found.count > 0 ? undefined : readRecordedExtract(ruleInputs, reading, input.extract, work);
    try {
      if (register?.snapshotId === snapshot) use(register);
      else problems.push({ code: 'VERIFY_SQL_NEEDS_SNAPSHOT', params: { snapshot, folders: input.extract } });
    } finally {
      register?.close();
    }
  } finally {
    removeTree(work);
  }
}
