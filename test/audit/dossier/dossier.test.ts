import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer, command, makeTwoTerms, type TwoTerms } from '../verify/two-terms';

let terms: TwoTerms;
let archive: string;
let unpacked: string;

const dossier = (runId: string, out: string, ...more: string[]): Promise<unknown> =>
  answer(terms.work, 'dossier', runId, '--out', out, '--db', terms.db, '--as', 'kari', ...more);

beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 60, seed: 3 });
  const runId = terms.runIds[0] ?? '';
  archive = join(terms.work, 'first.tar');
  await dossier(runId, archive);
  const place = join(terms.work, 'elsewhere');
  mkdirSync(place);
  execFileSync('tar', ['-xf', archive, '-C', place]);
  unpacked = join(place, `dossier-${runId}`);
}, 60_000);

function verify(...argv: readonly string[]): { code: number | null; out: string } {
  const { status, stdout } = spawnSync(process.execPath, [...argv], { cwd: unpacked, encoding: 'utf8' });
  return { code: status, out: stdout };
}

test('unpacked elsewhere, the commands of its README verify the run, its trace, its journal and head', () => {
  const readme = readFileSync(join(unpacked, 'README.en.md'), 'utf8');
  const lines = [...readme.matchAll(/node (program\/verify-.*)/g)].map((match) => match[1] ?? '');
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'program/verify-run.cjs',
    'program/verify-trace.cjs',
    'program/verify-figures.cjs',
    'program/verify-approval.cjs',
  ]);
  expect(lines[3]).toContain(`--head ${terms.heads[0]}`);
  for (const line of lines) {
    expect(verify(...line.split(' '))).toMatchObject({ code: 0, out: expect.stringContaining('Everything checks') });
  }
  const path = join(unpacked, 'run', terms.runIds[0] ?? '', 'payouts.csv');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/\d(?=,\d)/, (digit) => String(9 - Number(digit))),
  );
  expect(verify(...(lines[0] ?? '').split(' ')).code).toBe(5);
});

test('it lists every file with its hash, and holds rules, parameters, formats and the verifiers', () => {
  const sums = readFileSync(join(unpacked, 'SHA256SUMS'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.slice(66));
  const walk = (folder: string, under = ''): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name), `${under}${entry.name}/`) : [`${under}${entry.name}`],
    );
  expect([...sums, 'SHA256SUMS'].sort()).toEqual(walk(unpacked).sort());
  for (const name of [
    `run/${terms.runIds[0]}/parameters.csv`,
    'rules/rules.lock.json',
    'rules/data/rates.csv',
    'program/verify-trace.cjs',
    'program/verify-figures.cjs',
    'program/verify-export.cjs',
    'docs/TRACE.md',
    'README.nb.md',
  ]) {
    expect(sums).toContain(name);
  }
  const facts = JSON.parse(readFileSync(join(unpacked, 'dossier.json'), 'utf8'));
  expect(facts).toMatchObject({ run_id: terms.runIds[0], state: 'posted', rules_as_run: true });
  expect(facts.journal_head).toBe(terms.heads[0]);
  expect(facts.posting_head).toMatch(/^[0-9a-f]{64}$/);
  for (const language of ['nb', 'en']) {
    const readme = readFileSync(join(unpacked, `README.${language}.md`), 'utf8');
    for (const head of [facts.posting_head, facts.journal_head]) expect(readme).toContain(`  ${head}\n`);
  }
  expect(existsSync(join(unpacked, 'snapshot', facts.snapshot))).toBe(true);
});

test('the same run gives the same bytes, also after later runs', async () => {
  const again = join(terms.work, 'again.tar');
  await dossier(terms.runIds[0] ?? '', again);
  expect(readFileSync(again).equals(readFileSync(archive))).toBe(true);
});

test('the key of the pseudonyms is not in it, and without the snapshot it is small', async () => {
  const small = join(terms.work, 'small.tar');
  await dossier(terms.runIds[0] ?? '', small, '--no-snapshot');
  const bytes = readFileSync(small);
  expect(bytes.length).toBeLessThan(readFileSync(archive).length);
  expect(bytes.includes(readFileSync(terms.keyFile, 'latin1').trim())).toBe(false);
  expect(bytes.includes('snapshot/')).toBe(false);
});

test('an archive that is there already is left alone', async () => {
  const refused = await command(
    terms.work,
    'dossier',
    terms.runIds[0] ?? '',
    '--out',
    archive,
    '--db',
    terms.db,
    '--as',
    'kari',
  );
  expect(refused.code).toBe(2);
  expect(refused.out + refused.err).toContain('DOSSIER_EXISTS');
});

test('it undoes no pseudonym that a kommune was given: none stands in it, and nothing in it leads to one', async () => {
  const runId = terms.runIds[0] ?? '';
  const lines = readFileSync(join(terms.folders[0] ?? '', 'payout_lines.csv'), 'utf8')
    .split('\n')
    .slice(1, -1);
  const kommuner = [...new Set(lines.map((line) => line.split(',')[7] ?? ''))].slice(0, 6);
  const bytes = readFileSync(archive);
  for (const recipient of kommuner) {
    const out = join(terms.work, `export-of-${recipient}`);
    const run = ['--run', runId, '--db', terms.db, '--as', 'kari', '--recipient', recipient];
    await answer(terms.work, 'export-trace', '--out', out, ...run);
    const parts: { data?: string; hash?: string }[] = JSON.parse(readFileSync(join(out, 'part-proofs.json'), 'utf8'));
    const secrets = parts.flatMap(({ data = '' }) => [data.slice(8, 40), data.slice(40, 72), data.slice(72, 88)]);
    const told = readFileSync(join(out, 'lines.csv'), 'utf8').split('\n').slice(1, -1);
    for (const name of [...secrets, ...told.map((row) => row.split(',')[0] ?? '')]) {
      if (/^0*$/.test(name)) continue; // Kommuner have no pseudonym.
      expect(bytes.includes(name) || bytes.includes(Buffer.from(name, 'hex'))).toBe(false);
    }
    // Nor does their order: it is that of references that nobody can foresee.
    const references = told.map((row) => `${row.split(',')[11]} ${row.split(',')[0]}`);
    expect(references).toEqual([...references].sort());
    // Equal figures stay equal: what an auditor sees of two persons with the same part and line does not tell which is which.
    const ids = lines.map((line) => line.split(',')[6] ?? '').filter((id) => id !== '');
    const text = readFileSync(join(out, 'lines.csv'), 'utf8');
    expect(ids.some((id) => text.includes(id))).toBe(false);
    const traceIds = lines.map((line) => line.split(',')[17] ?? '');
    expect(traceIds.some((id) => text.includes(`\n${id},`))).toBe(false);
  }
}, 60_000);
