import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffRows, type ListRow } from '../../../src/app/lists/list-diff';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { CASE, makeApprovers, makeSignedLedger, ok } from './support';

const cwd = temporaryFolder();
const DB = ['--db', 'd.db'];
const EN = ['--lang', 'en'];
const HASH = /^[0-9a-f]{64}$/;

beforeAll(async () => {
  await makeApprovers(cwd);
  await makeSignedLedger(cwd, 'd.db');
  const rates = readFileSync(join(CASE, 'rates.csv'), 'utf8');
  writeFileSync(join(cwd, 'rates.csv'), `${rates}\n`);
  await ok(cwd, 'lists', 'propose', 'rates', '--rates', 'rates.csv', '--out', 'rates-2.json', ...DB);
});

test('a changed file stands with both fingerprints, and what is the same is not told', async () => {
  const { code, out } = await cli(cwd, ['lists', 'diff', 'rates-2.json', ...DB, ...EN]);
  expect(code).toBe(0);
  expect(out).toContain('against version 1, which is in force');
  expect(out).toMatch(/changed from +rates\.csv +[0-9a-f]{16}\nto +rates\.csv +[0-9a-f]{16}\n/);
  expect(out).not.toMatch(/added|removed/);
  expect(out).toContain('Next: norsktilskudd lists sign rates-2.json');
  expect(await ok(cwd, 'lists', 'diff', 'rates-2.json', ...DB)).toMatchObject({
    before: { version: 1, sha256: expect.stringMatching(HASH) },
    added: [],
    removed: [],
    changed: [{ before: { name: 'rates.csv' }, after: { name: 'rates.csv' } }],
  });
});

test('the list in force differs from itself in nothing, and nothing is to be done with it', async () => {
  const { out } = await cli(cwd, ['lists', 'diff', 'rates-1.json', ...DB, '--lang', 'nb']);
  expect(out).toContain('Ingen rader er forskjellige.');
  expect(out).not.toContain('lists sign');
  expect(out).not.toContain('lists adopt');
});

test('another key under a known name is a change, a person more is added, one fewer removed', async () => {
  await ok(cwd, 'keys', 'new', '--name', 'Ola Godkjenner', '--role', 'approver', '--out', 'ola2.key');
  await ok(cwd, 'keys', 'new', '--name', 'Nina Ny', '--role', 'attestant', '--out', 'nina.key');
  const persons = ['kari', 'nina', 'ola2'].flatMap((name) => ['--person', `${name}.key.person.json`]);
  await ok(cwd, 'lists', 'propose', 'approvers', ...persons, '--out', 'approvers-2.json', ...DB);
  const answer = await ok(cwd, 'lists', 'diff', 'approvers-2.json', ...DB);
  expect(answer).toMatchObject({
    added: [{ kind: 'person', name: 'Nina Ny' }],
    removed: [{ kind: 'person', name: 'Astrid Attestant' }],
    changed: [{ before: { name: 'Ola Godkjenner' }, after: { name: 'Ola Godkjenner' } }],
  });
});

test('without a ledger every row of the first list is new', async () => {
  const { out } = await cli(cwd, ['lists', 'diff', 'approvers-1.json', '--db', 'none.db', ...EN]);
  expect(out).toContain('No version is in force: every row is new.');
  expect(out.match(/^added /gm)).toHaveLength(3);
});

test('whoever signs reads what is signed, with the fingerprints of the list, its files and the own key', async () => {
  const argv = ['lists', 'sign', 'rates-2.json', '--as', 'Kari Kjører', '--key', 'kari.key'];
  const { out } = await cli(cwd, [...argv, ...EN]);
  const signed = await ok(cwd, ...argv);
  const { public_key: publicKey }: { public_key: string } = JSON.parse(
    readFileSync(join(cwd, 'kari.key.person.json'), 'utf8'),
  );
  expect(signed).toMatchObject({ public_key: publicKey, sha256: expect.stringMatching(HASH) });
  expect(out).toContain(`list ${String(signed.sha256).slice(0, 16)}, of your key ${publicKey.slice(0, 16)}`);
  expect(out).toMatch(/^rates\.csv +[0-9a-f]{16}$/m);
});

test('of two files with one name each is held against one', () => {
  const file = (name: string, hash: string): ListRow => ({ kind: 'file', name, says: '', hash });
  const [a, b, c] = [file('rates.csv', 'a'), file('rates.csv', 'b'), file('rates.csv', 'c')];
  expect(diffRows([a, b], [b, a])).toEqual({ added: [], removed: [], changed: [] });
  expect(diffRows([a, b], [c, b])).toEqual({ added: [], removed: [], changed: [{ before: a, after: c }] });
  expect(diffRows([a], [a, b, c])).toEqual({ added: [b, c], removed: [], changed: [] });
  expect(diffRows([a, b], [a])).toEqual({ added: [], removed: [b], changed: [] });
});
