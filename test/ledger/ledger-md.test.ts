import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableStatements } from '../../src/ledger/schema/schema';
import { temporaryFolder } from '../support/temporary-folder';
import { describeExample, makeExample } from './example-ledger';

const folder = temporaryFolder();
const text = readFileSync(join(__dirname, '../../src/ledger/LEDGER.md'), 'utf8');

test('the worked example of LEDGER.md is what the program writes', () => {
  const path = join(folder, 'example.db');
  makeExample(path);
  const shown = /## A worked example\n[\s\S]*?```text\n([\s\S]*?)\n```/.exec(text)?.[1];
  expect(shown).toBe(describeExample(path));
});

test('LEDGER.md tells of every table', () => {
  const missing = tableStatements().filter(({ name }) => !text.includes(`\`${name}\``));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
