import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { command, makeTwoTerms, type TwoTerms } from '../../audit/verify/two-terms';

/**
 * Every file that a command writes, with its mode. What names persons, or tells where somebody lives to who puts it beside
 * other files, is for its owner alone; what may be read by others is named here, and nothing else is.
 */
const OPEN: readonly RegExp[] = [
  /^runs\/[^/]+\/(balances_before\.csv|manifest\.json|manifest\.sha256|parameters\.csv|payouts\.csv|recipients\.csv)$/,
  /^runs\/[^/]+\.approval\//,
  /^written\/approvers(-signed)?\.json$/,
  /^written\/[a-z]+\.key\.person\.json$/,
  /^written\/(compared|advised|scenarios)\/(recipients|advice|scenarios)\.csv$/,
  /^written\/compared\/comparison\.xlsx$/,
  /^written\/[a-z]+\/dictionary\.csv$/,
  /^written\/(statistics|hours|sizes)[^/]*$/,
  /^written\/project\//,
];

let terms: TwoTerms;
let written: string;

async function run(...argv: readonly string[]): Promise<void> {
  const { code, err } = await command(terms.work, ...argv);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${err}`);
}

/** Files under a folder, each with its mode. */
function filesUnder(folder: string, under = folder): { name: string; mode: number }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, under);
    return [{ name: relative(under, path), mode: statSync(path).mode & 0o777 }];
  });
}

beforeAll(async () => {
  const before = process.umask(0o022);
  try {
    terms = await makeTwoTerms({ persons: 60, seed: 5 });
    written = join(terms.work, 'ledger.db.d', 'written');
    mkdirSync(written);
    const [first = '', second = ''] = terms.runIds;
    const at = ['--db', terms.db, '--as', 'kari'];
    const recipient = '0301';
    await run('export-trace', '--recipient', recipient, '--run', second, '--out', join(written, 'export'), ...at);
    await run('dossier', first, '--out', join(written, 'dossier.tar'), ...at);
    await run('sample', second, '--seed', 'manifest', '--size', '4', ...at);
    await run('compare', first, second, '--measure', 'lines', '--out', join(written, 'lines'), ...at);
    await run('verify', second, '--db', terms.db, '--journal', join(written, 'journal.txt'));
    await run('keys', 'new', '--name', 'Kari K', '--role', 'runner', '--out', join(written, 'kari.key'));
    await run('init', join(written, 'project')).catch(() => undefined);
    const broken = join(terms.work, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'persons.csv'), 'person_id;birth_date\nx;y\n');
    const what = ['--year', '2018', '--term', '3', '--rehearsal', '--out', join(written, 'rejected')];
    await command(terms.work, 'run', '--extract', broken, ...what, ...at);
  } finally {
    process.umask(before);
  }
}, 90_000);

test('what others may read is what is named here', () => {
  const files = filesUnder(`${terms.db}.d`);
  const open = files.filter(({ mode }) => (mode & 0o077) !== 0).map(({ name }) => name);
  expect(open.filter((name) => !OPEN.some((pattern) => pattern.test(name)))).toEqual([]);
  expect(open.some((name) => name.endsWith('payouts.csv'))).toBe(true);
});

test('everything else is for its owner alone: ledger, log, key, snapshots, and what is handed out about persons', () => {
  expect(statSync(terms.db).mode & 0o777).toBe(0o600);
  const files = new Map(filesUnder(`${terms.db}.d`).map(({ name, mode }) => [name, mode]));
  for (const name of [
    'access.db',
    'pseudonym.key',
    'written/dossier.tar',
    'written/export/lines.csv',
    'written/export/part-proofs.json',
    'written/lines/lines.csv',
    'written/journal.txt',
    'written/kari.key',
  ]) {
    expect([name, files.get(name)]).toEqual([name, 0o600]);
  }
  const [, second = ''] = terms.runIds;
  const restricted = 'findings.csv held.csv hours_basis.csv payout_lines.csv posted_before.csv rejected.csv sizing.csv';
  const trace = 'trace.bin trace.index trace.lines trace.persons trace.tree';
  for (const name of `${restricted} ${trace}`.split(' ')) expect(files.get(`runs/${second}/${name}`)).toBe(0o600);
  for (const kind of [/^snapshots\/.*\.db$/, /\.samples\//]) {
    const found = [...files].filter(([name]) => kind.test(name));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(([, mode]) => mode !== 0o600)).toEqual([]);
  }
});

test('no file that others may read holds a pseudonym', () => {
  const pseudonym = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/;
  for (const { name, mode } of filesUnder(`${terms.db}.d`)) {
    if ((mode & 0o077) === 0) continue;
    expect([name, pseudonym.test(readFileSync(join(`${terms.db}.d`, name), 'latin1'))]).toEqual([name, false]);
  }
});
