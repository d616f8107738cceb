import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NorsktilskuddError } from '../../../src/domain';
import { faultPointsPassed, InjectedFault, setFaultPlan } from '../../../src/effects';
import { openSnapshot, type Snapshot, type SnapshotBlock } from '../../../src/register';
import { temporaryFolder } from '../../support/temporary-folder';
import { importFolder, writeExtract } from '../support/extract';

const extract = writeExtract();
const whole = importFolder(extract);
const wholeBytes = readFileSync(whole.path);

afterEach(() => setFaultPlan(undefined));

/** Fault points that an import passes. */
function pointsOfImport(): number {
  setFaultPlan({ action: 'fail', prefix: '', occurrence: Number.MAX_SAFE_INTEGER });
  importFolder(extract);
  return faultPointsPassed();
}

/** Imports with the n-th effect failing as on a full disk; true where the import noticed. */
function importWithFault(snapshotFolder: string, occurrence: number): boolean {
  setFaultPlan({ action: 'fail', prefix: '', occurrence });
  try {
    importFolder(extract, { snapshotFolder });
    return false;
  } catch (cause) {
    expect(cause).toBeInstanceOf(InjectedFault);
    return true;
  } finally {
    setFaultPlan(undefined);
  }
}

test('whatever fails, the snapshot is there whole or not at all, and the next import is as if nothing had happened', () => {
  const points = pointsOfImport();
  expect(points).toBeGreaterThan(30);
  const name = `${whole.snapshotId}.db`;
  for (let occurrence = 1; occurrence <= points; occurrence += 1) {
    const snapshotFolder = temporaryFolder();
    const failed = importWithFault(snapshotFolder, occurrence);
    const left = readdirSync(snapshotFolder).filter((entry) => !entry.endsWith('.part'));
    expect({ occurrence, left }).toEqual({ occurrence, left: left.length === 0 ? [] : [name] });
    if (!failed) expect(left).toEqual([name]);
    const again = importFolder(extract, { snapshotFolder });
    expect(again.stored).toBe(left.length > 0);
    expect(readFileSync(again.path).equals(wholeBytes)).toBe(true);
    expect(readdirSync(snapshotFolder)).toEqual([name]);
  }
});

/** Everything that a snapshot gives, as text; undefined where it is refused. */
function contentOf(path: string): string | undefined {
  let snapshot: Snapshot | undefined;
  try {
    snapshot = openSnapshot(path);
    snapshot.verify();
    const blocks = Array.from(snapshot.blocks(), (block) => ({ ...block, ...tablesOf(block) }));
    return JSON.stringify([snapshot.meta, blocks, [...snapshot.findings()], [...snapshot.rejects()]]);
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    expect(['SNAPSHOT_DAMAGED', 'SNAPSHOT_FORMAT']).toContain(cause.code);
    return undefined;
  } finally {
    snapshot?.close();
  }
}

function tablesOf(block: SnapshotBlock): object {
  const { persons, targetGroup, decisions, residence, trainingKommune, upperSecondary, hours } = block;
  return { persons, targetGroup, decisions, residence, trainingKommune, upperSecondary, hours };
}

test('a snapshot with a byte changed is refused, unless the byte says nothing', () => {
  const content = contentOf(whole.path);
  const path = join(temporaryFolder(), 'damaged.db');
  let refused = 0;
  const offsets = Array.from({ length: 150 }, (_, index) => Math.floor((index * wholeBytes.length) / 150));
  for (const offset of offsets) {
    const bytes = Buffer.from(wholeBytes);
    bytes.writeUInt8((bytes.readUInt8(offset) ^ 0x55) & 0xff, offset);
    writeFileSync(path, bytes);
    const damaged = contentOf(path);
    if (damaged === undefined) refused += 1;
    else expect({ offset, same: damaged === content }).toEqual({ offset, same: true });
  }
  expect(refused).toBeGreaterThan(3);
});

test('a damaged snapshot is set aside as it is, and the extract read anew', () => {
  const snapshotFolder = temporaryFolder();
  const { path, damagedPath } = importFolder(extract, { snapshotFolder });
  expect(damagedPath).toBeUndefined();
  for (const number of [1, 2]) {
    const damaged = Buffer.concat([wholeBytes.subarray(0, -9 * number), Buffer.alloc(9 * number)]);
    writeFileSync(path, damaged);
    const again = importFolder(extract, { snapshotFolder });
    const aside = path.replace(/\.db$/, `.damaged-${number}.db`);
    expect(again).toMatchObject({ stored: false, path, damagedPath: aside });
    expect(readFileSync(path).equals(wholeBytes)).toBe(true);
    expect(readFileSync(aside).equals(damaged)).toBe(true);
    expect(importFolder(extract, { snapshotFolder })).toMatchObject({ stored: true, damagedPath: undefined });
  }
});
