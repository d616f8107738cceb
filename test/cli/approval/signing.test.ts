import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyApprovals } from '../../../src/audit/verify/verify-approvals';
import { approvalVerifier, standalone } from '../../audit/verify/standalone';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { CASE, makeApprovers, ok, runIdOfTerm, runTerm } from './support';

const cwd = temporaryFolder();
const DB = ['--db', 'signed.db'];
let runId = '';

beforeAll(async () => {
  await makeApprovers(cwd);
  const answer = await runTerm(cwd, 'signed.db', '2019-T3', '--approvers', 'approvers-1.json', '--key', 'kari.key');
  expect([answer.code, answer.err]).toMatchObject([6, expect.stringContaining('RATES_NOT_APPROVED')]);
  await ok(cwd, 'lists', 'propose', 'rates', '--rates', join(CASE, 'rates.csv'), '--out', 'rates-1.json', ...DB);
  const one = await cli(cwd, ['lists', 'adopt', 'rates-1.json', '--as', 'kari', ...DB]);
  expect([one.code, one.err]).toMatchObject([6, expect.stringContaining('LIST_NEEDS_SIGNATURES')]);
  for (const [name, key] of [
    ['Kari Kjører', 'kari.key'],
    ['Ola Godkjenner', 'ola.key'],
  ] as const) {
    await ok(cwd, 'lists', 'sign', 'rates-1.json', '--as', name, '--key', key);
  }
  await ok(cwd, 'lists', 'adopt', 'rates-1.json', '--as', 'kari', ...DB);
  runId = await runIdOfTerm(cwd, 'signed.db', '2019-T3', '--key', 'kari.key');
}, 60_000);

const act = (command: string, name: string, ...flags: string[]) =>
  cli(cwd, [command, runId, '--as', name, ...DB, ...flags]);
const runFolder = () => join(cwd, 'signed.db.d', 'runs', runId);
const approvalFolder = () => `${runFolder()}.approval`;

const alone = () => standalone(runFolder());

test('a key file is for its owner alone and is never written over', async () => {
  expect(statSync(join(cwd, 'kari.key')).mode & 0o777).toBe(0o600);
  const again = await cli(cwd, ['keys', 'new', '--name', 'X', '--role', 'runner', '--out', 'kari.key']);
  expect([again.code, again.err]).toMatchObject([2, expect.stringContaining('KEY_FILE_EXISTS')]);
});

test('a run begins with a look at the key: what nobody can sign is not calculated', async () => {
  const { code, err } = await runTerm(
    cwd,
    'unsigned.db',
    '2019-T3',
    '--approvers',
    'approvers-1.json',
    '--key',
    'gone.key',
  );
  expect([code, err]).toMatchObject([2, expect.stringContaining('KEY_FILE_MISSING')]);
  expect(existsSync(join(cwd, 'unsigned.db.d', 'runs'))).toBe(false);
});

test('where signatures are required, a run is attested next', async () => {
  const text = ['--year', '2019', '--term', '3', '--as-of', '2019-09-30', '--rehearsal', ...DB];
  const where = ['--extract', join(CASE, '2019-T3', 'extract'), '--rates', join(CASE, 'rates.csv')];
  const { out } = await cli(cwd, ['run', ...where, ...text, '--as', 'Kari Kjører', '--key', 'kari.key']);
  expect(out).toMatch(/\nNext: norsktilskudd attest \S+ --as OTHER --key FILE --db signed\.db\n/);
});

test('the preview names the act that comes next, with a key', async () => {
  const { out } = await cli(cwd, ['preview', runId, ...DB, '--lang', 'nb']);
  expect(out).toContain(`\nNeste: norsktilskudd attest ${runId} --as ANNEN --key FIL --db signed.db\n`);
});

test('the ledger takes no approval without every signature', async () => {
  const bare = await act('approve', 'Ola Godkjenner');
  expect(bare.code).toBe(6);
  expect(bare.err).toContain('LEDGER_SIGNATURE_NEEDED');
  expect(bare.err).toContain('LEDGER_NOT_ATTESTED');
  const early = await act('approve', 'Ola Godkjenner', '--key', 'ola.key');
  expect([early.code, early.err]).toMatchObject([6, expect.stringContaining('LEDGER_NOT_ATTESTED')]);
  const wrong = await act('attest', 'Astrid Attestant', '--key', 'ola.key');
  expect([wrong.code, wrong.err]).toMatchObject([6, expect.stringContaining('LEDGER_SIGNATURE_WRONG')]);
  const unknown = await act('attest', 'Per', '--key', 'ola.key');
  expect([unknown.code, unknown.err]).toMatchObject([6, expect.stringContaining('LEDGER_SIGNER_UNKNOWN')]);
  chmodSync(join(cwd, 'astrid.key'), 0o644);
  const open = await act('attest', 'Astrid Attestant', '--key', 'astrid.key');
  expect([open.code, open.err]).toMatchObject([6, expect.stringContaining('KEY_FILE_OPEN')]);
  chmodSync(join(cwd, 'astrid.key'), 0o600);
});

