import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { temporaryFolder } from '../support/temporary-folder';

/*
 * A component that does not exist and a version of persontilskudd that does not exist are put into a copy of the project,
 * each one file and its rows (rules/made-up), as RULES.md tells. No other file is touched, but for what `rules lock`
 * writes. Everything that the program does with a rule then works.
 */

const PROJECT = join(__dirname, '..', '..');
const MADE_UP = join(PROJECT, 'rules', 'made-up');
jest.setTimeout(120_000);

const EXCLUDED = ['--exclude', 'grunntilskudd'];

const TABLE = z.object({ groups: z.array(z.unknown()), components: z.array(z.unknown()) });
const RUN = z.looseObject({ run_id: z.string() });

/** A copy of the sources. */
function copiedProject(): string {
  const root = temporaryFolder();
  const own = readdirSync(PROJECT).filter((name) => name.endsWith('.cjs') && name.startsWith('.'));
  for (const name of ['bin', 'src', 'rules', 'package.json', ...own])
    cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** Puts the files and rows of the made-up rules into a project. */
function addMadeUpRules(root: string): void {
  for (const name of ['botilskudd-2027.ts', 'persontilskudd-2027.ts'])
    cpSync(join(MADE_UP, name), join(root, 'rules', 'modules', name));
  for (const name of ['limits.csv', 'rates.csv']) {
    const [, ...rows] = readFileSync(join(MADE_UP, name), 'utf8').split('\n');
    appendFileSync(join(root, 'rules', 'data', name), rows.join('\n'));
  }
  const path = join(root, 'rules', 'data', 'components.json');
  const [table, more] = [path, join(MADE_UP, 'components.json')].map((file) =>
    TABLE.parse(JSON.parse(readFileSync(file, 'utf8'))),
  );
  const groups = [...(table?.groups ?? []), ...(more?.groups ?? [])];
  writeFileSync(
    path,
    JSON.stringify({ groups, components: [...(table?.components ?? []), ...(more?.components ?? [])] }),
  );
}

function build(root: string): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, '.build.cjs'), root], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

type Person = readonly [born: string, country: string, permit: string, entered: string];

/** Who has a new permit, who has an old one, who is too old for the new persontilskudd, and one in year 2. */
const PERSONS: readonly Person[] = [
  ['1990-05-05', 'SYR', '2027-01-20', '2027-02-01'],
  ['1990-05-05', 'SYR', '2027-01-10', '2027-02-01'],
  ['1965-05-05', 'SYR', '2027-01-20', '2027-02-02'],
  ['1970-05-05', 'SWE', '2026-05-20', '2026-05-22'],
];
const idOf = (place: number): string => `20160000000${place + 1}`;

function writeExtract(folder: string): void {
  const rowsOf = (row: (person: Person, id: string) => string): string[] =>
    PERSONS.map((person, place) => row(person, idOf(place)));
  const tables: Readonly<Record<string, readonly [header: string, rows: string[]]>> = {
    persons: [
      'person_id,birth_date,country_background,death_date,emigrated_on,address_protection,registered_on',
      rowsOf(([born, country], id) => `${id},${born},${country},,,ingen,2000-01-01`),
    ],
    target_group: [
      'target_group_id,person_id,law,category,permit_granted_on,entered_on,left_on,registered_on',
      rowsOf(
        ([, , permit, entered], id) => `t${id},${id},integreringsloven,rett_og_plikt,${permit},${entered},,2000-01-01`,
      ),
    ],
    decisions: [
      'decision_id,person_id,kommune,kind,outcome,decided_on,registered_on',
      rowsOf(([, , , entered], id) => `d${id},${id},0301,norsk_og_samfunnskunnskap,innvilget,${entered},2000-01-01`),
    ],
    residence: [
      'person_id,kommune,kind,from_date,to_date,registered_on',
      // The first one moves within the year.
      [
        `${idOf(0)},0301,folkeregistrert,2000-01-01,2027-05-31,2000-01-01`,
        `${idOf(0)},3201,folkeregistrert,2027-06-01,,2000-01-01`,
        ...rowsOf((_, id) => `${id},0301,folkeregistrert,2000-01-01,,2000-01-01`).slice(1),
      ],
    ],
    hours: ['hours_id,person_id,kommune,month,category,hours,registered_on', []],
    teaching_hours: ['kommune,month,teaching_hours', []],
    training_kommune: ['person_id,kommune,from_date,to_date', []],
    upper_secondary: ['person_id,fylke,from_date,to_date', []],
  };
  mkdirSync(folder);
  for (const [name, [header, rows]] of Object.entries(tables))
    writeFileSync(join(folder, `${name}.csv`), `${[header, ...rows].join('\n')}\n`);
  const counts = Object.fromEntries(Object.entries(tables).map(([name, [, rows]]) => [name, rows.length]));
  writeFileSync(join(folder, 'extract.json'), JSON.stringify({ taken_at: '2027-03-31', source: 'test', rows: counts }));
}

