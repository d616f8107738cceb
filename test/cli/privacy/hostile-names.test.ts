import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../src/cli/main';
import { memoryTerminal } from '../../../src/cli/terminal';
import { hasUnseen } from '../../../src/domain';
import { COMMAND_NAMES } from '../../../src/messages';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { RATES, writeExtract } from './support/small-register';

/** Colour, erase, title (OSC), C1, bidi, zero-width, line separator, tab, and a line of its own. */
const EVIL =
  'q\u001b[31m\u001b[2J\u001b]0;x\u0007\u009b1m\u202e\u2066\u200b\ufeff\u2028\t\u00ad\u3164z\nEVIL: all is well';
const RECEIPTS = join(__dirname, '../../../fixtures/receipts');
const PERSON = '201712345601';

/** A world whose folders, files, columns, rates and recipients have hostile names. */
let cwd = '';
let runId = '';
let later = '';
const used = new Set<string>();

beforeAll(async () => {
  cwd = join(temporaryFolder(), `w${EVIL}`);
  const homes = [['1103', '2017-03-01']] as const;
  const people = [PERSON, '201712345602', '201712345603'].map((id) => ({ id, homes }));
  for (const [name, takenAt] of [
    ['e1', '2018-03-31'],
    ['e2', '2018-06-30'],
  ] as const) {
    const folder = writeExtract(join(cwd, name + EVIL), people, { takenAt });
    writeFileSync(join(folder, `x${EVIL}.csv`), 'a\n');
    const hours = join(folder, 'hours.csv');
    writeFileSync(
      hours,
      readFileSync(hours, 'utf8').replace('hours,registered_on', `hours,registered_on,"${EVIL.replace('\n', '')}"`),
    );
  }
  const rates = readFileSync(RATES, 'utf8').replace('example', `"${EVIL}"`);
  writeFileSync(join(cwd, `r${EVIL}.csv`), rates);
  writeFileSync(join(cwd, 'rates.csv'), readFileSync(RATES, 'utf8'));
  const db = ['--db', `l${EVIL}.db`];
  const run = async (term: number, ...more: string[]): Promise<string> => {
    const what = ['--extract', `e${term}${EVIL}`, '--year', '2018', '--term', String(term), '--rates', 'rates.csv'];
    const { out, err } = await cli(cwd, ['run', ...what, '--rehearsal', ...db, '--as', 'kari', '--json', ...more]);
    return /"run_id":"([^"]+)"/.exec(out)?.[1] ?? err;
  };
  runId = await run(1);
  await cli(cwd, ['approve', runId, '--as', 'ola', ...db]);
  later = await run(2, '--out', `o${EVIL}`);
  expect([runId, later].map((id) => id.slice(0, 8))).toEqual(['2018-T1-', '2018-T2-']);
}, 60_000);

const DB = (): string[] => ['--db', `l${EVIL}.db`];
const AS = ['--as', 'kari'];
const EXTRACT = ['--extract', `e1${EVIL}`, '--year', '2018'];

