import { statSync } from 'node:fs';
import { join } from 'node:path';
import { holdsPersonId } from '../../../src/cli/holds-person-id';
import { openDatabase } from '../../../src/effects';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const folder = temporaryFolder();

test.each(['201212345603', 'klage fra 201212 345603', '27828300100', '278283 00100', 'x:201212345603.'])(
  'a person id is seen in a text: %s',
  (text) => {
    expect(holdsPersonId(text)).toBe(true);
  },
);
test.each([
  'feil konto 12345678903',
  'klage 18/123',
  '2018-T1-201212345603',
  '2018-T1-201212345603ab-17',
  'sak 2018/1234567890',
  '',
])('other numbers pass: %s', (text) => {
  expect(holdsPersonId(text)).toBe(false);
});

test.each([
  [['approve', '2018-T1-0123456789ab', '--as', 'ola', '--reason', 'se 201212345603']],
  [['forget', '--last-grant-year', '2018', '--as', 'ola', '--reason', '201212345603']],
  [['prune', '--as', 'ola', '--reason', '201212345603']],
  [['reveal', 'a'.repeat(32), '--run', 'x', '--as', 'ola', '--purpose', '201212345603']],
  [['attest', '2018-T1-0123456789ab', '--as', '201212345603']],
])('no command takes a person id into a text that stays for ever: %j', async (argv) => {
  const { code, err, out } = await cli(folder, argv);
  expect(code).toBe(2);
  expect(err).toContain('FLAG_HOLDS_ID');
  expect(err + out).not.toContain('201212345603');
});

test.each(['kari\n', 'ka\u200bri', 'kari\u001b[2J'])(
  'a name with characters that cannot be seen is refused: %j',
  async (name) => {
    const { code, err } = await cli(folder, ['attest', '2018-T1-0123456789ab', '--as', name]);
    expect([code, err.includes('FLAG_CONTROL_CHARACTERS'), err.includes(name)]).toEqual([2, true, false]);
  },
);

test.each(['durable', 'build'] as const)('a new database can be read by its owner alone: %s', (mode) => {
  const path = join(folder, `${mode}.db`);
  openDatabase(path, { mode }).close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each([
  ['explain', '--recipient', '201212345603', '--as', 'kari'],
  ['explain', '--batch', '201212345603'],
  ['hours', '--year', '201212345603'],
  ['explain', '--format', '27828300100'],
  ['explain', '--recipient', '278283 00100', '--as', 'kari'],
])('an id that was typed in the wrong place is not told: %j', async (...argv) => {
  for (const how of [[], ['--json']]) {
    const { code, err, out } = await cli(folder, [...argv, ...how]);
    expect(code).toBe(2);
    expect(err + out).not.toContain(argv[2]);
  }
});
