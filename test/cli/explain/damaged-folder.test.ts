import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const FIXTURE = join(__dirname, '..', '..', '..', 'fixtures', 'ledgers', 'format-1', 'rehearsal');
const RUN = '2018-T1-fa7efd32c9c1';

/** A copy of the ledger with one file of a run changed. */
function damaged(file: string, change: (bytes: Buffer) => Buffer): string {
  const work = temporaryFolder();
  cpSync(FIXTURE, work, { recursive: true });
  chmodSync(join(work, 'norsktilskudd.db.d', 'pseudonym.key'), 0o600);
  const path = join(work, 'norsktilskudd.db.d', 'runs', RUN, file);
  writeFileSync(path, change(readFileSync(path)));
  return work;
}

const WHOLE = join(FIXTURE, 'norsktilskudd.db.d', 'runs', RUN, 'payout_lines.csv');
const row = readFileSync(WHOLE, 'utf8').split('\n')[1]?.split(',') ?? [];
const [line = '', recipient = ''] = [row[0], row[7]];

const DOORS: readonly [door: string, argv: readonly string[]][] = [
  ['explain a line', ['explain', line]],
  ['explain a recipient', ['explain', '--recipient', recipient, '--run', RUN]],
  ['why a recipient got nothing', ['explain', '--recipient', recipient, '--why-not', '--run', RUN]],
  ['verify', ['verify', RUN, '--sql']],
  ['preview', ['preview', RUN]],
];

/** A byte flipped in the middle. */
const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  const place = copy.length >> 1;
  copy[place] = (copy[place] ?? 0) ^ 8;
  return copy;
};

const DAMAGE: readonly [what: string, file: string, change: (bytes: Buffer) => Buffer, doors: readonly string[]][] = [
  [
    'a row longer than any',
    'payout_lines.csv',
    (bytes) => Buffer.concat([bytes.subarray(0, 400), Buffer.alloc(1_200_000, 80), bytes.subarray(400)]),
    ['explain a recipient', 'verify', 'preview'],
  ],
  [
    'no rows',
    'payout_lines.csv',
    () => Buffer.alloc(0),
    ['explain a line', 'explain a recipient', 'verify', 'preview'],
  ],
  [
    'a quote that never ends',
    'payout_lines.csv',
    (bytes) => Buffer.from(bytes.toString('latin1').replace(',2018,', ',"2018,'), 'latin1'),
    ['explain a recipient', 'verify', 'preview'],
  ],
  [
    'a trace cut off',
    'trace.bin',
    (bytes) => bytes.subarray(0, bytes.length - 6),
    ['why a recipient got nothing', 'verify', 'preview'],
  ],
  ['a flipped bit of the trace', 'trace.bin', flipped, ['why a recipient got nothing', 'verify', 'preview']],
  ['a flipped bit of the index', 'trace.index', flipped, ['why a recipient got nothing', 'verify', 'preview']],
  [
    'a manifest that is no JSON',
    'manifest.json',
    (bytes) => Buffer.concat([bytes, bytes]),
    DOORS.map(([door]) => door),
  ],
  ['a manifest of brackets', 'manifest.json', () => Buffer.alloc(100_000, '['), DOORS.map(([door]) => door)],
];

test.each(DAMAGE)(
  '%s (%s) is told by every door that reads it, soon and with exit code 5',
  async (_what, file, change, doors) => {
    const work = damaged(file, change);
    for (const [door, argv] of DOORS.filter(([name]) => doors.includes(name))) {
      const began = Date.now();
      const { code, err } = await cli(work, [...argv, '--db', 'norsktilskudd.db']);
      expect([door, code, err]).toEqual([door, 5, expect.not.stringContaining('The program itself failed')]);
      expect(Date.now() - began).toBeLessThan(20_000);
    }
  },
  60_000,
);

test('what was found before is told though a later check breaks off', async () => {
  const work = damaged('trace.index', flipped);
  const extract = join(__dirname, '..', '..', '..', 'fixtures', 'cases', '010-y2018', '2018-T1', 'extract');
  const { code, err } = await cli(work, ['verify', RUN, '--db', 'norsktilskudd.db', '--extract', extract]);
  expect([code, err]).toEqual([5, expect.stringContaining('VERIFY_TRACE_WORD')]);
});