/** Uses of every command: that succeed, and that fail on hostile arguments. */
const CALLS: readonly (readonly [string, () => string[]])[] = [
  ['init', () => ['--year', '2018', ...AS, ...DB()]],
  ['init', () => ['--year', EVIL, ...AS]],
  ['generate', () => ['--persons', '5', '--year', '2018', '--out', `g${EVIL}`]],
  ['generate', () => ['--persons', EVIL]],
  ['doctor', () => ['--extract', `e1${EVIL}`]],
  ['doctor', () => ['--extract', `e3${EVIL}`]],
  ['doctor', () => ['--extract', `r${EVIL}.csv`]],
  ['import', () => ['--extract', `e1${EVIL}`, ...DB()]],
  ['import', () => ['--extract', `e1${EVIL}`, '--columns', `r${EVIL}.csv`, ...DB()]],
  ['run', () => [...EXTRACT, '--term', '1', '--rehearsal', '--rates', `r${EVIL}.csv`, ...AS, ...DB()]],
  ['run', () => [...EXTRACT, '--term', EVIL, '--as', EVIL]],
  ['run', () => [...EXTRACT, '--term', '2', '--rehearsal', '--accept', EVIL, '--exclude', EVIL, ...AS, ...DB()]],
  ['run', () => [...EXTRACT, '--term', '2', '--rehearsal', '--recipients', `m${EVIL}.csv`, ...AS, ...DB()]],
  ['sign', () => [runId, ...AS, '--key', `k${EVIL}`, ...DB()]],
  ['attest', () => [EVIL, ...AS, ...DB()]],
  ['preview', () => [later, ...AS, ...DB()]],
  ['preview', () => [EVIL, ...AS, ...DB()]],
  ['approve', () => [EVIL, '--as', 'ola', '--reason', EVIL, ...DB()]],
  ['approve', () => [EVIL, '--as', 'ola', ...DB()]],
  ['withdraw', () => [EVIL, ...AS, '--reason', 'x', ...DB()]],
  ['case', () => ['new', '--kind', 'error', '--reference', EVIL, '--reason', EVIL, ...AS, ...DB()]],
  ['case', () => ['propose', EVIL, EVIL, '--amount', EVIL, '--reason', 'x', ...AS, ...DB()]],
  ['case', () => ['list', ...DB()]],
  ['claim', () => ['suggest', ...DB()]],
  ['claim', () => ['propose', '1', '--recipient', '1103', '--group', EVIL, '--reason', EVIL, ...AS, ...DB()]],
  ['claim', () => ['paid', '1', '--amount', EVIL, '--on', EVIL, '--reason', 'x', ...AS, ...DB()]],
  ['claim', () => ['list', ...DB()]],
  ['ledger', () => ['backup', '--out', `b${EVIL}.db`, ...DB()]],
  ['ledger', () => ['check', `r${EVIL}.csv`]],
  ['ledger', () => ['restore', `none${EVIL}.db`, ...DB()]],
  ['year-end', () => ['2018', ...DB()]],
  ['year-end', () => [EVIL, '--appropriation', EVIL, ...DB()]],
  ['exceptions', () => ['--year', '2018', ...DB()]],
  ['exceptions', () => ['--year', EVIL, ...DB()]],
  ['annul', () => [runId, ...AS, '--reason', EVIL, ...DB()]],
  ['annul', () => [EVIL, ...AS, '--reason', 'x', ...DB()]],
  ['continue', () => [...AS, '--reason', 'x', ...DB()]],
  ['continue', () => [...AS, '--reason', EVIL, '--db', `none${EVIL}.db`]],
  ['open-ledger', () => ['--postings', `r${EVIL}.csv`, '--rehearsal', ...AS, '--db', `n${EVIL}.db`]],
  ['explain', () => ['--person', PERSON, '--run', runId, ...AS, ...DB()]],
  ['explain', () => ['--recipient', '1103', '--run', later, ...AS, ...DB(), '--format', 'html']],
  ['explain', () => ['--batch', later, ...AS, ...DB()]],
  ['explain', () => ['--recipient', EVIL, ...AS, ...DB()]],
  ['explain', () => [EVIL, ...AS, ...DB()]],
  ['status', () => [...DB()]],
  ['status', () => ['--db', `none${EVIL}.db`]],
  ['outcome', () => [EVIL, '--paid', '--on', '2018-07-01', ...AS, ...DB()]],
  ['outcome', () => ['--batch', EVIL, '--paid', '--on', EVIL, ...AS, ...DB()]],
  ['payout', () => ['write', EVIL, '--channel', 'pain001', '--on', '2018-04-09', ...AS, ...DB()]],
  ['payout', () => ['write', runId, '--channel', EVIL, '--on', EVIL, ...AS, ...DB()]],
  ['payout', () => ['write', runId, '--channel', 'pain001', '--on', '2018-04-07', ...AS, ...DB()]],
  ['payout', () => ['sent', runId, '--by-hand', '--reference', EVIL, '--file', EVIL, ...AS, ...DB()]],
  ['payout', () => ['discard', runId, '--reason', EVIL, '--file', EVIL, ...AS, ...DB()]],
  ['payout', () => ['show', runId, ...DB()]],
  ['payout', () => ['check', runId, ...DB()]],
  ['letters', () => ['write', runId, '--date', '2018-04-10', ...AS, ...DB()]],
  ['letters', () => ['write', runId, '--recipient', '1103', '--out', `b${EVIL}`, ...AS, ...DB()]],
  [
    'letters',
    () => ['write', runId, '--texts', `r${EVIL}.csv`, '--archive-case', EVIL, '--language', EVIL, ...AS, ...DB()],
  ],
  ['letters', () => ['write', runId, '--texts', `r${EVIL}.csv`, ...AS, ...DB()]],
  ['letters', () => ['write', EVIL, '--recipient', EVIL, ...AS, ...DB()]],
  ['letters', () => ['check', runId, ...DB()]],
  ['letters', () => ['check', runId, '--out', `e1${EVIL}`, ...DB()]],
  ['receipt', () => [`a${EVIL}.xml`, '--order', `b${EVIL}.xml`]],
  ['receipt', () => [`r${EVIL}.csv`, '--order', `b${EVIL}.xml`]],
  ['receipt', () => ['read', `r${EVIL}.csv`, ...AS, ...DB()]],
  ['receipt', () => ['list', ...DB()]],
  ['receipt', () => ['withdraw', '1', EVIL, ...AS, '--reason', 'x', ...DB()]],
  ['reconcile', () => [runId, ...DB()]],
  ['reconcile', () => [EVIL, '--accounts', `r${EVIL}.csv`, ...DB()]],
  ['verify', () => [`o${EVIL}`, ...DB()]],
  ['verify', () => [`l${EVIL}.db.d`]],
  ['verify', () => [`changed${EVIL}`]],
  ['scenario', () => [`s${EVIL}.json`, ...EXTRACT, ...DB()]],
  ['scenario', () => ['--set', 'persontilskudd.year2/high=+3%', ...EXTRACT, '--report', `p${EVIL}`, ...AS, ...DB()]],
  ['explain', () => ['--recipient', '0301', '--scenario', `s${EVIL}.json`, '--set', EVIL, ...EXTRACT, ...AS, ...DB()]],
  ['rules', () => ['diff', '2018', `s${EVIL}.json`]],
  ['scenario', () => ['--set', EVIL, '--only', EVIL, '--uprate', EVIL, ...EXTRACT, ...DB()]],
  ['scenario', () => ['--stack', `s${EVIL}.json`, '--baseline', EVIL, ...EXTRACT, ...DB()]],
  ['size', () => [...EXTRACT, '--rates', `r${EVIL}.csv`, ...DB()]],
  [
    'forecast',
    () => ['2018..2019', '--extract', `e1${EVIL}`, '--rates', `r${EVIL}.csv`, '--exclude', 'asylnorsk', ...DB()],
  ],
  ['forecast', () => ['2018', '--extract', `e1${EVIL}`, '--arrivals', `r${EVIL}.csv`, ...DB()]],
  ['forecast', () => [EVIL, '--extract', `e1${EVIL}`, '--set', EVIL, '--uprate', EVIL, '--scenario', EVIL, ...DB()]],
  ['forecast', () => ['2018', '--backtest', ...DB()]],
  ['hours', () => [...EXTRACT, '--out', `h${EVIL}`, ...DB()]],
  ['rate-model', () => [...EXTRACT, '--coverage', EVIL, ...DB()]],
  ['statistics', () => [...EXTRACT, '--out', `t${EVIL}`, ...DB()]],
  ['reveal', () => [EVIL, '--run', runId, ...AS, '--purpose', EVIL, ...DB()]],
  ['access', () => [...DB(), '--head', EVIL]],
  ['access', () => [...DB()]],
  ['prune', () => ['--dry-run', ...AS, ...DB()]],
  ['forget', () => ['--last-grant-year', EVIL, ...AS, '--reason', EVIL, ...DB()]],
  ['keys', () => ['new', '--name', EVIL, '--role', EVIL, '--out', `k${EVIL}`]],
  ['keys', () => [EVIL]],
  ['recipients', () => ['import', `m${EVIL}.csv`, ...AS, ...DB()]],
  ['recipients', () => ['import', `r${EVIL}.csv`, ...AS, ...DB()]],
  ['recipients', () => ['list', ...DB()]],
  ['recipients', () => ['show', EVIL, ...DB()]],
  ['recipients', () => ['show', '1103', ...DB()]],
  ['recipients', () => ['confirm', '1103', '--reference', EVIL, ...AS, ...DB()]],
  ['recipients', () => ['reject', EVIL, '--reference', 'x', ...AS, ...DB()]],
  ['recipients', () => ['block', '1103', '--reason', EVIL, ...AS, ...DB()]],
  ['recipients', () => ['history', '1103', ...DB()]],
  ['lists', () => ['show', ...DB()]],
  ['lists', () => ['propose', 'approvers', '--right', EVIL, '--person', `k${EVIL}`, '--out', 'a.json', ...DB()]],
  ['lists', () => ['diff', `r${EVIL}.csv`, ...DB()]],
  ['lists', () => ['sign', `r${EVIL}.csv`, ...AS, '--key', `k${EVIL}`]],
  [
    'compare',
    () => [`e1${EVIL}@2018`, `e2${EVIL}@2018`, '--rates', `r${EVIL}.csv`, '--out', `c${EVIL}`, ...AS, ...DB()],
  ],
  ['compare', () => [EVIL, EVIL, ...DB()]],
  ['export-trace', () => ['--recipient', '1103', '--run', later, '--out', `x${EVIL}`, ...AS, ...DB()]],
  ['export-trace', () => ['--recipient', EVIL, '--run', later, '--out', `x${EVIL}`, ...AS, ...DB()]],
  ['advice', () => [...EXTRACT, '--rates', `r${EVIL}.csv`, '--out', `a${EVIL}`, ...DB()]],
  ['impact', () => [...EXTRACT, '--rates', `r${EVIL}.csv`, ...DB()]],
  ['sample', () => [later, ...AS, ...DB()]],
  ['sample', () => ['record', later, '--item', EVIL, '--result', EVIL, '--note', EVIL, ...AS, ...DB()]],
  ['dossier', () => [later, '--out', `d${EVIL}.tar`, ...AS, ...DB()]],
  ['dossier', () => [EVIL, '--out', `d${EVIL}.tar`, ...AS, ...DB()]],
  ['report', () => [EVIL, '--recipient', EVIL, ...AS, ...DB()]],
  ['rules', () => ['list', '--rates', `r${EVIL}.csv`]],
  ['rules', () => ['show', EVIL]],
  ['rules', () => ['new', 'persontilskudd', '--from', '2027', '--rules', `r${EVIL}`]],
  ['rules', () => ['new', EVIL, '--from', EVIL]],
  ['help', () => [EVIL]],
  ['help', () => ['A10']],
  ['completion', () => [EVIL]],
  ['completion', () => ['bash']],
];

