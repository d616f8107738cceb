import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readLimits } from '../../rules/shipped-rows';
import { COMPONENTS, calendarDate, NO_DAY, parseDay } from '../../src/domain';

const ROOT = join(__dirname, '..', '..');
const SOURCE = join(ROOT, 'src');

/** The calculation in SQL states the law a second time, so that it can disagree; a made-up world stands still when the law moves. */
const OWN_LAW = ['src/audit/sql/', 'src/messages/', 'src/synthetic/'];

/** Files of src without their comments, but for those that state the law on purpose. */
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: relative(ROOT, join(SOURCE, name)), code: withoutComments(join(SOURCE, name)) }))
  .filter(({ name }) => OWN_LAW.every((place) => !name.startsWith(place)));

function withoutComments(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** A component by its name, or by the constant that stands for one. */
const NAME = `(?:['"\`](?:${COMPONENTS.join('|')})['"\`]|[A-Z]+_COMPONENT)`;
const COMPARISON = new RegExp(
  `[!=]==\\s*${NAME}|${NAME}\\s*[!=]==|case ${NAME}:|(?:includes|has|indexOf|startsWith)\\(${NAME}`,
  'g',
);

/** Why a component is asked for by name and not by a trait; at most ten. */
const REASONS: Readonly<Record<string, string>> = {
  'src/analysis/compare/line-effects.ts': 'whether lines of the one that is counted have been added, kept by name',
};

/** Days of the law, as limits.csv has them: `2018-01-01`, `01-15`. */
const DAYS = [
  ...new Set(
    readLimits(readFileSync(join(ROOT, 'rules', 'data', 'limits.csv'), 'utf8')).flatMap(({ value }) =>
      parseDay(value.length === 5 ? `2000-${value}` : value) === undefined ? [] : [value],
    ),
  ),
];

/** The same in code: `dayOf(2018, 1, 1)`, of a day of every year `dayOf(year, 1, 15)`. */
function inCode(day: string): RegExp {
  const { year, month, dayOfMonth } = calendarDate(parseDay(day.length === 5 ? `2000-${day}` : day) ?? NO_DAY);
  const of = day.length === 5 ? '[^,()]+' : String(year);
  return new RegExp(`dayOf\\(${of}, ${month}, ${dayOfMonth}\\)|['"\`]${day}['"\`]`);
}

test('a component is compared by name in the places that say why, ten at most', () => {
  const found = FILES.flatMap(({ name, code }) => (code.match(COMPARISON) ?? []).map(() => name));
  expect([...new Set(found)].sort()).toEqual(Object.keys(REASONS).sort());
  expect(found.length).toBeLessThanOrEqual(10);
});

test('the search finds a comparison', () => {
  const [name] = COMPONENTS;
  for (const text of [`a === '${name}'`, `case '${name}':`, `x.includes('${name}')`, 'c !== COUNT_COMPONENT']) {
    expect(text.match(COMPARISON)).not.toBeNull();
  }
});

test('no day of the law stands outside rules/', () => {
  expect(DAYS).toEqual(expect.arrayContaining(['2018-01-01', '01-15']));
  const found = DAYS.flatMap((day) =>
    FILES.flatMap(({ name, code }) => (inCode(day).test(code) ? [`${name} ${day}`] : [])),
  );
  expect(found).toEqual([]);
  expect('places.translationTo(dayOf(grantYear, 1, 15))').toMatch(inCode('01-15'));
});

test('no category, law or kind of decision is named outside rules/', () => {
  const named = /\b(?:CATEGORY|DECISION_KIND)\.\w+|\bLAW\.(?:introduksjonsloven|integreringsloven)/g;
  const found = FILES.flatMap(({ name, code }) => (code.match(named) ?? []).map((text) => `${name} ${text}`));
  expect(found).toEqual([]);
  expect('category === CATEGORY.asylumSeeker').toMatch(named);
});
