import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { writeExtracts } from '../../../src/app/generate/write-extracts';
import { loadShippedRules } from '../../../src/app/shipped-rules';
import { answer, change, command, copyTree } from '../../audit/verify/two-terms';
import { temporaryFolder } from '../../support/temporary-folder';

const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const RUN = z.object({ run_id: z.string(), out: z.string() });
const META = z.object({ json: z.string(), hashes: z.instanceof(Buffer) });

const work = temporaryFolder();
const snapshotsOf = (db: string): string => join(work, `${db}.d`, 'snapshots');
let extract = '';
let folder = '';

/** The one snapshot beside a ledger, and what it says of itself. */
function snapshotOf(db: string): { path: string; json: string; hashes: Buffer } {
  const path = join(snapshotsOf(db), readdirSync(snapshotsOf(db))[0] ?? '');
  const file = new Sqlite(path, { readonly: true });
  const meta = META.parse(file.prepare('SELECT json, hashes FROM meta').get());
  file.close();
  return { path, ...meta };
}

/**
 * Somebody who can write beside the ledger puts another register in place of the stored one before the run: it says that
 * it was read from the same files, and all its own hashes hold.
 */
beforeAll(async () => {
  const { places } = loadShippedRules().places;
  const register = { persons: 60, seed: 11, errors: 0, year: 2018, snapshots: 1, places };
  [extract = ''] = writeExtracts(join(work, 'extracts'), register);
  const other = join(work, 'other');
  copyTree(extract, other);
  change(other, 'persons.csv', (text) => text.replaceAll(/,(SYR|SOM|ERI|AFG),/g, ',USA,'));
  await answer(work, 'import', '--extract', extract, '--db', 'honest.db');
  await answer(work, 'import', '--extract', other, '--db', 'forged.db');
  const [honest, forged] = [snapshotOf('honest.db'), snapshotOf('forged.db')];
  const { snapshotId, files } = JSON.parse(honest.json);
  const json = JSON.stringify({ ...JSON.parse(forged.json), snapshotId, files });
  const seal = createHash('sha256').update(json).update(forged.hashes).digest();
  const file = new Sqlite(forged.path);
  file.prepare('UPDATE meta SET json = ?, seal = ?').run(json, seal);
  file.close();
  mkdirSync(snapshotsOf('ledger.db'), { recursive: true });
  copyFileSync(forged.path, join(snapshotsOf('ledger.db'), `${snapshotId}.db`));
  const what = ['--extract', extract, '--year', '2018', '--term', '1', '--rates', RATES, '--rehearsal'];
  const run = RUN.parse(await answer(work, 'run', ...what, '--db', 'ledger.db', '--as', 'kari'));
  folder = run.out;
}, 60_000);

const told = (out: string): Set<string | undefined> =>
  new Set([...out.matchAll(/"code":"(VERIFY_\w+)"/g)].map((match) => match[1]));

test('what agrees with a forged register is not found without the extract', async () => {
  const { code } = await command(work, 'verify', folder, '--db', 'ledger.db', '--draft', '--sql');
  expect(code).toBe(0);
});

test('with the extract both calculations find it: neither trusts what is stored', async () => {
  const { code, out } = await command(work, 'verify', folder, '--db', 'ledger.db', '--extract', extract, '--sql');
  expect(code).toBe(5);
  expect(told(out).has('VERIFY_RECALCULATION_DIFFERS')).toBe(true);
  expect(told(out).has('VERIFY_SQL_DIFFERS')).toBe(true);
}, 60_000);
