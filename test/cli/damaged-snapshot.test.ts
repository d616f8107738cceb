import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { CASE, ok, runIdOfTerm, runTerm } from './approval/support';
import { cli } from './support';

const cwd = temporaryFolder();
const FOLDER = join(cwd, 'l.db.d', 'snapshots');
let runId = '';
let file = '';
let sound = Buffer.alloc(0);

beforeAll(async () => {
  runId = await runIdOfTerm(cwd, 'l.db', '2019-T3');
  file = join(FOLDER, readdirSync(FOLDER).find((name) => name.endsWith('.db')) ?? '');
  sound = readFileSync(file);
}, 60_000);
beforeEach(() => writeFileSync(file, sound));

/** A bit of the register's rows flipped, the first page spoilt, the tail cut off, another file in its place, nothing. */
const DAMAGES: readonly (readonly [string, () => void])[] = [
  ['a bit in the middle', () => flip(Math.floor(sound.length / 2))],
  ['a bit near the end', () => flip(sound.length - 700)],
  ['a bit in the first page', () => flip(16)],
  ['the tail cut off', () => truncateSync(file, Math.floor(sound.length / 2))],
  ['another file', () => writeFileSync(file, 'no database')],
  ['an empty file', () => writeFileSync(file, '')],
];

function flip(at: number): void {
  const bytes = Buffer.from(sound);
  // Not every byte of the file means something: a run of them is sure to.
  for (let place = at; place < at + 600; place += 1) bytes[place] = (bytes[place] ?? 0) ^ 0x10;
  writeFileSync(file, bytes);
}

test.each(DAMAGES)(
  '%s: told by verify, by what reads it alone, and imported anew where the extract is at hand',
  async (_what, damage) => {
    damage();
    const verified = await cli(cwd, ['verify', runId, '--draft', '--db', 'l.db']);
    expect([verified.code, verified.err]).toEqual([5, expect.stringContaining('SNAPSHOT_DAMAGED')]);
    expect(verified.err).not.toMatch(/Remove the file/);
    const dossier = await cli(cwd, ['dossier', runId, '--out', 'd.tar', '--as', 'rita', '--db', 'l.db']);
    expect([dossier.code, existsSync(join(cwd, 'd.tar'))]).toEqual([5, false]);
    const id = file.slice(FOLDER.length + 1, -'.db'.length);
    const what = ['--year', '2019', '--term', '3', '--as-of', '2019-09-30', '--rehearsal', '--as', 'kari'];
    const stored = await cli(cwd, ['run', '--snapshot', id, ...what, '--db', 'l.db']);
    expect([stored.code, stored.err]).toEqual([5, expect.stringContaining('SNAPSHOT_DAMAGED')]);
    const again = await runTerm(cwd, 'l.db', '2019-T3');
    expect([again.code, JSON.parse(again.out)]).toMatchObject([0, { run_id: runId }]);
    expect(again.err).toMatch(/\.damaged-\d+\.db.*\[SNAPSHOT_SET_ASIDE\]/);
    await ok(cwd, 'verify', runId, '--draft', '--db', 'l.db');
  },
);

test.each([['size'], ['hours'], ['statistics'], ['advice'], ['impact'], ['compare', '2019', '2019']])(
  '%s says that it put a damaged snapshot aside and read the extract anew',
  async (...argv) => {
    flip(Math.floor(sound.length / 2));
    const hasRates = !['hours', 'statistics'].includes(argv[0] ?? '');
    const rates = hasRates ? ['--rates', join(CASE, 'rates.csv')] : [];
    const what = ['--extract', join(CASE, '2019-T3', 'extract'), ...rates];
    const year = argv.length > 1 ? [] : ['--year', '2019'];
    const { code, err } = await cli(cwd, [...argv, ...what, ...year, '--as-of', '2019-09-30', '--db', 'l.db']);
    expect([code, err]).toEqual([0, expect.stringMatching(/\.damaged-\d+\.db.*\[SNAPSHOT_SET_ASIDE\]/)]);
  },
);
