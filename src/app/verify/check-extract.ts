import { join } from 'node:path';
import { type Findings, hashOfFile, isNameWithin, type RunContents } from '../../audit';
import { pathExists } from '../../effects';

/**
 * Every file of the extract that a run read must lie in the folder, byte for byte. Looked at before anything is read, so
 * that a wrong folder is reported as such and not by what is odd in its rows.
 */
export function checkExtract(run: RunContents, folder: string, problems: Findings): void {
  const { files } = run.manifest.extract;
  const before = problems.count;
  for (const { name, sha256 } of files) {
    const path = join(folder, name);
    if (!isNameWithin(name)) problems.add('VERIFY_NAME_OUTSIDE', 'manifest.json', { name });
    else if (!pathExists(path)) problems.add('VERIFY_EXTRACT_LACKS', folder, { name });
    else problems.compare('VERIFY_EXTRACT_DIFFERS', folder, sha256, hashOfFile(path), { name });
  }
  const count = problems.count - before;
  if (count > 0) problems.add('VERIFY_EXTRACT_OTHER', folder, { count, of: files.length });
}
