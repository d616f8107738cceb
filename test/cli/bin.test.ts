import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';

/** The installed program as a user calls it; `npm test` builds it first. */
const BIN = join(__dirname, '../../bin/norsktilskudd');
const folder = temporaryFolder();

test('it runs from any folder', () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  const result = spawnSync(BIN, ['--version'], { cwd: folder, encoding: 'utf8' });
  expect(result).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('without a build it says what to do', () => {
  mkdirSync(join(folder, 'bin'));
  const copy = join(folder, 'bin', 'norsktilskudd');
  copyFileSync(BIN, copy);
  const result = spawnSync(process.execPath, [copy, 'status'], { encoding: 'utf8' });
  expect(result.status).toBe(1);
  expect(result.stderr).toBe(
    `norsktilskudd is not built: ${join(folder, 'dist/start.js')} does not exist.\nWhat to do: run \`npm ci\` (or \`npm run build\`) in ${folder}.\n`,
  );
});

test('Ctrl-C ends with 130 and leaves nothing half-written', async () => {
  const work = join(folder, 'interrupted');
  mkdirSync(work);
  const argv = ['generate', '--year', '2018', '--persons', '1000000', '--out', 'extracts'];
  const child = spawn(BIN, argv, { cwd: work, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
  });
  const begun = setInterval(() => {
    if (readdirSync(work).length > 0) {
      clearInterval(begun);
      child.kill('SIGINT');
    }
  }, 20);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(begun);
  expect({ status, said, left: readdirSync(work) }).toEqual({
    status: 130,
    said: 'Interrupted: nothing was kept.\n',
    left: [],
  });
}, 20_000);

test('a calculation is stopped in the middle, too, with a word in the language and no file left half-written', async () => {
  const work = join(folder, 'stopped');
  const extract = madeExtract(join(work, 'extract'), '2018-12-31');
  const rates = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');
  const argv = ['run', '--extract', extract, '--year', '2018', '--term', '4', '--rates', rates, '--as', 'kari'];
  const env = { ...process.env, TMPDIR: join(work, 'tmp'), NORSKTILSKUDD_LANG: 'nb' };
  const child = spawn(BIN, [...argv, '--rehearsal', '--db', 'l.db'], {
    cwd: work,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
  });
  const begun = setInterval(() => {
    if (!existsSync(join(work, 'l.db.d'))) return;
    clearInterval(begun);
    child.kill('SIGTERM');
  }, 5);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(begun);
  expect({ status, said }).toEqual({ status: 130, said: 'Avbrutt: ingenting er lagret.\n' });
  const left = readdirSync(work, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => /\.part|-journal$|runs\//.test(name))).toEqual([]);
}, 20_000);
