import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discardTree, openWriter, quietly, setFaultPlan, writeWholeFile } from '../../src/effects';
import { temporaryFolder } from '../support/temporary-folder';

/* The first error is never hidden by one of tidying up after it. */
const folder = temporaryFolder();
afterEach(() => setFaultPlan(undefined));

test('an error of tidying is swallowed, and only that', () => {
  const work = (): void => {
    try {
      throw new Error('first');
    } catch (cause) {
      quietly(() => {
        throw new Error('second');
      });
      throw cause;
    }
  };
  expect(work).toThrow('first');
});

test('what cannot be thrown away stays, and nothing is thrown', () => {
  const path = join(folder, 'stays');
  writeWholeFile(path, 'x');
  setFaultPlan({ action: 'fail', prefix: 'file.remove', occurrence: 1 });
  discardTree(path);
  expect(existsSync(path)).toBe(true);
  discardTree(path);
  expect(existsSync(path)).toBe(false);
});

test('a file that cannot be written leaves no part of it', () => {
  setFaultPlan({ action: 'fail', prefix: 'file.write', occurrence: 1 });
  expect(() => writeWholeFile(join(folder, 'whole'), 'x')).toThrow('injected fault at file.write');
  expect(readdirSync(folder)).toEqual([]);
});

test('a writer is let go once: its number may be that of another file by then', () => {
  const first = openWriter(join(folder, 'first'));
  first.close();
  const second = openWriter(join(folder, 'second'));
  expect(second.descriptor).toBe(first.descriptor);
  first.abandon();
  second.write(Buffer.from('whole'));
  second.close();
  expect(readFileSync(join(folder, 'second'), 'utf8')).toBe('whole');
});
