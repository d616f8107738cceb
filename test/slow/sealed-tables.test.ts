import { spawnSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';

const PROGRAM = join(__dirname, '..', '..');
const CASE = join(PROGRAM, 'fixtures', 'cases', '010-y2018');
const RUN = z.object({ run_id: z.string(), out: z.string() });

/** A copy of the installed program whose tables can be changed; what nothing writes to is linked, file by file, where it can be. */
function installedProgram(): string {
  const folder = temporaryFolder();
  for (const name of ['bin', 'dist', 'package.json', 'src']) linkOrCopy(join(PROGRAM, name), join(folder, name));
  cpSync(join(PROGRAM, 'rules'), join(folder, 'rules'), { recursive: true });
  symlinkSync(join(PROGRAM, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** A second name for each file: the program finds itself by the folder that it was started from. */
function linkOrCopy(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    mkdirSync(to);
    for (const name of readdirSync(from)) linkOrCopy(join(from, name), join(to, name));
    return;
  }
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to); // The temporary folder may stand on another disk.
  }
}

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function call(program: string, cwd: string, ...argv: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(program, 'bin', 'norsktilskudd'), ...argv, '--lang', 'en'],
    { cwd, encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr };
}

/** The same by the program that stands here, whose tables are whole, in this process. */
async function callHere(cwd: string, ...argv: readonly string[]): Promise<Said> {
  return cli(cwd, [...argv, '--lang', 'en']);
}

function changeTable(program: string, name: string, edit: (text: string) => string): void {
  const path = join(program, 'rules', 'data', name);
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`nothing was changed in ${name}`);
  writeFileSync(path, after);
}

/** Changes that nobody may make unseen: a rate, a status, a region, a kommune, an assumption, and an added comment. */
const CHANGES: readonly [what: string, name: string, edit: (text: string) => string][] = [
  ['a shipped rate', 'rates.csv', (text) => text.replace('62300', '82300')],
  ['assumed turned into verified', 'rates.csv', (text) => text.replace(',assumed,', ',verified,')],
  ['an assumption that is verified now', 'assumptions.csv', (text) => text.replace(',assumed,', ',verified,')],
  ['a region', 'regions.csv', (text) => text.replace(/,high$/m, ',low')],
  ['a kommune', 'kommuner.csv', (text) => text.replace(/^0301,Oslo/m, '0301,Osla')],
  ['a fylke', 'fylker.csv', (text) => text.replace('Oslo', 'Osla')],
];

function terms(work: string): string {
  cpSync(join(CASE, '2018-T1', 'extract'), join(work, 'e1'), { recursive: true });
  cpSync(join(CASE, 'rates.csv'), join(work, 'rates.csv'));
  return 'e1';
}

const run = (...more: readonly string[]): string[] => [
  'run',
  '--extract',
  'e1',
  '--year',
  '2018',
  '--term',
  '1',
  '--as',
  'kari',
  '--db',
  'l.db',
  '--json',
  ...more,
];

test.each(CHANGES)(
  '%s: rules check, a real run and every other command tell of it',
  (_what, name, edit) => {
    const program = installedProgram();
    const work = temporaryFolder();
    terms(work);
    changeTable(program, name, edit);
    // Somebody who knows the lock changes that, too.
    const lock = join(program, 'rules', 'rules.lock.json');
    writeFileSync(
      lock,
      readFileSync(lock, 'utf8').replace(new RegExp(`("${name}": ")[0-9a-f]{64}`), `$1${'0'.repeat(64)}`),
    );
    const check = call(program, work, 'rules', 'check');
    expect([check.code, check.err]).toEqual([4, expect.stringContaining('TABLE_CHANGED')]);
    expect(check.err).toContain('TABLE_LOCK_DIFFERS');
    const refused = call(program, work, ...run('--new-ledger'));
    expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('TABLES_CHANGED')]);
    expect(refused.err).toContain(name);
  },
  60_000,
);

test('a rehearsal that rests on a changed table says so, and so does whoever verifies it', async () => {
  const program = installedProgram();
  const work = temporaryFolder();
  terms(work);
  changeTable(program, 'rates.csv', (text) => text.replace('62300', '82300'));
  const rehearsal = call(program, work, ...run('--rehearsal', '--db', 'r.db'));
  expect([rehearsal.code, rehearsal.err]).toEqual([0, expect.stringContaining('NOTE: rates.csv')]);
  expect(call(program, work, 'rules', 'show', '2018').err).toContain('NOTE: rates.csv');
  // What was run on the changed table is told by a program that is whole, and by the verifier that stands alone.
  const { run_id: runId, out } = RUN.parse(JSON.parse(rehearsal.out));
  const told = await callHere(work, 'verify', out);
  expect([told.code, told.out]).toEqual([0, expect.stringContaining('no release of the program had')]);
  const alone = spawnSync(process.execPath, [join(PROGRAM, 'bin', 'verify-run.cjs'), out], { encoding: 'utf8' });
  expect([alone.status, alone.stdout]).toEqual([0, expect.stringContaining('rates.csv ')]);
  const verified = call(program, work, 'verify', runId, '--db', 'r.db', '--draft');
  expect([verified.code, verified.err]).toEqual([5, expect.stringContaining('TABLE_CHANGED')]);
}, 60_000);