test('with all three it is posted, and the signatures stand beside the run folder', async () => {
  const attested = await act('attest', 'Astrid Attestant', '--key', 'astrid.key');
  expect(attested.out).toContain(`${runId} is attested by Astrid Attestant.`);
  const approved = await act('approve', 'Ola Godkjenner', '--key', 'ola.key');
  expect(approved).toMatchObject({ code: 0, out: expect.stringContaining(`${runId} is posted`) });
  expect(readdirSync(approvalFolder())).toEqual([
    'approver.txt',
    'approvers.json',
    'attestant.txt',
    'index.json',
    'index.sha256',
    'rates.json',
    'runner.txt',
  ]);
  expect(verifyApprovals(runFolder())).toMatchObject({ complete: true, problems: [] });
  const again = await act('approve', 'Ola Godkjenner', '--key', 'ola.key');
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('already posted') });
  const verified = await cli(cwd, ['verify', runFolder(), ...DB]);
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('Ola Godkjenner (approver)') });
  expect(alone()).toMatchObject({ code: 0, out: expect.stringContaining('first list of approvers') });
  expect(alone().out).toContain('approver: Ola Godkjenner');
});

/** Every value of a JSON text changed in turn, and every element of a list left out. */
function* jsonChanges(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (let place = 0; place < value.length; place += 1) {
      yield value.toSpliced(place, 1);
      for (const changed of jsonChanges(value[place])) yield value.with(place, changed);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      for (const changed of jsonChanges(inner)) yield { ...value, [name]: changed };
    }
  } else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'string')
    yield /^[0-9a-f]{64,}$/.test(value) ? `${value.slice(0, -1)}${value.endsWith('0') ? 1 : 0}` : `${value}x`;
}

function signatureCount(lists: unknown): number {
  return JSON.stringify(lists).split('"signature":').length;
}

/** Makes the hashes of the folder anew, as somebody would who wants to hide a change. */
function reseal(): void {
  const path = join(approvalFolder(), 'index.json');
  const index = JSON.parse(readFileSync(path, 'utf8'));
  const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
  for (const file of index.files) {
    const bytes = readFileSync(join(approvalFolder(), file.name));
    Object.assign(file, { bytes: bytes.length, sha256: sha256(bytes) });
  }
  const text = `${JSON.stringify(index, null, 2)}\n`;
  writeFileSync(path, text);
  writeFileSync(join(approvalFolder(), 'index.sha256'), `${sha256(text)}  index.json\n`);
}

test('any value changed in a folder of signatures that was sealed again is found', () => {
  const names = readdirSync(approvalFolder());
  const kept = names.map((name) => [name, readFileSync(join(approvalFolder(), name))] as const);
  const restore = (): void => kept.forEach(([name, bytes]) => void writeFileSync(join(approvalFolder(), name), bytes));
  const foundBy = (what: string): unknown => ({
    what,
    found: verifyApprovals(runFolder()).problems.length > 0,
    alone: approvalVerifier(runFolder()).code,
  });
  for (const name of ['approvers.json', 'rates.json']) {
    const text = readFileSync(join(approvalFolder(), name), 'utf8');
    const signatures = signatureCount(JSON.parse(text));
    for (const changed of jsonChanges(JSON.parse(text))) {
      // The first list is anchored by its hash; that its persons signed it too is no part of it.
      if (name === 'approvers.json' && signatureCount(changed) < signatures) continue;
      writeFileSync(join(approvalFolder(), name), `${JSON.stringify(changed, null, 2)}\n`);
      reseal();
      const what = `${name} ${JSON.stringify(changed)}`;
      expect(foundBy(what)).toEqual({ what, found: true, alone: 5 });
      restore();
    }
  }
  for (const name of ['runner.txt', 'attestant.txt', 'approver.txt']) {
    const rows = readFileSync(join(approvalFolder(), name), 'utf8').split('\n');
    for (let place = 0; place < rows.length - 1; place += 1) {
      writeFileSync(join(approvalFolder(), name), rows.with(place, `${rows[place]}0`).join('\n'));
      reseal();
      const what = `${name}:${place + 1}`;
      expect(foundBy(what)).toEqual({ what, found: true, alone: 5 });
      restore();
    }
  }
});

