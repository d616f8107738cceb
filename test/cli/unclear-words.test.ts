import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const work = temporaryFolder();
writeFileSync(join(work, 'broken.json'), '{"name": "201212345603"\n');

test.each([
  ['explain', '--person', '123'],
  ['compare', '2018', '2018', '--person', '123', '--extract', 'none'],
])('what is no DUF number is told in words: %s', async (...argv) => {
  const [nb, en] = [await cli(work, [...argv, '--lang', 'nb']), await cli(work, argv)];
  expect([nb.code, en.code]).toEqual([2, 2]);
  expect(nb.err).toContain('- --person skal være et DUF-nummer: 12 siffer. [FLAG_NO_DUF_NUMBER]');
  expect(en.err).toContain('- --person must be a DUF number: 12 digits. [FLAG_NO_DUF_NUMBER]');
});

test('a file that is not JSON is told by its place, without its text and without the words of the parser', async () => {
  const { code, out, err } = await cli(work, ['scenario', 'broken.json', '--lang', 'nb', '--json']);
  expect(code).toBe(3);
  expect(err).toContain(`${join(work, 'broken.json')}:2:1: Filen er ikke JSON. [CONFIG_NOT_JSON]`);
  expect(out + err).not.toMatch(/20121234|Expected|Unexpected|JSON at/);
});
