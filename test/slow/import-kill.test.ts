import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSnapshot } from '../../src/register';
import { writeExtract } from '../register/support/extract';
import { temporaryFolder } from '../support/temporary-folder';

/** The installed program; `npm test` builds it. */
const BIN = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const FAULT_PLAN = join(__dirname, '..', 'support', 'fault-plan.cjs');
const folder = temporaryFolder();
const extract = writeExtract();
writeFileSync(join(folder, 'pseudonym.key'), `${'5a'.repeat(32)}\n`, { mode: 0o600 });

function importOnce(db: string, fault: string): { status: number | null; signal: string | null } {
  const argv = ['import', '--extract', extract, '--db', db, '--pseudonym-key-file', 'pseudonym.key', '--json'];
  const { status, signal } = spawnSync(process.execPath, ['-r', FAULT_PLAN, BIN, ...argv], {
    cwd: folder,
    env: { ...process.env, FAULT_PLAN: fault },
  });
  return { status, signal };
}

function snapshotsOf(db: string): string[] {
  const path = join(folder, `${db}.d`, 'snapshots');
  return existsSync(path) ? readdirSync(path) : [];
}

/** Every so many points are tried: that each of them may fail is tested without processes (import-faults). */
const STEP = 4;

test('killed at any point, an import leaves the old state or the new one', () => {
  expect(importOnce('whole.db', '')).toEqual({ status: 0, signal: null });
  const [name = ''] = snapshotsOf('whole.db');
  const bytes = readFileSync(join(folder, 'whole.db.d', 'snapshots', name));
  let killed = 0;
  for (let occurrence = 1; ; occurrence += STEP) {
    const db = `killed-${occurrence}.db`;
    const { signal } = importOnce(db, `kill:${occurrence}`);
    if (signal === null) break;
    killed += 1;
    expect(signal).toBe('SIGKILL');
    const left = snapshotsOf(db).filter((entry) => !entry.endsWith('.part'));
    expect([[], [name]]).toContainEqual(left);
    expect(importOnce(db, '')).toEqual({ status: 0, signal: null });
    expect(snapshotsOf(db)).toEqual([name]);
    expect(readFileSync(join(folder, `${db}.d`, 'snapshots', name)).equals(bytes)).toBe(true);
  }
  expect(killed).toBeGreaterThan(10);
  openSnapshot(join(folder, 'whole.db.d', 'snapshots', name)).verify();
});