/** What of an output a terminal would obey, or a line that a name made. */
function wrongIn(text: string): string[] {
  return text.split('\n').filter((line) => hasUnseen(line) || line.trimStart().startsWith('EVIL'));
}

beforeAll(() => {
  writeFileSync(join(cwd, `m${EVIL}.csv`), `recipient_id,name\n1103,"${EVIL}"\n`);
  writeFileSync(join(cwd, `s${EVIL}.json`), JSON.stringify({ name: EVIL, rates: [`r${EVIL}.csv`] }));
  // A file of payments with a name that a bank would never take, and its answer.
  const [order, answer] = ['00-order.pain.001.001.03.xml', 'a-technically-valid.pain.002.001.03.xml'].map((name) =>
    readFileSync(join(RECEIPTS, name), 'utf8'),
  );
  writeFileSync(join(cwd, `b${EVIL}.xml`), order?.replaceAll('Moss kommune', 'q\u009b1m\u202e\u2066\u200bz') ?? '');
  writeFileSync(join(cwd, `a${EVIL}.xml`), answer ?? '');
  writeFileSync(join(cwd, `n${EVIL}.json`), JSON.stringify({ ledger: EVIL, [EVIL]: EVIL }));
});

test.each(CALLS)('%s shows hostile names by their numbers: %#', async (name, argv) => {
  used.add(name);
  for (const how of [['--lang', 'nb'], ['--lang', 'en'], ['--json']]) {
    const { out, err } = await cli(cwd, [name, ...argv(), ...how]);
    expect({ how, out: wrongIn(out), err: wrongIn(err) }).toEqual({ how, out: [], err: [] });
    if (how[0] === '--json' && out !== '' && !argv().includes('html')) expect(() => JSON.parse(out)).not.toThrow();
    expect(out + err).not.toBe('');
  }
});

