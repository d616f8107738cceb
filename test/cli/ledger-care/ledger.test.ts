import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../../src/ledger';
import { KARI, postRun } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok } from '../approval/support';
import { cli } from '../support';

const FIXTURES = join(__dirname, '../../../fixtures/ledgers');
const LEDGER = ['--db', 'l.db'];
/** Where a file of SQLite says its format. */
const USER_VERSION_AT = 60;

/** A real ledger with one posted term, and a backup of it. */
async function withBackup(): Promise<string> {
  const cwd = temporaryFolder();
  const ledger = openLedger(join(cwd, 'l.db'), { create: { rehearsal: false, by: KARI } });
  postRun(ledger, { lines: [{ recipient: '1507', due: 31_900 }] });
  ledger.close();
  await ok(cwd, 'ledger', 'backup', '--out', 'b1.db', ...LEDGER);
  return cwd;
}

function postNext(cwd: string): void {
  const ledger = openLedger(join(cwd, 'l.db'));
  postRun(ledger, { term: 2, lines: [{ recipient: '1507', due: 26_900, posted: 31_900 }] });
  ledger.close();
}

const restore = (cwd: string, file: string) => cli(cwd, ['ledger', 'restore', file, ...LEDGER]);

test('a backup is a whole copy with both heads, its balances netted again; nothing is written over', async () => {
  const cwd = await withBackup();
  postNext(cwd);
  const check = await ok(cwd, 'ledger', 'backup', '--out', 'copies/b2.db', ...LEDGER);
  const status = await ok(cwd, 'status', ...LEDGER);
  expect(check).toMatchObject({
    posting_head: status.posting_head,
    journal_head: status.journal_head,
    rebuilt: { batches: 2, payments: 1, carried: -5000, differences: [] },
    faults: [],
  });
  expect(readFileSync(join(cwd, 'copies/b2.db'))).toEqual(readFileSync(join(cwd, 'l.db')));
  const again = await cli(cwd, ['ledger', 'backup', '--out', 'copies/b2.db', ...LEDGER]);
  expect([again.code, again.err]).toEqual([6, expect.stringContaining('LEDGER_COPY_EXISTS')]);
  const told = (await cli(cwd, ['ledger', 'check', 'copies/b2.db', '--lang', 'nb'])).out.replaceAll('\u00a0', ' ');
  expect(told).toContain('Motregnet på nytt fra posteringene: 2 bunker, 1 betaling, overført −5 000 kr.\nAlt stemmer.');
}, 60_000);

test('a backup older than what is known beside the ledger is refused, and what is missing is named', async () => {
  const cwd = await withBackup();
  postNext(cwd);
  const before = readFileSync(join(cwd, 'l.db'));
  const { code, err } = await restore(cwd, 'b1.db');
  expect(code).toBe(6);
  for (const what of ['LEDGER_RESTORE_OLDER', 'LEDGER_POSTING_LOST', '2018-T2-', 'LEDGER_RESTORE_ACTS_LOST']) {
    expect(err).toContain(what);
  }
  expect(readFileSync(join(cwd, 'l.db'))).toEqual(before);
  // The note beside it knows, when the ledger itself cannot be read any more, and when it is gone.
  writeFileSync(join(cwd, 'l.db'), 'rubbish');
  expect((await restore(cwd, 'b1.db')).err).toContain('LEDGER_POSTING_LOST');
  rmSync(join(cwd, 'l.db'));
  expect((await restore(cwd, 'b1.db')).err).toContain('LEDGER_POSTING_LOST');
}, 60_000);

test('the newest backup takes the place of a damaged ledger, which is kept', async () => {
  const cwd = await withBackup();
  writeFileSync(join(cwd, 'l.db'), 'rubbish');
  writeFileSync(join(cwd, 'l.db-journal'), 'begun');
  const restored = await ok(cwd, 'ledger', 'restore', 'b1.db', ...LEDGER);
  expect(restored).toMatchObject({ faults: [], replaced: join(cwd, 'l.db.replaced-1') });
  expect(readFileSync(join(cwd, 'l.db.replaced-1'), 'utf8')).toBe('rubbish');
  expect(existsSync(join(cwd, 'l.db-journal'))).toBe(false);
  postNext(cwd);
  await ok(cwd, 'verify', '--db', 'l.db').catch(() => undefined);
  expect((await ok(cwd, 'ledger', 'check', 'l.db')).rebuilt).toMatchObject({ carried: -5000 });
}, 60_000);