test('the journal tells of a signature that was taken away beside the run', async () => {
  const { journal_head: head } = await ok(cwd, 'verify', runFolder(), ...DB, '--journal', 'journal.txt');
  const anchored = ['--journal', join(cwd, 'journal.txt'), ...(typeof head === 'string' ? ['--head', head] : [])];
  expect(standalone(runFolder(), ...anchored)).toMatchObject({ code: 0, err: '' });
  const kept = readdirSync(approvalFolder()).map((name) => [name, readFileSync(join(approvalFolder(), name))] as const);
  const path = join(approvalFolder(), 'index.json');
  const index = JSON.parse(readFileSync(path, 'utf8'));
  index.signatures.pop();
  index.files = index.files.filter(({ name }: { name: string }) => name !== 'approver.txt');
  writeFileSync(path, JSON.stringify(index));
  rmSync(join(approvalFolder(), 'approver.txt'));
  reseal();
  expect(alone()).toMatchObject({ code: 0, out: expect.stringContaining('approver: not signed') });
  expect(standalone(runFolder(), ...anchored)).toMatchObject({ code: 5, err: expect.stringContaining('signatures') });
  rmSync(approvalFolder(), { recursive: true });
  expect(standalone(runFolder(), ...anchored).code).toBe(5);
  mkdirSync(approvalFolder());
  for (const [name, bytes] of kept) writeFileSync(join(approvalFolder(), name), bytes);
});

test('every signature leads back to the first list that was kept elsewhere', async () => {
  const { versions } = JSON.parse((await cli(cwd, ['lists', 'show', ...DB, '--json'])).out);
  const hash: string = versions.find(({ kind }: { kind: string }) => kind === 'approvers').sha256;
  const verify = (...flags: string[]) => cli(cwd, ['verify', runFolder(), '--first-list', ...flags]);
  expect(await verify(hash)).toMatchObject({ code: 0, err: '' });
  expect(await verify(hash, ...DB)).toMatchObject({ code: 0, err: '' });
  const other = 'ab'.repeat(32);
  for (const flags of [[], DB]) {
    const { code, err } = await verify(other, ...flags);
    expect([code, err]).toEqual([5, expect.stringMatching(`should be ${other}, but is ${hash}.*VERIFY_FIRST_LIST`)]);
  }
  expect(approvalVerifier(runFolder(), '--first-list', hash)).toMatchObject({ code: 0, err: '' });
  expect(approvalVerifier(runFolder(), '--first-list', other)).toMatchObject({
    code: 5,
    err: expect.stringContaining('VERIFY_FIRST_LIST'),
  });
});

test('a lost folder of signatures is written again with the same bytes', async () => {
  const bytes = () => readdirSync(approvalFolder()).map((name) => readFileSync(join(approvalFolder(), name), 'utf8'));
  const before = bytes();
  rmSync(approvalFolder(), { recursive: true });
  expect(verifyApprovals(runFolder())).toMatchObject({ folder: undefined, signatures: [] });
  await act('approve', 'Ola Godkjenner', '--key', 'ola.key');
  expect(bytes()).toEqual(before);
});

test('any change of any file beside the run is found', () => {
  for (const name of readdirSync(approvalFolder())) {
    const path = join(approvalFolder(), name);
    const bytes = readFileSync(path);
    for (const place of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(path, changed);
      expect({ name, place, found: verifyApprovals(runFolder()).problems.length > 0 }).toMatchObject({ found: true });
      expect({ name, place, code: alone().code }).toEqual({ name, place, code: 5 });
    }
    rmSync(path);
    expect(alone().code).toBe(5);
    expect(verifyApprovals(runFolder()).problems.length).toBeGreaterThan(0);
    writeFileSync(path, bytes);
  }
  writeFileSync(join(approvalFolder(), 'extra.txt'), '');
  expect(verifyApprovals(runFolder()).problems).toMatchObject([{ code: 'APPROVAL_FILE_UNKNOWN' }]);
  rmSync(join(approvalFolder(), 'extra.txt'));
  expect(verifyApprovals(runFolder()).problems).toEqual([]);
});

test('settings that require signatures keep a real ledger from being made or used without', async () => {
  writeFileSync(join(cwd, 'strict.json'), JSON.stringify({ require_signatures: true, approvers: ['Ola Godkjenner'] }));
  writeFileSync(
    join(cwd, 'postings.csv'),
    'grant_year,component,person_id,recipient_id,amount,code\n2018,grunntilskudd,,0301,1000,G\n',
  );
  const open = ['open-ledger', '--postings', 'postings.csv', '--as', 'kari'];
  const refused = await cli(cwd, [...open, '--db', 'strict.db', '--config', 'strict.json']);
  expect([refused.code, refused.err]).toMatchObject([2, expect.stringContaining('APPROVERS_LIST_MISSING')]);
  expect(existsSync(join(cwd, 'strict.db'))).toBe(false);
  const { run_id: opening } = await ok(cwd, ...open, '--db', 'strict.db');
  const approve = ['approve', String(opening), '--db', 'strict.db', '--config', 'strict.json', '--as'];
  expect(await cli(cwd, [...approve, 'Per'])).toMatchObject({
    code: 6,
    err: expect.stringContaining('APPROVER_NOT_NAMED'),
  });
  expect(await cli(cwd, [...approve, 'ola godkjenner'])).toMatchObject({
    code: 6,
    err: expect.stringContaining('LEDGER_WITHOUT_APPROVERS'),
  });
});
