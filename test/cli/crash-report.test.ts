import { readFileSync, statSync } from 'node:fs';
import { maskIds } from '../../src/cli/crash-report';
import { setFaultPlan } from '../../src/effects';
import { cli, temporaryWorkFolder } from './support';

const folder = temporaryWorkFolder();
afterEach(() => setFaultPlan(undefined));

test('ids of 11 and 12 digits are masked, longer and shorter numbers are not', () => {
  expect(maskIds('person 201212345603, born 01817600189, line 1234567890, hash 1234567890123')).toBe(
    'person ************, born ***********, line 1234567890, hash 1234567890123',
  );
});

test('a fault of the program shows no stack, names a debug file that only its owner can read, and ends with 1', async () => {
  setFaultPlan({ action: 'fail', prefix: 'file.mkdir', occurrence: 1 });
  const result = await cli(folder, ['init', '201212345603']);
  const file = /debug file (\S+)/.exec(result.err)?.[1] ?? '';
  expect(result.code).toBe(1);
  expect(result.err).toBe(
    `The program itself failed (InjectedFault). Nothing half-done was kept.\nWhat to do: send the debug file ${file} to those who maintain the program.\n`,
  );
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('injected fault at file.mkdir');
  expect(text).toContain('command init ************');
  expect(text).not.toContain('201212345603');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