describe('a made-up component and a made-up version', () => {
  const root = copiedProject();
  const work = temporaryFolder();
  const unbroken = (text: string): string => text.replace(/\u00a0/g, ' ').replace(/\n\s+/g, ' ');
  /** Standard output of a command that succeeds, without line breaks within sentences. */
  const call = (...argv: readonly string[]): string => {
    const language = argv.includes('--lang') ? [] : ['--lang', 'en'];
    const all = [join(root, 'bin', 'norsktilskudd'), ...argv, ...language];
    const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: work, encoding: 'utf8' });
    expect({ argv, status, stderr: status === 0 ? '' : stderr }).toEqual({ argv, status: 0, stderr: '' });
    return unbroken(stdout);
  };
  const explain = (place: number, language: string): string =>
    call('explain', '--format', 'full', '--person', idOf(place), '--why-not', '--as', 'kari', '--lang', language);
  let runId = '';

  beforeAll(() => {
    writeExtract(join(work, 'extract'));
    build(root);
    // The ledger is older than the component.
    call('init', '--rehearsal', '--as', 'kari');
    addMadeUpRules(root);
    build(root);
    call('rules', 'lock');
    // What the lock says of tables counts from the next build on.
    build(root);
    runId = RUN.parse(
      JSON.parse(
        call(
          ...['run', '--extract', 'extract', '--year', '2027', '--term', '1', '--rehearsal', '--as', 'kari', '--json'],
          ...EXCLUDED,
        ),
      ),
    ).run_id;
  });

  test('are frozen, and change no year that was', () => {
    expect(call('rules', 'check')).toBe('16 frozen rules are unchanged.\n');
    const before = readFileSync(join(PROJECT, 'rules', 'rules.lock.json'), 'utf8');
    const after = readFileSync(join(root, 'rules', 'rules.lock.json'), 'utf8');
    const hashes = (text: string): string[] =>
      [...text.matchAll(/"module": "(.*)",\s+"sha256": "(\w+)"/g)].map(([, module, sha256]) => `${module} ${sha256}`);
    const ended = ['botilskudd@2027', 'persontilskudd@2027'];
    expect(hashes(before)).toEqual(
      expect.arrayContaining(hashes(after).filter((row) => !ended.includes(row.split(' ')[0] ?? ''))),
    );
  });

  // 3 000 kr are due of 9 001 kr: 2 and 1 parts of 3. 20 000 kr are due of 40 001 kr: 120 and 214 days of 334.
  test('are calculated, each with its dues: a split of its own, and one by days', () => {
    const lines = readFileSync(join(work, 'norsktilskudd.db.d', 'runs', runId, 'payout_lines.csv'), 'utf8');
    const cells = lines
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map((line) => [5, 6, 9, 12, 14, 16].map((place) => line[place]));
    expect(cells).toEqual([
      ['BOLIG', idOf(0), '9001', '2000', '2000', 'botilskudd'],
      ['BOLIG', idOf(0), '9001', '1000', '1000', 'botilskudd'],
      ['BOLIG', idOf(2), '9001', '3000', '3000', 'botilskudd'],
      ['P-AR1-H', idOf(0), '40001', '7186', '7186', 'persontilskudd'],
      ['P-AR1-H', idOf(0), '40001', '12814', '12814', 'persontilskudd'],
      ['P-AR1-H', idOf(1), '40001', '20000', '20000', 'persontilskudd'],
      ['P-AR2-L', idOf(3), '21000', '10500', '10500', 'persontilskudd'],
    ]);
  });

  test('are explained in both languages', () => {
    const nb = explain(0, 'nb');
    expect(nb).toContain('Botilskudd til nybosatte, tilskuddsåret 2027 (BOLIG)');
    expect(nb).toContain('Tillatelsen er gitt 20. januar 2027.');
    expect(nb).toContain('Den må være fra og med 18 til og med 60.');
    expect(nb).toContain(
      'Halvparten forfaller i termin 1 og resten i termin 4. Til og med termin 1 er det 20 000 kr av 40 001 kr.',
    );
    expect(nb).toContain('En tredel forfaller i termin 1 og resten i termin 4. I termin 1 er 3 000 kr forfalt.');
    expect(nb).toContain('Bostedet ved inntreden får 2 deler og bostedet ved utgangen av året 1.');
    expect(nb).toContain('0301 Oslo: 3 000 kr × 2 / 3 = 2 000 kr, rest 0.');
    const en = explain(0, 'en');
    expect(en).toContain('One third is due in term 1, the rest in term 4. In term 1, 3 000 kr is due.');
    expect(en).toContain('The home on entry receives 2 parts, the home at the end of the year 1.');
    expect(en).toContain('3201 Bærum: 3 000 kr × 1 / 3 = 1 000 kr, remainder 0.');
    expect(en).toContain('Housing grant for newly settled, grant year 2027 (BOLIG)');
    expect(en).toContain('The permit was granted on 20 January 2027.');
    expect(en).toContain('It must be from 18 to 60.');
    expect(en).toContain('One half is due in term 1, the rest in term 4. Up to term 1 that is 20 000 kr of 40 001 kr.');
  });

  test('have a why-not with the smallest change that is enough', () => {
    expect(explain(1, 'en')).toContain(
      'The date of the permit 15 January 2027 instead of 10 January 2027 (5 days later) [target_group.csv:3:permit_granted_on] Then 9 001 kr for the year would have been paid, from term 1.',
    );
    expect(explain(1, 'nb')).toContain(
      'IKKE OPPFYLT: Tillatelsen er gitt 10. januar 2027. Den må være gitt 15. januar 2027 eller senere.',
    );
    expect(explain(2, 'en')).toContain(
      'The date of the permit 4 May 2026 instead of 20 January 2027 (261 days earlier) [target_group.csv:4:permit_granted_on] Then 40 001 kr for the year would have been paid, from term 1.',
    );
  });

  test('are checked by verify, and by the verifiers of one file', () => {
    const verified = call('verify', runId, '--draft', '--db', 'norsktilskudd.db', '--extract', 'extract');
    expect(verified).toContain('Everything checks');
    for (const name of ['verify-run.cjs', 'verify-trace.cjs', 'verify-figures.cjs']) {
      const folder = join(work, 'norsktilskudd.db.d', 'runs', runId);
      const { status, stdout } = spawnSync(process.execPath, [join(root, 'bin', name), folder], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([0, expect.stringContaining('Everything checks')]);
    }
  });

  test('are what scenarios, comparisons and questions reckon with', () => {
    const rates = 'key,grant_year,rate_class,value,status,source,note\nbotilskudd,2027,single,10001,scenario,test,\n';
    writeFileSync(join(work, 'dearer.csv'), rates);
    writeFileSync(join(work, 'dearer.json'), JSON.stringify({ name: 'dearer', rates: ['dearer.csv'] }));
    const scenario = call('scenario', 'dearer.json', '--extract', 'extract', '--year', '2027', ...EXCLUDED);
    expect(scenario).toContain('121 004 kr');
    const compared = call('compare', 'extract@2026', 'extract@2027', ...EXCLUDED);
    expect(compared).toMatch(/housing grant +0 kr +0 kr +0 kr +\+18 002 kr +0 kr +18 002 kr/);
    // Whoever is too old for the version of 2027 falls away by its rule, not by data.
    expect(compared).toMatch(/persontilskudd +20 000 kr +0 kr +\+121 000 kr +−40 000 kr +\+2 kr/);
    expect(call('impact', '--extract', 'extract', '--year', '2027', ...EXCLUDED)).toMatch(/A10 +by_days +by_months/);
    expect(call('size', '--extract', 'extract', '--year', '2027', ...EXCLUDED)).toMatch(
      /housing grant +single +2 +3 +9 001 kr +18 002 kr/,
    );
  });

  test('are approved and posted', () => {
    expect(call('approve', runId, '--as', 'ola')).toContain(`${runId} is posted: 7 lines, 4 payments, 56 500 kr.`);
    expect(call('verify', runId, '--db', 'norsktilskudd.db')).toContain('1 posted batch');
  });
});
