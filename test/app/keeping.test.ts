import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type NorsktilskuddError, openNorsktilskudd } from '../../src/app/library';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const ledger = join(folder, 'real', 'norsktilskudd.db');
const key = (name: string): string => join(folder, `${name}.key`);
const as = (name: string) => openNorsktilskudd({ ledger, actor: name, keyFile: key(name) });

test('a real ledger is made, and its list of approvers proposed, signed by two and shown, by the library alone', () => {
  const kari = as('kari');
  for (const [name, role] of [
    ['kari', 'runner'],
    ['astrid', 'attestant'],
    ['ola', 'approver'],
  ] as const) {
    kari.makeKey({ name, roles: [role], file: key(name), passphrase: '' });
  }
  const out = join(folder, 'approvers-1.json');
  const persons = ['kari', 'astrid', 'ola'].map((name) => `${key(name)}.person.json`);
  expect(kari.proposeList({ kind: 'approvers', persons, out }).list.persons.map(({ name }) => name)).toEqual([
    'kari',
    'astrid',
    'ola',
  ]);
  kari.signList(out);
  expect(as('ola').signList(out).names).toEqual(['kari', 'ola']);
  const files = openNorsktilskudd({ ledger, actor: 'kari', approversList: out }).init({ grantYear: 2018 }).files;
  expect(files.every((file) => existsSync(file))).toBe(true);
  expect(kari.lists().requiresSignatures).toBe(true);
  expect(kari.status().batches).toEqual([]);
});

test('nothing is deleted, gone on with or revealed without a name', () => {
  const nobody = openNorsktilskudd({ ledger });
  const refused = expect.objectContaining<Partial<NorsktilskuddError>>({ code: 'FLAG_MISSING' });
  for (const act of [
    () => nobody.prune(),
    () => nobody.forget({ lastGrantYear: 2010 }, { reason: 'x' }),
    () => nobody.continueLedger({ reason: 'x' }),
    () => nobody.reveal('0'.repeat(32), { runId: 'x', purpose: 'x' }),
    () => nobody.signList(join(folder, 'approvers-1.json')),
  ]) {
    expect(act).toThrow(refused);
  }
  expect(as('kari').prune({ dryRun: true }).going).toEqual([]);
  expect(as('kari').access().rows).toEqual([]);
});

test('rules are shown, compared and held to their examples', () => {
  const kari = as('kari');
  expect(kari.rulesOf(2018).components.map(({ component }) => component)).toContain('persontilskudd');
  expect(kari.compareRules(2018, 2018)).toEqual([]);
  expect(kari.checkRules().faults).toEqual([]);
});
