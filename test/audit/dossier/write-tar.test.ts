import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTar } from '../../../src/audit/dossier/write-tar';
import { temporaryFolder } from '../../support/temporary-folder';

const LONG = `${'folder-of-a-long-name/'.repeat(6)}file.txt`;

test('any tar lists and unpacks it: names, modes, no owner, no time, whatever the order given', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'first.tar');
  writeFileSync(join(folder, 'stored'), Buffer.alloc(1500, 'x'));
  const files = [
    { name: 'b.txt', content: { path: join(folder, 'stored') }, mode: 0o600 },
    { name: LONG, content: Buffer.from('long'), mode: 0o644 },
    { name: 'a.txt', content: Buffer.alloc(512), mode: 0o644 },
  ];
  const { bytes, sha256 } = writeTar(path, files);
  const archive = readFileSync(path);
  expect({ bytes, sha256 }).toEqual({
    bytes: archive.length,
    sha256: createHash('sha256').update(archive).digest('hex'),
  });
  const listed = execFileSync('tar', ['--utc', '--numeric-owner', '-tvf', path], { encoding: 'utf8' });
  expect(listed.replaceAll(/ +/g, ' ').trimEnd().split('\n')).toEqual([
    '-rw-r--r-- 0/0 512 1970-01-01 00:00 a.txt',
    '-rw------- 0/0 1500 1970-01-01 00:00 b.txt',
    `-rw-r--r-- 0/0 4 1970-01-01 00:00 ${LONG}`,
  ]);
  execFileSync('tar', ['-xf', path, '-C', folder]);
  expect(readFileSync(join(folder, 'b.txt'))).toEqual(Buffer.alloc(1500, 'x'));
  expect(readFileSync(join(folder, LONG), 'utf8')).toBe('long');
  expect(writeTar(join(folder, 'again.tar'), [...files].reverse())).toEqual({ bytes, sha256 });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each([
  ['a/ø.txt', 'is not plain ASCII'],
  [`${'x'.repeat(120)}.txt`, 'is too long'],
])('a name that a plain archive cannot hold is refused: %s', (name, words) => {
  const files = [{ name, content: Buffer.alloc(0), mode: 0o644 }];
  expect(() => writeTar(join(temporaryFolder(), 'none.tar'), files)).toThrow(words);
});
