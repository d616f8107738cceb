import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for each test, removed afterwards. */
export function temporaryFolders(): (name?: string) => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return (name = 'work') => {
    const folder = mkdtempSync(join(tmpdir(), 'norsktilskudd-'));
    made.push(folder);
    return join(folder, name);
  };
}
