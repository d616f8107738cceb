import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { temporaryFolder } from '../../support/temporary-folder';

/*
 * A component that does not exist and a version of persontilskudd that does not exist are put into a copy of the project,
 * each one file and its rows (rules/made-up), as RULES.md tells. No other file is touched, but for what `rules lock`
 * writes. Everything that the program does with a rule then works.
 */

export const PROJECT = join(__dirname, '..', '..', '..');
const MADE_UP = join(PROJECT, 'rules', 'made-up');
const TABLE = z.object({ groups: z.array(z.unknown()), components: z.array(z.unknown()) });

/** A copy of the sources. */
export function copiedProject(): string {
  const root = temporaryFolder();
  const own = readdirSync(PROJECT).filter((name) => name.endsWith('.cjs') && name.startsWith('.'));
  for (const name of ['bin', 'src', 'rules', 'package.json', ...own])
    cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** Puts the files and rows of the made-up rules into a project. */
export function addMadeUpRules(root: string): void {
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

export function build(root: string): void {
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
export const idOf = (place: number): string => `20160000000${place + 1}`;

export function writeExtract(folder: string): void {
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

/** Calls the program of a project; standard output of a command that succeeds, without line breaks within sentences. */
export function caller(root: string, work: string): (...argv: readonly string[]) => string {
  return (...argv) => {
    const language = argv.includes('--lang') ? [] : ['--lang', 'en'];
    const all = [join(root, 'bin', 'norsktilskudd'), ...argv, ...language];
    const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: work, encoding: 'utf8' });
    expect({ argv, status, stderr: status === 0 ? '' : stderr }).toEqual({ argv, status: 0, stderr: '' });
    return stdout.replace(/\u00a0/g, ' ').replace(/\n\s+/g, ' ');
  };
}