test('every command was called', () => {
  expect(COMMAND_NAMES.filter((name) => !used.has(name))).toEqual([]);
});

test('so are hostile flags, commands, variables and values of the settings', async () => {
  const calls: readonly (readonly [string[], Record<string, string>])[] = [
    [[`--${EVIL}`], {}],
    [[EVIL], {}],
    [['run', `--x${EVIL}`], {}],
    [['status', EVIL], {}],
    [['status', '--lang', EVIL], {}],
    [['status', '--config', `n${EVIL}.json`], {}],
    [['status', '--config', `r${EVIL}.csv`], {}],
    [['status'], { [`NORSKTILSKUDD_${EVIL}`]: 'x' }],
    [['status'], { NORSKTILSKUDD_DB: EVIL }],
    [['status'], { NORSKTILSKUDD_LANG: EVIL }],
    [['run', ...EXTRACT, '--term', '1'], { NORSKTILSKUDD_AS: EVIL }],
    [['status', '--help'], { NORSKTILSKUDD_DB: EVIL }],
  ];
  for (const [argv, env] of calls) {
    for (const how of [[], ['--json']]) {
      const { out, err } = await cli(cwd, [...argv, ...how], env);
      expect({ argv, how, out: wrongIn(out), err: wrongIn(err) }).toEqual({ argv, how, out: [], err: [] });
    }
  }
});

