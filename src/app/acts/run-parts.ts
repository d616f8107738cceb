import { dirname, join } from 'node:path';
import { isFolder, listFolder } from '../../effects';
import { type Ledger, mayGo, type RunPart } from '../../ledger';
import type { Installation } from '../installation';

/** What goes of a run, with the paths of all of it. */
export interface GoingRun {
  readonly part: RunPart;
  readonly runId: string;
  readonly paths: readonly string[];
}

/** Which names beside a run's folder are of a part; with the folder goes all that lies beside it, but the signatures. */
const NAMES: Readonly<Record<RunPart, (name: string, runId: string) => boolean>> = {
  runs: (name, runId) => name === runId || (name.startsWith(`${runId}.`) && name !== `${runId}.approval`),
  letters: (name, runId) => name.startsWith(`${runId}.letters`),
  reports: (name, runId) => name.startsWith(`${runId}.report`),
};

/**
 * Parts of runs whose time is over. The signatures stay: they name no person of the register, and tell an older copy of the
 * ledger from the newest.
 */
export function goingRuns(
  ledger: Ledger,
  { db, runsFolder }: Pick<Installation, 'db' | 'runsFolder'>,
  parts: readonly RunPart[],
  retentionExpired: string | undefined,
): GoingRun[] {
  const usual = runsFolder ?? join(`${db}.d`, 'runs');
  return ledger.runFolderUses().flatMap((use) => {
    const runId = use.runs[0]?.runId ?? '';
    if (!mayGo(use, retentionExpired)) return [];
    const folders = [...new Set([dirname(use.folder), usual])].filter(isFolder);
    const beside = folders.flatMap((folder) => listFolder(folder).map((name) => ({ name, path: join(folder, name) })));
    // With the folder go letters and reports, too.
    const wanted = parts.includes('runs') ? (['runs'] as const) : parts;
    return wanted.flatMap((part) => {
      const paths = beside.filter(({ name }) => NAMES[part](name, runId)).map(({ path }) => path);
      return paths.length === 0 ? [] : [{ part, runId, paths }];
    });
  });
}