test('a run made before the change is neither approved nor verified with the changed program', async () => {
  const program = installedProgram();
  const work = temporaryFolder();
  terms(work);
  const { run_id: runId } = RUN.parse(JSON.parse(call(program, work, ...run('--new-ledger')).out));
  changeTable(program, 'rates.csv', (text) => text.replace('62300', '82300'));
  const approved = call(program, work, 'approve', runId, '--as', 'ola', '--db', 'l.db');
  expect([approved.code, approved.err]).toEqual([6, expect.stringContaining('TABLES_CHANGED')]);
  const verified = call(program, work, 'verify', runId, '--db', 'l.db', '--draft');
  expect([verified.code, verified.err]).toEqual([5, expect.stringContaining('TABLE_CHANGED')]);
  expect(await callHere(work, 'verify', runId, '--db', 'l.db', '--draft')).toMatchObject({ code: 0 });
}, 60_000);

test('a table that cannot be read is told as such', () => {
  const program = installedProgram();
  const work = temporaryFolder();
  changeTable(program, 'regions.csv', (text) => text.replace(/,high$/m, ',huge'));
  const { code, err } = call(program, work, 'rules', 'show', '2018');
  expect([code, err]).toEqual([4, expect.stringContaining('TABLES_UNREADABLE')]);
});

describe('newer tables given with --tables', () => {
  function newer(work: string): string {
    mkdirSync(join(work, 'tables'));
    const text = readFileSync(join(PROGRAM, 'rules', 'data', 'regions.csv'), 'utf8');
    writeFileSync(join(work, 'tables', 'regions.csv'), `${text.trimEnd()}\nQQQ,elsewhere,high\n`);
    return 'tables';
  }

  test('are free in a rehearsal, and the run names them', async () => {
    const work = temporaryFolder();
    terms(work);
    const made = await callHere(work, ...run('--rehearsal', '--tables', newer(work)));
    expect(made.code).toBe(0);
    const { out } = RUN.parse(JSON.parse(made.out));
    const { identity } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(identity.tables.map(({ name }: { name: string }) => name)).toEqual(
      readdirSync(join(PROGRAM, 'rules', 'data')).filter((name) =>
        identity.tables.some((table: { name: string }) => table.name === name),
      ),
    );
    const told = await callHere(work, 'verify', out, '--extract', 'e1', '--tables', 'tables');
    expect([told.code, told.out]).toEqual([0, expect.stringContaining('no release of the program had')]);
    const without = await callHere(work, 'verify', out, '--extract', 'e1');
    expect([without.code, without.err]).toEqual([5, expect.stringContaining('VERIFY_REGISTER_UNKNOWN')]);
  }, 60_000);

  test('are refused in a real ledger until they are accepted with a reference', async () => {
    const work = temporaryFolder();
    terms(work);
    const tables = newer(work);
    const bare = await callHere(work, ...run('--new-ledger', '--tables', tables));
    expect([bare.code, bare.err]).toEqual([6, expect.stringContaining('TABLE_NOT_ACCEPTED')]);
    const accepted = await callHere(work, ...run('--new-ledger', '--tables', tables, '--accept', 'tables'));
    expect([accepted.code, accepted.err]).toEqual([6, expect.stringContaining('TABLE_NOT_ACCEPTED')]);
    const made = await callHere(work, ...run('--new-ledger', '--tables', tables, '--accept', 'tables=18/123'));
    expect([made.code, made.err]).toEqual([0, expect.any(String)]);
    const { out } = RUN.parse(JSON.parse(made.out));
    const told = await callHere(work, 'verify', out);
    expect([told.code, told.out]).toEqual([0, expect.stringContaining('18/123')]);
  }, 60_000);

  test('a folder that is none, or that holds none of them, is wrong use', async () => {
    const work = temporaryFolder();
    terms(work);
    expect(await callHere(work, ...run('--rehearsal', '--tables', 'nowhere'))).toMatchObject({ code: 2 });
    expect(await callHere(work, ...run('--rehearsal', '--tables', 'e1'))).toMatchObject({ code: 2 });
    mkdirSync(join(work, 'odd'));
    writeFileSync(join(work, 'odd', 'regions.csv'), 'country,region,rate_class\nXX,x,high\n');
    expect(await callHere(work, ...run('--rehearsal', '--tables', 'odd'))).toMatchObject({ code: 3 });
  });
});