test('so are hostile values of a manifest, and folders with hostile names', async () => {
  const folder = join(cwd, `o${EVIL}`);
  const copy = join(cwd, `changed${EVIL}`);
  renameSync(folder, copy);
  const manifest = join(copy, 'manifest.json');
  const text = readFileSync(manifest, 'utf8');
  for (const [from, to] of [
    ['"program"', JSON.stringify(EVIL)],
    ['payouts.csv', JSON.stringify(EVIL).slice(1, -1)],
    [later, JSON.stringify(EVIL).slice(1, -1)],
  ]) {
    writeFileSync(manifest, text.replaceAll(from ?? '', to ?? ''));
    for (const how of [[], ['--json']]) {
      const { code, out, err } = await cli(cwd, ['verify', `changed${EVIL}`, ...how]);
      expect({ code: code !== 0, out: wrongIn(out), err: wrongIn(err) }).toEqual({ code: true, out: [], err: [] });
    }
  }
  expect(readdirSync(copy).length).toBeGreaterThan(5);
});

test('a colour of the program comes through, one of a name does not', async () => {
  const terminal = { ...memoryTerminal(cwd), errIsTty: true };
  const err: string[] = [];
  const code = await main(['status', '--db', '/\u001b[31mx\u001b[39m/l.db'], {
    ...terminal,
    err: (text) => void err.push(text),
  });
  const text = err.join('');
  expect(code).not.toBe(0);
  const red = (word: string): string => `\u001b[31m${word}\u001b[39m`;
  expect(text.startsWith(red('Feil:')) || text.startsWith(red('Error:'))).toBe(true);
  expect(text.split('\u001b')).toHaveLength(3);
  expect(text).toContain('<U+001B>[31mx');
});
