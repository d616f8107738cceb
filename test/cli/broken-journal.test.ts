import { chmodSync, cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const BY_NAME = join(__dirname, '..', '..', 'fixtures', 'ledgers', 'format-1', 'by-name');
const RUN = '2018-T2-718bd2c54eba';
const EARLIER = '2018-T1-c0cb026d13ef';

const cwd = temporaryFolder();
const journal = (): Sqlite.Database => new Sqlite(join(cwd, 'norsktilskudd.db'));

/** Changes the bytes of an act past its guard, and leaves the shape as it was. */
function rewrite(from: string, to: string): void {
  const file = journal();
  const guard = file.prepare("SELECT sql FROM sqlite_master WHERE name = 'journal_never_changed'").pluck().get();
  file.exec('DROP TRIGGER journal_never_changed');
  file.prepare('UPDATE journal SET body = replace(body, ?, ?) WHERE sequence = 4').run(from, to);
  file.exec(String(guard));
  file.close();
}

beforeAll(() => {
  cpSync(BY_NAME, cwd, { recursive: true });
  const beside = join(cwd, 'norsktilskudd.db.d');
  for (const name of readdirSync(beside)) if (/\.key$|access\.db$/.test(name)) chmodSync(join(beside, name), 0o600);
});

const LOOKS: readonly (readonly string[])[] = [
  ['status'],
  ['explain', `${RUN}-1`, '--as', 'rita'],
  ['explain', '--recipient', '0104', '--as', 'rita'],
  ['preview', RUN, '--as', 'rita'],
  ['sample', RUN, '--seed', 'manifest', '--size', '1', '--as', 'rita'],
  ['export-trace', '--recipient', '0104', '--run', RUN, '--out', 'e', '--as', 'rita'],
  ['reveal', 'd846af3d6447d17a20428303affbfb39', '--run', RUN, '--purpose', 'klage', '--as', 'rita'],
  ['compare', EARLIER, RUN, '--as', 'rita'],
  ['dossier', RUN, '--out', 'd.tar', '--as', 'rita'],
  ['verify', RUN, '--db', 'norsktilskudd.db'],
  ['prune', '--dry-run', '--as', 'rita'],
  ['prune', '--retention-expired', '2099-01-01', '--as', 'rita'],
];

test.each(LOOKS)('an act that was changed is told by %s %s', async (...argv) => {
  const posted = (await cli(cwd, ['status'])).out;
  expect(posted).toContain(RUN);
  const snapshots = readdirSync(join(cwd, 'norsktilskudd.db.d', 'snapshots'));
  rewrite('"at":"2026', '"at":"2025');
  try {
    const { code, out, err } = await cli(cwd, [...argv]);
    expect([code, out, err]).toEqual([5, '', expect.stringContaining('[LEDGER_JOURNAL_BROKEN]')]);
    expect(readdirSync(join(cwd, 'norsktilskudd.db.d', 'snapshots'))).toEqual(snapshots);
  } finally {
    rewrite('"at":"2025', '"at":"2026');
  }
});
