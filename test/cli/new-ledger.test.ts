import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

const work = temporaryFolder();
const extract = madeExtract(join(work, 'extract'), '2018-12-31');
const RUN = ['run', '--extract', extract, '--year', '2018', '--term', '1', '--as', 'kari', '--json'];
const ID = '2018-T1-0123456789ab';

/** A folder with a real ledger, a rehearsal and a file that is neither. */
function folderOfLedgers(): string {
  const folder = join(temporaryFolder(), 'ledgers');
  mkdirSync(folder);
  for (const rehearsal of [false, true]) {
    openLedger(join(folder, rehearsal ? 'try.db' : 'real.db'), { create: { rehearsal } }).close();
  }
  writeFileSync(join(folder, 'other.db'), 'SQLite format 3 that is none');
  return folder;
}

test.each([
  [RUN],
  [['preview', ID]],
  [['approve', ID, '--as', 'ola']],
  [['attest', ID, '--as', 'ola']],
  [['explain', `${ID}-1`]],
  [['verify', ID]],
  [['status']],
  [['outcome', '--batch', ID]],
  [['outcome', '--batch', ID, '--paid', '--on', '2018-04-01', '--as', 'ola']],
  [['forget', '--last-grant-year', '2010', '--as', 'ola', '--reason', 'tiden er ute']],
  [['prune', '--as', 'ola']],
  [['lists', 'show']],
  [['compare', ID, ID]],
  [['dossier', ID, '--as', 'ola', '--out', 'd']],
  [['size', '--extract', extract, '--year', '2018']],
])('no ledger is made in passing, and the ones beside are named: %j', async (argv) => {
  const folder = folderOfLedgers();
  const { code, err } = await cli(folder, [...argv, '--db', 'raal.db', '--lang', 'en']);
  expect([code, err]).toEqual([6, expect.stringContaining('There is no ledger at')]);
  expect(err).toContain(`${join(folder, 'real.db')}, a real ledger`);
  expect(err).toContain(`${join(folder, 'try.db')}, a rehearsal`);
  expect(err).not.toContain('other.db');
  expect(existsSync(join(folder, 'raal.db'))).toBe(false);
  expect(existsSync(join(folder, 'raal.db.d'))).toBe(false);
});

test('run --new-ledger makes a real one, goes on with it, and never takes a rehearsal for it', async () => {
  const folder = folderOfLedgers();
  for (const flags of [['--new-ledger'], ['--new-ledger'], []]) {
    const { code, err } = await cli(folder, [...RUN, ...flags, '--db', 'new.db']);
    expect([code, err]).toEqual([0, expect.anything()]);
  }
  const status = await cli(folder, ['status', '--db', 'new.db', '--json']);
  expect(JSON.parse(status.out)).toMatchObject({ rehearsal: false });
  const taken = await cli(folder, [...RUN, '--new-ledger', '--db', 'try.db']);
  expect([taken.code, taken.out]).toEqual([6, expect.stringContaining('LEDGER_IS_REHEARSAL')]);
  expect((await cli(folder, [...RUN, '--rehearsal', '--db', 'new-try.db'])).code).toBe(0);
});

test.each([[[]], [['--rehearsal']]])('init makes the ledger that its settings name: %j', async (flags) => {
  const folder = temporaryFolder();
  const { code, out } = await cli(folder, ['init', 'made', '--as', 'kari', '--json', ...flags]);
  expect(code).toBe(0);
  const rehearsal = flags.length > 0;
  const ledger = join(folder, 'made', 'norsktilskudd.db');
  expect(JSON.parse(out)).toMatchObject({ ledger, rehearsal });
  const status = await cli(join(folder, 'made'), ['status', '--json']);
  expect(JSON.parse(status.out)).toMatchObject({ rehearsal, batches: [] });
  expect((await cli(folder, ['init', 'made'])).code).toBe(2);
});
