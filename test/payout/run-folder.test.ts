import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFaultPlan } from '../../src/effects';
import { RESTRICTED_MODE, RunFolder } from '../../src/payout';
import { temporaryFolder } from '../support/temporary-folder';

afterEach(() => setFaultPlan(undefined));

function build(path: string, text = 'a,b\n1,2\n'): ReturnType<RunFolder['finish']> {
  const folder = RunFolder.begin(path);
  try {
    const trace = folder.createFile('trace.bin');
    folder.addFile('lines.csv', text, 1, RESTRICTED_MODE);
    trace.bytes(Buffer.from([0, 255]));
    trace.text('æ');
    trace.close(null);
    return folder.finish('{}\n');
  } catch (cause) {
    folder.abandon();
    throw cause;
  }
}

test('files, manifest and seal appear under the name, with their hashes', () => {
  const path = join(temporaryFolder(), 'work');
  const result = build(path);
  expect(readdirSync(path)).toEqual(['lines.csv', 'manifest.json', 'manifest.sha256', 'trace.bin']);
  const sha256 = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(path, name)))
      .digest('hex');
  expect(result.files).toEqual([
    { name: 'lines.csv', bytes: 8, rows: 1, sha256: sha256('lines.csv') },
    { name: 'trace.bin', bytes: 4, rows: null, sha256: sha256('trace.bin') },
  ]);
  expect(result.alreadyThere).toBe(false);
  expect(readFileSync(join(path, 'manifest.sha256'), 'utf8')).toBe(`${sha256('manifest.json')}  manifest.json\n`);
  expect(statSync(join(path, 'lines.csv')).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, 'trace.bin')).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(path))).toEqual(['work']);
});

test('an empty folder may be given', () => {
  const path = join(temporaryFolder(), 'work');
  mkdirSync(path);
  build(path);
  expect(readdirSync(path)).toHaveLength(4);
});

test('the same result again is left as it was; another is refused and nothing changes', () => {
  const path = join(temporaryFolder(), 'work');
  build(path);
  expect(build(path).alreadyThere).toBe(true);
  const folder = RunFolder.begin(path);
  expect(() => folder.finish('{"other":1}\n')).toThrow(
    expect.objectContaining({ code: 'RUN_FOLDER_DIFFERS', exitCode: 6 }),
  );
  expect(readFileSync(join(path, 'manifest.json'), 'utf8')).toBe('{}\n');
  expect(readdirSync(dirname(path))).toEqual(['work']);
});

test('a folder with other files is refused at once', () => {
  const path = join(temporaryFolder(), 'work');
  mkdirSync(path);
  writeFileSync(join(path, 'mine.txt'), 'keep');
  expect(() => RunFolder.begin(path)).toThrow(expect.objectContaining({ code: 'RUN_FOLDER_NOT_EMPTY', exitCode: 2 }));
  expect(readdirSync(path)).toEqual(['mine.txt']);
});

test('what a dead process left behind is cleared away', () => {
  const path = join(temporaryFolder(), 'work');
  mkdirSync(`${path}.999999999.part`);
  build(path);
  expect(readdirSync(dirname(path))).toEqual(['work']);
});

test('a fault at any point leaves no folder at all', () => {
  for (let occurrence = 1; ; occurrence += 1) {
    const path = join(temporaryFolder(), 'work');
    setFaultPlan({ action: 'fail', prefix: '', occurrence });
    try {
      build(path);
      setFaultPlan(undefined);
      expect(occurrence).toBeGreaterThan(12);
      return;
    } catch {
      setFaultPlan(undefined);
      // The flush of the parent's names comes after the rename: then the whole folder stands there.
      if (existsSync(path)) expect(readdirSync(path)).toHaveLength(4);
      else expect(existsSync(dirname(path)) ? readdirSync(dirname(path)) : []).toEqual([]);
    }
  }
});