test('what a call that was killed left behind is used again or cleared, and nothing is kept twice', async () => {
  const cwd = await withBackup();
  writeFileSync(join(cwd, 'l.db'), 'rubbish');
  linkSync(join(cwd, 'l.db'), join(cwd, 'l.db.replaced-1'));
  for (const name of ['l.db', 'b2.db']) writeFileSync(join(cwd, `${name}.999999999.part`), 'half a copy');
  const { replaced } = await ok(cwd, 'ledger', 'restore', 'b1.db', ...LEDGER);
  await ok(cwd, 'ledger', 'backup', '--out', 'b2.db', ...LEDGER);
  expect(replaced).toBe(join(cwd, 'l.db.replaced-1'));
  expect(readdirSync(cwd).sort()).toEqual(['b1.db', 'b2.db', 'l.db', 'l.db.d', 'l.db.replaced-1']);
  // Another file under that name is another's.
  writeFileSync(join(cwd, 'l.db'), 'rubbish once more');
  expect(await ok(cwd, 'ledger', 'restore', 'b1.db', ...LEDGER)).toMatchObject({
    replaced: join(cwd, 'l.db.replaced-2'),
  });
}, 60_000);

test('a ledger of a newer program is not taken for a damaged one', async () => {
  const cwd = await withBackup();
  const bytes = readFileSync(join(cwd, 'l.db'));
  bytes.writeUInt32BE(99, USER_VERSION_AT);
  writeFileSync(join(cwd, 'l.db'), bytes);
  const { code, err } = await restore(cwd, 'b1.db');
  expect([code, err]).toEqual([6, expect.stringContaining('LEDGER_NEWER_FORMAT')]);
  expect(readFileSync(join(cwd, 'l.db'))).toEqual(bytes);
}, 60_000);

test('a copy that was changed is damaged, and is not put back', async () => {
  const cwd = await withBackup();
  const bytes = readFileSync(join(cwd, 'b1.db'));
  const place = bytes.indexOf('Ola Godkjenner');
  bytes[place] = 'E'.charCodeAt(0);
  writeFileSync(join(cwd, 'b1.db'), bytes);
  expect((await cli(cwd, ['ledger', 'check', 'b1.db'])).code).toBe(5);
  const before = readFileSync(join(cwd, 'l.db'));
  const { code, err } = await restore(cwd, 'b1.db');
  expect([code, err]).toEqual([5, expect.stringContaining('LEDGER_RESTORE_DAMAGED')]);
  expect(readFileSync(join(cwd, 'l.db'))).toEqual(before);
}, 60_000);

test('a rehearsal does not take the place of a real ledger', async () => {
  const cwd = await withBackup();
  const rehearsal = openLedger(join(cwd, 'r.db'), { create: { rehearsal: true, by: KARI } });
  rehearsal.close();
  copyFileSync(join(cwd, 'r.db'), join(cwd, 'copy.db'));
  const { code, err } = await restore(cwd, 'copy.db');
  expect([code, err]).toEqual([6, expect.stringContaining('LEDGER_RESTORE_OTHER_KIND')]);
}, 60_000);

const OLDER = ['format-1', 'format-2'].flatMap((format) =>
  readdirSync(join(FIXTURES, format)).map((name) => `${format}/${name}`),
);

test.each(OLDER)('a ledger of an earlier version is checked: %s', async (name) => {
  const cwd = temporaryFolder();
  copyFileSync(join(FIXTURES, name, 'norsktilskudd.db'), join(cwd, 'old.db'));
  const { faults, rebuilt } = await ok(cwd, 'ledger', 'check', 'old.db');
  expect({ faults, rebuilt }).toMatchObject({ faults: [], rebuilt: { differences: [] } });
});
