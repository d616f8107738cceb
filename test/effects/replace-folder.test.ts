import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultPointsPassed, makePartFolder, replaceFolder, setFaultPlan } from '../../src/effects';
import { temporaryFolder } from '../support/temporary-folder';

afterEach(() => setFaultPlan(undefined));

function prepared(): { parent: string; built: string; finalPath: string } {
  const parent = temporaryFolder();
  const finalPath = join(parent, 'letters');
  mkdirSync(finalPath);
  writeFileSync(join(finalPath, 'old.html'), 'old');
  const built = makePartFolder(finalPath);
  writeFileSync(join(built, 'new.html'), 'new');
  return { parent, built, finalPath };
}

test('a folder gives way to the one that was built, and nothing is left beside it', () => {
  const { parent, built, finalPath } = prepared();
  replaceFolder(built, finalPath);
  expect(readdirSync(parent)).toEqual(['letters']);
  expect(readFileSync(join(finalPath, 'new.html'), 'utf8')).toBe('new');
  expect(readdirSync(finalPath)).toEqual(['new.html']);
});

test('wherever it fails, the old or the new stands there whole', () => {
  const { built, finalPath } = prepared();
  const before = faultPointsPassed();
  replaceFolder(built, finalPath);
  const points = faultPointsPassed() - before;
  expect(points).toBeGreaterThan(2);
  for (let occurrence = 1; occurrence <= points; occurrence++) {
    const next = prepared();
    setFaultPlan({ action: 'fail', prefix: 'file.', occurrence });
    try {
      replaceFolder(next.built, next.finalPath);
    } catch (cause) {
      expect(cause).toBeInstanceOf(Error);
    }
    setFaultPlan(undefined);
    const found = readdirSync(next.finalPath).join();
    expect([occurrence, ['old.html', 'new.html'].includes(found)]).toEqual([occurrence, true]);
  }
});
