import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { cli } from './support';

/*
 * What stands in place of a file and is none: nobody waits for it, nothing is said to be the program's own fault, and the
 * path is named.
 */
const work = temporaryFolder();
const path = (name: string): string => join(work, name);
let socket: Server;

beforeAll(async () => {
  execFileSync('mkfifo', [path('fifo')]);
  symlinkSync(path('loop'), path('loop'));
  mkdirSync(path('folder'));
  writeFileSync(path('file.txt'), 'file\n');
  writeFileSync(path('huge'), '');
  truncateSync(path('huge'), 3 * 2 ** 30);
  socket = createServer().listen(path('socket'));
  await new Promise((listening) => socket.once('listening', listening));
  madeExtract(path('extract'), '2018-12-31');
});
afterAll(() => void socket.close());

const REGISTER = ['--extract', 'extract', '--year', '2018'];
const RUN = ['run', ...REGISTER, '--term', '1', '--as', 'kari', '--rehearsal'];
/** Flags that name a file, with a command that reads it. */
const GIVEN: readonly (readonly [flag: string, argv: readonly string[]])[] = [
  ['--config', ['status']],
  ['--rates', RUN],
  ['--recipients', RUN],
  ['--columns', ['doctor', '--extract', 'extract']],
  ['--key', RUN],
  ['--pseudonym-key-file', RUN],
  ['--approvers', RUN],
  ['--db', ['status']],
  ['--db', RUN],
  ['--postings', ['open-ledger', '--as', 'kari', '--db', 'o.db']],
];

const LONG = 'a'.repeat(300);
const CASES: readonly (readonly [name: string, code: number, message: string])[] = [
  ['fifo', 3, 'NOT_A_REGULAR_FILE'],
  ['socket', 3, 'NOT_A_REGULAR_FILE'],
  ['/dev/null', 3, 'NOT_A_REGULAR_FILE'],
  ['/dev/tty', 3, 'NOT_A_REGULAR_FILE'],
  ['loop', 3, 'LINKS_IN_CIRCLE'],
  [LONG, 2, 'NAME_TOO_LONG'],
  ['folder', 2, 'GIVEN_FILE_IS_FOLDER'],
  ['file.txt/x', 2, 'PATH_IS_FILE'],
];

describe.each(GIVEN)('%s of %j', (flag, argv) => {
  test.each(CASES)('%s: exit %i', async (name, code, message) => {
    const told = await cli(work, [...argv, flag, name]);
    expect({ code: told.code, out: told.out }).toEqual({ code, out: '' });
    expect(told.err).toContain(`[${message}]`);
    expect(told.err).toContain(name.startsWith('/') ? name : path(name));
  });
});

test.each(['persons.csv', 'hours.csv', 'extract.json'])(
  'a pipe or a circle in place of %s of an extract',
  async (file) => {
    for (const [name, message] of [
      ['fifo', 'NOT_A_REGULAR_FILE'],
      ['loop', 'LINKS_IN_CIRCLE'],
    ] as const) {
      const extract = path(`${name}-${file}`);
      madeExtract(extract, '2018-12-31');
      execFileSync('rm', ['-f', join(extract, file)]);
      symlinkSync(path(name), join(extract, file));
      const { code, err } = await cli(work, ['doctor', '--extract', extract]);
      expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining(`[${message}]`) });
      expect(err).toContain(join(extract, file));
    }
  },
);

test.each(['--config', '--rates', '--recipients'])('a file of 3 GiB is too large for %s', async (flag) => {
  const { code, err } = await cli(work, [...(flag === '--config' ? ['status'] : RUN), flag, 'huge']);
  expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining(`${path('huge')} is larger than`) });
});
