import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { RESTRICTED_FILES } from '../../../src/payout';
import { temporaryFolder } from '../../support/temporary-folder';
import { command, copyOf, reseal } from './two-terms';

const PROGRAM = join(__dirname, '..', '..', '..');
const FIXTURES = join(PROGRAM, 'fixtures', 'ledgers', 'format-1');
const RUN = join(FIXTURES, 'rehearsal', 'norsktilskudd.db.d', 'runs', '2018-T1-fa7efd32c9c1');
const SIGNED = join(FIXTURES, 'signed', 'norsktilskudd.db.d', 'runs');
const SIGNED_RUN = '2018-T1-23aee30be33e';
const VERIFIERS = ['verify-run', 'verify-trace', 'verify-figures', 'verify-approval'] as const;

async function verify(folder: string): Promise<{ code: number; codes: string[]; said: string }> {
  const { code, out, err } = await command(temporaryFolder(), 'verify', folder);
  const codes = [...`${out}${err}`.matchAll(/\[([A-Z_]+)\]/g)].map((match) => match[1] ?? '');
  return { code, codes, said: `${out}${err}` };
}

/** Calls verifiers of one file one after the other, as each calls itself where it is started; `code N` ends what each says. */
const CALLS = `const [folder, ...verifiers] = process.argv.slice(1);
for (const verifier of verifiers) console.log('code ' + require(verifier).main([folder]));`;

/** What verifiers of one file say in a process of their own within a few seconds; too few codes: one did not end. */
function alone(folder: string, ...verifiers: readonly string[]): { codes: number[]; said: string } {
  const paths = verifiers.map((verifier) => join(PROGRAM, 'bin', `${verifier}.cjs`));
  const ended = spawnSync(process.execPath, ['-e', CALLS, folder, ...paths], { encoding: 'utf8', timeout: 20_000 });
  const codes = [...ended.stdout.matchAll(/^code (\d+)$/gm)].map(([, code]) => Number(code));
  return { codes, said: `${ended.stdout}${ended.stderr}` };
}

test.each([
  '../../pseudonym.key',
  '../../../../../../../../../../dev/zero',
  '/dev/zero',
  '/etc/hostname',
  'a\u001b[2J\u001b[32mEverything checks\u001b[0m',
  'trace.bin\u202e',
  '..',
  '.',
  '',
  'sub/held.csv',
  '..\\held.csv',
  'x'.repeat(300),
])('a manifest that names %j leads nowhere', async (name) => {
  const folder = copyOf(RUN);
  reseal(folder, (manifest) => {
    manifest.files.push({ name, bytes: 5, rows: null, sha256: '0'.repeat(64) });
  });
  const { code, codes, said } = await verify(folder);
  expect([code, codes]).toEqual([5, expect.arrayContaining(['VERIFY_NAME_OUTSIDE'])]);
  expect(codes).not.toContain('VERIFY_FILE_CHANGED');
  const every = alone(folder, ...VERIFIERS);
  for (const sign of ['\u001b', '\u202e']) expect(`${said}${every.said}`).not.toContain(sign);
  expect([every.codes.length, every.codes[0]]).toEqual([VERIFIERS.length, 5]);
});

test.each(['payout_lines.csv', 'manifest.json', 'manifest.sha256', 'trace.bin', 'held.csv', 'more.csv'])(
  'a link in place of %s is told and not followed',
  async (name) => {
    const folder = copyOf(RUN);
    const elsewhere = join(temporaryFolder(), name);
    if (name === 'more.csv') writeFileSync(elsewhere, 'x\n');
    else renameSync(join(folder, name), elsewhere);
    symlinkSync(elsewhere, join(folder, name));
    expect(await verify(folder)).toMatchObject({ code: 5, codes: expect.arrayContaining(['VERIFY_ENTRY_LINK']) });
    expect(alone(folder, 'verify-run')).toEqual({ codes: [5], said: expect.stringContaining(name) });
  },
);

