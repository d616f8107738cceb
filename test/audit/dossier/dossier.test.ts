import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../src/effects';
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

describe('a year', () => {
  let year = '';
  let sums: string[] = [];

  beforeAll(async () => {
    const out = join(terms.work, 'year.tar');
    const made = ['dossier', '--year', '2018', '--out', out, '--db', terms.db, '--as', 'kari'];
    expect(await answer(terms.work, ...made)).toMatchObject({ runs: terms.runIds, snapshot: true });
    const place = join(terms.work, 'year');
    mkdirSync(place);
    execFileSync('tar', ['-xf', out, '-C', place]);
    year = join(place, 'dossier-2018');
    sums = readFileSync(join(year, 'SHA256SUMS'), 'utf8')
      .split('\n')
      .map((row) => row.slice(66));
  }, 60_000);

  const inYear = (...argv: readonly string[]) =>
    spawnSync(process.execPath, [...argv], { cwd: year, encoding: 'utf8' });

  test('the commands of its README verify all runs, the journal and what was drawn', () => {
    expect(spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: year }).status).toBe(0);
    const readme = readFileSync(join(year, 'README.en.md'), 'utf8');
    const lines = [...readme.matchAll(/node (program\/verify-.*)/g)].map((match) => match[1] ?? '');
    expect(lines).toHaveLength(5);
    for (const line of lines.map((text) => text.replaceAll('RUN', terms.runIds[1] ?? ''))) {
      const { status, stdout, stderr } = inYear(...line.split(' '));
      expect([line, status, stderr]).toEqual([line, 0, '']);
      expect(stdout).toContain('Everything checks');
      expect(stdout).not.toContain('NOT CHECKED without --journal');
    }
    expect(readme).toMatch(/^# [^\n]+2018\n\nREHEARSAL: nothing here is a real payment\.\n\nEverything/);
    expect(readme).not.toContain('<U+');
  });

  test('it has the registers as tables, drawn lines explained, rulebook and sources', () => {
    const registers = sums.filter((name) => name.endsWith('/residence.csv'));
    expect(registers).toHaveLength(2);
    const [head, first] = readFileSync(join(year, registers[0] ?? ''), 'utf8').split('\n');
    expect(head).toBe('person_id,line,withheld,kind,kommune,from_date,to_date,registered_on');
    expect(first).toMatch(/^\d{12},\d+,0,registered,\d{4},\d{4}-\d\d-\d\d,/);
    for (const name of ['rules/RULEBOOK.md', 'rules/SOURCES.md', 'docs/SNAPSHOT.md', 'docs/PAYMENTS.md']) {
      expect(sums).toContain(name);
    }
    for (const runId of terms.runIds) {
      expect(readFileSync(join(year, 'drawn', runId, 'explained.txt'), 'utf8')).toMatch(/^\[1\]$/m);
    }
    const named = new Set(readFileSync(join(year, 'rules/RULEBOOK.md'), 'utf8').match(/\bS\d+\b/g));
    const sources = readFileSync(join(year, 'rules/SOURCES.md'), 'utf8');
    expect([...named].filter((name) => !sources.includes(`- ${name}:`))).toEqual([]);
  });

  test('the stored register is read by its page without the program', () => {
    const snapshot = sums.find((name) => name.startsWith('snapshot/')) ?? '';
    const db = openDatabase(join(year, snapshot), { readOnly: true });
    const part = (number: number): Buffer =>
      Buffer.from(db.prepare('SELECT bytes FROM parts WHERE part = ?').get(number)?.[0] as Uint8Array);
    const persons = part(1);
    const [rows, count] = [persons.readUInt32LE(0), persons.readUInt32LE(4)];
    const offsets = 8 + rows * 8;
    const lines = offsets + (count + 1) * 4;
    const read = Array.from({ length: rows }, (_, row) => {
      const born = persons.readInt32LE(lines + rows * 8 + row * 4);
      const id = persons.readDoubleLE(8 + row * 8);
      return [id, persons.readUInt32LE(lines + row * 4), new Date(born * 86_400_000).toISOString().slice(0, 10)].join();
    });
    db.close();
    const id = snapshot.slice('snapshot/'.length, 'snapshot/'.length + 16);
    const table = readFileSync(join(year, 'register', id, 'persons.csv'), 'utf8')
      .split('\n')
      .slice(1, -1);
    expect(table.map((row) => [0, 1, 3].map((cell) => row.split(',')[cell]).join())).toEqual(read);
  });

  test('a year without a posted run, and a run beside a year, are refused', async () => {
    const of = (...more: string[]) =>
      command(terms.work, 'dossier', '--out', join(terms.work, 'none.tar'), '--db', terms.db, '--as', 'kari', ...more);
    expect((await of('--year', '2017')).err).toContain('DOSSIER_NO_RUNS');
    expect((await of('--year', '2018', terms.runIds[0] ?? '')).code).toBe(2);
    expect((await of()).code).toBe(2);
  });
});
