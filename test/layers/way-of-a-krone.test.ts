import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const DOCUMENT = readFileSync(join(ROOT, 'src', 'ARCHITECTURE.md'), 'utf8');

/** What the lists do not count: doors of rooms, the class that is the ledger's and its parts, and the tables that name rules by year. */
const PASSED_THROUGH = new Set(
  [
    'rules/registry',
    'rules/year-calendar',
    'rules/modules/index',
    'rules/calendars/index',
    'src/ledger/ledger',
    'src/ledger/parts/batches',
    'src/engine/begin-run',
  ].map((name) => `${name}.ts`),
);

/** Files of a numbered list under a heading. */
function listUnder(heading: string): string[] {
  const [, part = ''] = DOCUMENT.split(`\n## ${heading}\n`);
  const [section = ''] = part.split('\n## ');
  const rows = [...section.matchAll(/^(\d+)\. `([^`]+)`/gm)];
  expect(rows.map(([, number]) => Number(number))).toEqual(rows.map((_, index) => index + 1));
  return rows.map(([, , name = '']) => `${name}.ts`);
}

/** Files of ours that a file imports or hands on; through a door those that have the names. */
function importsOf(file: string): Set<string> {
  const found = new Set<string>();
  for (const { names, target } of statementsOf(file)) {
    for (const each of basename(target) === 'index.ts' ? behindDoor(target, names) : [target]) found.add(each);
  }
  return found;
}

function statementsOf(file: string): { names: string[]; target: string }[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)(?: type)? (\*|[\w{][^;]*?) from '(\.[^']*)';/gms)].map(
    ([, clause = '', path = '']) => ({
      names: [...clause.replaceAll(/\btype /g, '').matchAll(/\w+/g)].map(([name]) => name),
      target: resolved(file, path),
    }),
  );
}

function resolved(from: string, path: string): string {
  const place = relative(ROOT, join(ROOT, dirname(from), path));
  return existsSync(join(ROOT, `${place}.ts`)) ? `${place}.ts` : join(place, 'index.ts');
}

/** Files that a door has the names from; the door itself, too, which may hold some of them. */
function behindDoor(door: string, names: readonly string[]): string[] {
  const from = statementsOf(door).filter(({ names: own, target }) =>
    own.length > 0 ? own.some((name) => names.includes(name)) : names.some((name) => declares(target, name)),
  );
  return [door, ...from.map(({ target }) => target)];
}

function declares(file: string, name: string): boolean {
  return new RegExp(`^export .*\\b${name}\\b`, 'm').test(readFileSync(join(ROOT, file), 'utf8'));
}

/** Files of a list that no earlier one leads to. */
function unreachable(files: readonly string[]): string[] {
  const reached = new Set<string>(files.slice(0, 1));
  const add = (file: string): void => {
    for (const each of importsOf(file)) {
      const isNew = !reached.has(each);
      reached.add(each);
      if (isNew && PASSED_THROUGH.has(each)) add(each);
    }
  };
  const lost: string[] = [];
  for (const file of files) {
    if (!reached.has(file)) lost.push(file);
    add(file);
  }
  return lost;
}

const KRONE = listUnder('The way of a krone');
const EXTRACT = listUnder('The way of an extract');

test.each([
  ['a krone', KRONE, 40],
  ['an extract', EXTRACT, 15],
] as const)('the way of %s leads from file to file, and is short', (_, files, most) => {
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(new Set(files).size).toBe(files.length);
  expect(files.length).toBeLessThanOrEqual(most);
  expect(unreachable(files)).toEqual([]);
});

test('a file that nothing leads to is found', () => {
  expect(unreachable([...KRONE.slice(0, 3), 'src/engine/emit.ts'])).toEqual(['src/engine/emit.ts']);
});

test('the steps are those of executeRun, in its order', () => {
  const [, listed = ''] = /The steps are those of \[executeRun\]\([^)]*\):([^.]*)\./s.exec(DOCUMENT) ?? [];
  const steps = [...listed.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
  const code = readFileSync(join(ROOT, 'src', 'app', 'run', 'execute-run.ts'), 'utf8');
  const body = code.slice(code.indexOf('export function executeRun'));
  expect(steps.length).toBeLessThanOrEqual(10);
  const places = steps.map((step) => body.indexOf(`${step}(`));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