test.each(['payout_lines.csv', 'manifest.json', 'manifest.sha256', 'trace.bin', 'trace.lines', 'recipients.csv'])(
  'a pipe in place of %s is told by every verifier, and nobody waits for it',
  async (name) => {
    const folder = copyOf(RUN);
    rmSync(join(folder, name), { force: true });
    execFileSync('mkfifo', [join(folder, name)]);
    expect(await verify(folder)).toMatchObject({ code: 5, codes: expect.arrayContaining(['VERIFY_ENTRY_NOT_FILE']) });
    expect(alone(folder, ...VERIFIERS).codes).toEqual([5, 5, 5, 5]);
  },
);

test('a link to a device is not read, nor a folder in place of a file', async () => {
  const device = copyOf(RUN);
  rmSync(join(device, 'sizing.csv'));
  symlinkSync('/dev/zero', join(device, 'sizing.csv'));
  expect(await verify(device)).toMatchObject({ code: 5, codes: expect.arrayContaining(['VERIFY_ENTRY_LINK']) });
  expect(alone(device, ...VERIFIERS).codes).toEqual([5, 5, 5, 5]);
  const folder = copyOf(RUN);
  rmSync(join(folder, 'sizing.csv'));
  mkdirSync(join(folder, 'sizing.csv'));
  expect(await verify(folder)).toMatchObject({ code: 5, codes: expect.arrayContaining(['VERIFY_ENTRY_NOT_FILE']) });
  expect(alone(folder, ...VERIFIERS).codes).toEqual([5, 5, 5, 5]);
});

function signedCopy(): { folder: string; approval: string } {
  const place = temporaryFolder();
  for (const name of [SIGNED_RUN, `${SIGNED_RUN}.approval`])
    cpSync(join(SIGNED, name), join(place, name), { recursive: true });
  return { folder: join(place, SIGNED_RUN), approval: join(place, `${SIGNED_RUN}.approval`) };
}

test('names in the index of an approval stay within its folder', async () => {
  for (const name of ['../../secret', '/dev/zero', 'a\u001b[2J']) {
    const { folder, approval } = signedCopy();
    const text = readFileSync(join(approval, 'index.json'), 'utf8');
    writeFileSync(join(approval, 'index.json'), text.replaceAll('"runner.txt"', JSON.stringify(name)));
    const { code, said } = await verify(folder);
    expect([name, code]).toEqual([name, 5]);
    const { codes, said: told } = alone(folder, 'verify-approval', 'verify-run');
    expect([name, ...codes]).toEqual([name, 5, 5]);
    expect(`${said}${told}`).not.toContain('\u001b');
  }
});

test('a link or a pipe among the signatures is told, and so is a folder of signatures that is itself a link', async () => {
  const linked = signedCopy();
  rmSync(join(linked.approval, 'runner.txt'));
  symlinkSync('/dev/zero', join(linked.approval, 'runner.txt'));
  const piped = signedCopy();
  rmSync(join(piped.approval, 'index.json'));
  execFileSync('mkfifo', [join(piped.approval, 'index.json')]);
  const moved = signedCopy();
  const elsewhere = join(temporaryFolder(), 'approval');
  cpSync(moved.approval, elsewhere, { recursive: true });
  rmSync(moved.approval, { recursive: true });
  symlinkSync(elsewhere, moved.approval);
  for (const { folder } of [linked, piped, moved]) {
    expect((await verify(folder)).code).toBe(5);
    expect(alone(folder, 'verify-run', 'verify-approval').codes).toEqual([5, 5]);
  }
});

test('a run_id that is a path leads nowhere', () => {
  const folder = copyOf(RUN);
  reseal(folder, (manifest) => {
    manifest.run_id = '../../../../etc/x';
  });
  expect(alone(folder, 'verify-run', 'verify-approval').codes).toEqual([5, 5]);
});

test('restricted files that others may read are named, without being a fault', async () => {
  const folder = copyOf(RUN);
  const names = RESTRICTED_FILES.filter((name) => existsSync(join(folder, name)));
  for (const name of names) chmodSync(join(folder, name), 0o600);
  expect((await verify(folder)).said).not.toContain('VERIFY_OPEN_TO_OTHERS');
  chmodSync(join(folder, 'held.csv'), 0o640);
  const { code, said } = await verify(folder);
  expect([code, said]).toEqual([0, expect.stringContaining('VERIFY_OPEN_TO_OTHERS')]);
  expect(said).toContain('held.csv');
});
