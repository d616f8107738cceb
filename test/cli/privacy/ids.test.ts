import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessLogPath, readAccessLog } from '../../../src/audit';
import { setFaultPlan } from '../../../src/effects';
import { temporaryFolder } from '../../support/temporary-folder';
import { CASE, ok, runIdOfTerm, runTerm } from '../approval/support';
import { type CliResult, cli } from '../support';

const cwd = temporaryFolder();
const DB = ['--db', 'l.db'];
const ids = new Set<string>();
let runId = '';

beforeAll(async () => {
  for (const term of ['2019-T3', '2021-T1']) {
    const persons = readFileSync(join(CASE, term, 'extract', 'persons.csv'), 'utf8');
    for (const [id] of persons.matchAll(/\b\d{11,12}\b/g)) ids.add(id);
  }
  runId = await runIdOfTerm(cwd, 'l.db', '2019-T3');
}, 60_000);

/** Ids of the register that stand in a text. */
const idsIn = (text: string) => [...text.matchAll(/\d{11,12}/g)].map(([id]) => id).filter((id) => ids.has(id));
const said = ({ out, err }: CliResult) => `${out}\n${err}`;
const folder = () => join(cwd, 'l.db.d', 'runs', runId);
const lineOfPerson = () =>
  /^([^,]+),.*,(\d{12}),/m.exec(readFileSync(join(folder(), 'payout_lines.csv'), 'utf8')) ?? [];

test('the register has ids to look for, and only the two restricted files hold them', () => {
  expect(ids.size).toBeGreaterThan(20);
  const holding = readdirSync(folder()).filter(
    (name) => idsIn(readFileSync(join(folder(), name), 'latin1')).length > 0,
  );
  expect(holding.sort()).toEqual(['held.csv', 'payout_lines.csv'].filter((name) => holding.includes(name)));
  expect(holding).toContain('payout_lines.csv');
});

test('no command but reveal says an id, in either language or as JSON', async () => {
  const [, lineId = '', person = ''] = lineOfPerson();
  const commands = [
    ['status', ...DB],
    ['explain', lineId, ...DB, '--as', 'kari'],
    ['explain', '--person', person, ...DB, '--as', 'kari'],
    ['explain', '--batch', runId, ...DB],
    ['verify', folder(), ...DB],
    ['approve', runId, '--as', 'Kari Kjører', ...DB],
    ['attest', runId, '--as', 'Astrid', ...DB],
    ['approve', runId, '--as', 'Ola', ...DB],
    ['lists', 'show', ...DB],
    ['access', ...DB],
    ['forget', '--person', person, '--as', 'kari', '--reason', 'krav', ...DB],
    ['explain', '--person', '209912345678', ...DB],
  ];
  for (const argv of commands) {
    for (const how of [['--lang', 'nb'], ['--json']]) {
      const answer = await cli(cwd, [...argv, ...how]);
      expect({ argv: argv[0], found: idsIn(said(answer)) }).toEqual({ argv: argv[0], found: [] });
    }
  }
}, 60_000);

test('rejected rows are told without ids', async () => {
  const broken = join(cwd, 'broken');
  cpSync(join(CASE, '2019-T3', 'extract'), broken, { recursive: true });
  const residence = readFileSync(join(broken, 'residence.csv'), 'utf8').replace(/\d{4}-\d{2}-\d{2}/g, '2019-02-30');
  writeFileSync(join(broken, 'residence.csv'), residence);
  const persons = readFileSync(join(broken, 'persons.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(join(broken, 'persons.csv'), [...persons, persons.at(-1), ''].join('\n'));
  const what = ['--extract', broken, '--rates', join(CASE, 'rates.csv'), '--year', '2019', '--term', '4'];
  const out = join(cwd, 'rejected');
  const answer = await cli(cwd, ['run', ...what, '--rehearsal', ...DB, '--as', 'kari', '--out', out]);
  expect(answer.code).toBe(3);
  expect(idsIn(said(answer))).toEqual([]);
  for (const name of readdirSync(out)) expect(idsIn(readFileSync(join(out, name), 'utf8'))).toEqual([]);
}, 60_000);

test('a fault at any of many points says no id, and neither does the debug file', async () => {
  const [, , person = ''] = lineOfPerson();
  const debugFiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('norsktilskudd-debug-'));
  const before = new Set(debugFiles());
  for (const occurrence of [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]) {
    for (const work of [
      () => runTerm(cwd, 'faulty.db', '2019-T3'),
      () => cli(cwd, ['explain', '--person', person, ...DB]),
    ]) {
      setFaultPlan({ action: 'fail', prefix: '', occurrence });
      const answer = await work();
      setFaultPlan(undefined);
      expect(idsIn(said(answer))).toEqual([]);
    }
  }
  const written = debugFiles().filter((name) => !before.has(name));
  for (const name of written) expect(idsIn(readFileSync(join(tmpdir(), name), 'utf8'))).toEqual([]);
}, 120_000);

test('reveal shows the person for a purpose, and every look stands in the access log', async () => {
  const [, , person = ''] = lineOfPerson();
  const log = () => readAccessLog(accessLogPath(join(cwd, 'l.db')));
  const before = log().rows.length;
  expect(log().rows.some(({ kind, actor }) => kind === 'explain' && actor === 'kari')).toBe(true);
  const pseudonym = log().rows.find(({ subjects }) => /^[0-9a-f]{32}$/.test(subjects[0] ?? ''))?.subjects[0] ?? '';
  const reveal = (...flags: string[]) => cli(cwd, ['reveal', pseudonym, '--as', 'kari', ...DB, ...flags]);
  expect(await reveal('--run', runId)).toMatchObject({ code: 2, err: expect.stringContaining('--purpose') });
  expect(log().rows.length).toBe(before);
  expect(await reveal('--run', runId, '--purpose', 'klage 18/123')).toMatchObject({ code: 0, out: `${person}\n` });
  expect(log().rows.at(-1)).toMatchObject({
    kind: 'reveal',
    actor: 'kari',
    runId,
    subjects: [pseudonym],
    purpose: 'klage 18/123',
  });
  const nobody = await cli(cwd, [
    'reveal',
    'f'.repeat(32),
    '--as',
    'kari',
    '--run',
    runId,
    '--purpose',
    'prøve',
    ...DB,
  ]);
  expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('PSEUDONYM_UNKNOWN') });
  expect(log().rows.length).toBe(before + 2);
  expect((await ok(cwd, 'access', ...DB)).rows).toHaveLength(before + 2);
});
