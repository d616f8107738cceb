import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsPersonId } from '../../../src/domain';
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
  [['keys', 'new', '--name', 'Kari 201212345603', '--role', 'runner', '--out', 'k.key']],
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
  ['hours', '--year', '201212345603/1'],
  ['hours', '--year', 'sak 1/201212345603'],
])('an id that was typed in the wrong place is not told: %j', async (...argv) => {
  for (const how of [[], ['--json']]) {
    const { code, err, out } = await cli(folder, [...argv, ...how]);
    expect([2, 6]).toContain(code);
    expect(err + out).not.toContain(argv[2]);
    expect(err + out).not.toContain('201212345603');
  }
});

test('the path of what is not there is told without the id in it, that of what is there as it is', async () => {
  const there = join(folder, '201212345603');
  mkdirSync(there);
  const { err } = await cli(folder, ['verify', join(there, '201212345611')]);
  expect(err).toContain(`There is no folder ${there}/************.`);
  const masked = await cli(folder, ['verify', '201212345611']);
  expect([masked.code, masked.err.includes('201212345611')]).toEqual([2, false]);
});

test.each([
  ['attest', '2018-T1-0123456789ab', '--as', ' \t'],
  ['prune', '--as', '  ', '--dry-run'],
  ['keys', 'new', '--name', '  ', '--role', 'runner', '--out', 'k.key'],
  ['keys', 'new', '--name', 'Kari', '--out', 'k.key'],
])('blanks are no name, and a key is for a role: %j', async (...argv) => {
  const { code, err } = await cli(folder, argv);
  expect([code, err.includes('FLAG_MISSING')]).toEqual([2, true]);
  expect(existsSync(join(folder, 'k.key'))).toBe(false);
});

test('a rate whose source or note holds an id of a person is rejected, and the id is not told', async () => {
  const file = join(folder, 'rates-with-id.csv');
  writeFileSync(
    file,
    'key,grant_year,rate_class,value,status,source,note\ngrunntilskudd,2018,low,1,illustrative,klage 209812 340007,\ngrunntilskudd,2018,high,1,illustrative,x,2098-1234-0007\n',
  );
  const { code, err, out } = await cli(folder, ['rules', 'list', '--rates', file, '--year', '2018']);
  const again = await cli(folder, ['size', '--extract', 'x', '--year', '2018', '--rates', file]);
  expect([code, again.code]).toContain(3);
  expect(err + again.err).toContain('TEXT_HOLDS_ID');
  expect(err + out + again.err + again.out).not.toMatch(/340007|0007/);
});

test('the path of a run folder stays for ever, so it holds no id', async () => {
  const argv = [
    'run',
    '--extract',
    'x',
    '--year',
    '2018',
    '--term',
    '1',
    '--as',
    'kari',
    '--out',
    'klage 209812 340007',
  ];
  const { code, err } = await cli(folder, [...argv, '--rehearsal']);
  expect([code, err.includes('FLAG_HOLDS_ID'), err.includes('340007')]).toEqual([2, true, false]);
});
