import { join } from 'node:path';
import { accessLogPath, Findings, logAccess, readRunFolder, writeTar } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { nowUtc, pathExists } from '../../effects';
import type { RunContext } from '../../explain';
import { ALL_POSTED } from '../../ledger';
import { isSoundSnapshot } from '../../register';
import { withRun } from '../explain/with-run';
import { dossierFiles } from './dossier-files';

/** What a dossier is asked for, read and checked. */
export interface DossierInput {
  readonly db: string;
  readonly runId: string;
  readonly out: string;
  readonly withSnapshot: boolean;
  readonly actor: string;
}

export interface DossierReport {
  readonly out: string;
  /** Folder of the run, of a year that of its first one. */
  readonly folder: string;
  readonly runIds: readonly string[];
  readonly files: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Empty for a draft. */
  readonly journalHead: string;
  readonly hasSnapshot: boolean;
}

/**
 * Writes one archive with everything that is needed to check a run offline. The same run gives the same bytes. The run
 * folder is checked before, and the access log is written first.
 *
 * @throws NorsktilskuddError usage DOSSIER_EXISTS, LEDGER_RUN_UNKNOWN; verification VERIFICATION_FAILED, SNAPSHOT_DAMAGED
 */
export function executeDossier(input: DossierInput): DossierReport {
  const { out, runId } = input;
  if (pathExists(out)) throw new NorsktilskuddError('usage', 'DOSSIER_EXISTS', { file: out });
  return withRun(input.db, runId, (context) => {
    // Evidence is drawn from a ledger that is whole alone.
    context.ledger.prove(ALL_POSTED);
    checkFolder(context);
    const snapshot = snapshotFor(context, input);
    const access = { kind: 'dossier', actor: input.actor, at: nowUtc(), runId, subjects: [runId] } as const;
    logAccess(accessLogPath(input.db), access);
    return write(context, input, snapshot);
  });
}

export function checkFolder(context: RunContext): void {
  const problems = new Findings();
  readRunFolder(context.folder, problems);
  if (problems.count === 0) return;
  throw new NorsktilskuddError('verification', 'VERIFICATION_FAILED', { faults: problems.count }, problems.list());
}

/** The stored extract that goes into the archive, held to its own hashes; undefined where it is pruned or stays out. */
export function snapshotFor(
  { batch }: RunContext,
  { db, withSnapshot }: Pick<DossierInput, 'db' | 'withSnapshot'>,
): string | undefined {
  const stored = join(`${db}.d`, 'snapshots', `${batch.snapshot}.db`);
  if (!withSnapshot || !pathExists(stored)) return undefined;
  if (!isSoundSnapshot(stored)) throw new NorsktilskuddError('verification', 'SNAPSHOT_DAMAGED', { file: stored });
  return stored;
}

function write(context: RunContext, { out }: DossierInput, snapshot: string | undefined): DossierReport {
  const { ledger, batch, folder, manifest } = context;
  const { rule_lock_sha256: ruleLockSha256, rehearsal } = manifest.identity;
  const { files, journalHead } = dossierFiles({ ledger, batch, folder, ruleLockSha256, rehearsal, snapshot });
  return {
    out,
    folder,
    runIds: [batch.runId],
    files: files.length,
    ...writeTar(out, files),
    journalHead,
    hasSnapshot: snapshot !== undefined,
  };
}
