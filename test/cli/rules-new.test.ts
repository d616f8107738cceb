import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftToFillIn } from '../../src/app/rules/check-rules';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

/*
 * `rules new` in a copy of the rules folder. That what it makes can be filled in, built, frozen and used is held by
 * test/slow/next-circular.test.ts, which does what rules/CIRCULAR.md says.
 */

const RULES = join(__dirname, '..', '..', 'rules');

function rulesFolder(): string {
  const folder = join(temporaryFolder(), 'rules');
  for (const name of ['modules', 'examples', 'data', 'DECISIONS.md', 'rules.lock.json'])
    cpSync(join(RULES, name), join(folder, name), { recursive: true });
  return folder;
}

const begin = (folder: string, component: string, from: string) =>
  cli(folder, ['rules', 'new', component, '--from', from, '--rules', folder, '--lang', 'en']);
const linesOf = (folder: string, file: string): string[] => readFileSync(join(folder, file), 'utf8').split('\n');

test('the shipped rules have nothing left to fill in', () => {
  expect(leftToFillIn()).toEqual([]);
});

test('makes module, limits, example and decision, and tells every place that is left', async () => {
  const folder = rulesFolder();
  const { code, out } = await begin(folder, 'grunntilskudd', '2027');
  expect([code, out]).toEqual([0, expect.stringContaining('grunntilskudd@2027 begins as grunntilskudd@2022.')]);
  expect(linesOf(folder, 'modules/grunntilskudd-2027.ts')).toEqual([
    "import type { RuleDefinition } from '../../src/domain';",
    "import { grunntilskudd2022 } from './grunntilskudd-2022';",
    '',
    '/** FILL IN: what is new from 2027, in one sentence with its source. Ages, dates and steps are limits, not code. */',
    'export const grunntilskudd2027: RuleDefinition = {',
    '  ...grunntilskudd2022,',
    "  id: 'grunntilskudd@2027',",
    '  firstGrantYear: 2027,',
    "  sources: ['FILL IN: circular and section'],",
    '};',
    '',
  ]);
  const added = linesOf(folder, 'data/limits.csv').slice(linesOf(RULES, 'data/limits.csv').length - 1);
  expect(added[3]).toBe(
    'grunntilskudd.steps,1-3:low 4-150:high,2027,,illustrative,FILL IN: circular and section; delete the row where nothing changes,what lies in no step gives nothing,',
  );
  // The last example of 2022 that pays in one run, five years later: days of birth, entry and rates alike.
  const [before] = linesOf(RULES, 'examples/grunntilskudd-2022.csv')
    .filter((line) => /;\d{4};1;.*;\d{4} \d+;/.test(line))
    .slice(-1);
  const [, example = ''] = linesOf(folder, 'examples/grunntilskudd-2027.csv');
  expect(example.split(';').slice(0, 2)).toEqual(['FILL IN', '2027']);
  expect(example).toContain('FILL IN;FILL IN');
  expect(before).toBeDefined();
  const [left] = leftToFillIn(folder);
  const after = (file: string, rows: number): string => {
    const lines = linesOf(RULES, file).length - 1;
    return Array.from({ length: rows }, (_, row) => lines + row + 1).join(',');
  };
  expect(left?.params).toEqual({
    places: [
      'modules/grunntilskudd-2027.ts:4,9',
      `data/limits.csv:${after('data/limits.csv', 9)}`,
      'examples/grunntilskudd-2027.csv:2',
      `DECISIONS.md:${after('DECISIONS.md', 3)}`,
    ].join(' '),
  });
});

test('two rules that read one limit get one row of it', async () => {
  const folder = rulesFolder();
  await begin(folder, 'persontilskudd', '2027');
  await begin(folder, 'grunntilskudd', '2027');
  const keys = linesOf(folder, 'data/limits.csv')
    .filter((line) => line.includes('FILL IN'))
    .map((line) => line.split(',')[0]);
  expect(keys).toContain('persontilskudd.years_paid');
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(readdirSync(join(RULES, 'modules')).flatMap((file) => /^(.+)-(\d{4})\.ts$/.exec(file)?.slice(1, 2) ?? []))(
  '%s: every component has a next version, or has ended',
  async (name) => {
    const folder = rulesFolder();
    const component = name.replaceAll('-', '_');
    const { code, err } = await begin(folder, component, '2030');
    const hasEnded = ['kulturtilskudd', 'timetilskudd'].includes(component);
    expect([code, err]).toEqual(hasEnded ? [2, expect.stringContaining('RULE_COMPONENT_ENDED')] : [0, '']);
  },
);

test('refuses, and leaves all as it was: a frozen year, a second time, a folder that is none', async () => {
  const folder = rulesFolder();
  const early = await begin(folder, 'persontilskudd', '2026');
  expect(early.err).toContain('2027 is the first grant year that a new version can have. [RULE_YEAR_FROZEN]');
  await begin(folder, 'persontilskudd', '2027');
  const before = readFileSync(join(folder, 'data', 'limits.csv'), 'utf8');
  const again = await begin(folder, 'persontilskudd', '2027');
  expect(again.err).toContain('persontilskudd@2027 has been begun already');
  expect(readFileSync(join(folder, 'data', 'limits.csv'), 'utf8')).toBe(before);
  rmSync(join(folder, 'DECISIONS.md'));
  const unfit = await begin(folder, 'grunntilskudd', '2027');
  expect(unfit.err).toContain('DECISIONS.md is missing. [RULES_FOLDER_UNFIT]');
  expect([early, again, unfit].map(({ code }) => code)).toEqual([2, 2, 2]);
  writeFileSync(join(folder, 'DECISIONS.md'), '');
});
