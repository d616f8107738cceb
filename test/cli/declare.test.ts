import { callWith } from '../../src/cli/declare/call';
import { flag, flagList, required, requiredList } from '../../src/cli/declare/flag';
import { day, whole, year } from '../../src/cli/declare/kinds';
import { combine, readInput, type Source, unless, withDefault } from '../../src/cli/declare/source';
import { FLAGS } from '../../src/cli/flags/flags';
import { SETTINGS } from '../../src/cli/flags/settings';
import { memoryTerminal } from '../../src/cli/terminal';
import { NorsktilskuddError } from '../../src/domain';
import { flagsEn } from '../../src/messages/flags/en';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();

const size = flag('sampleSize', '--size <number>', whole(10));
const years = flagList('year', '--year <year>', year);
const on = flag('on', '--on <date>', day);

function call(given: Record<string, string[]>, env: Record<string, string> = {}) {
  return callWith(new Map(Object.entries(given)), { terminal: memoryTerminal(folder, env) });
}

function problems(sources: Record<string, Source<unknown>>, given: Record<string, string[]>): string[] {
  try {
    readInput(sources, call(given), 'norsktilskudd test');
  } catch (cause) {
    if (cause instanceof NorsktilskuddError) return cause.details.map(({ code, params }) => `${code} ${params.flag}`);
    throw cause;
  }
  return [];
}

test('values come read, with their types and defaults', () => {
  const sources = { size: required(size), other: withDefault(size, 3), years, on };
  const input = readInput(sources, call({ '--size': ['7'], '--year': ['2018', '2019'] }), 'test');
  const typed: { size: number; other: number; years: readonly number[]; on: number | undefined } = input;
  expect(typed).toEqual({ size: 7, other: 7, years: [2018, 2019], on: undefined });
  // @ts-expect-error a flag that may be left out has no value to rely on
  const wrong: number = input.on;
  expect(wrong).toBeUndefined();
});

test('everything that is wrong is told at once, each flag once', () => {
  const sources = { size: required(size), years: requiredList(years), on: required(on) };
  expect(problems(sources, { '--year': ['1', 'x'], '--on': ['2018-02-30'] })).toEqual([
    'FLAG_MISSING --size',
    'FLAG_BAD_VALUE --year',
    'FLAG_BAD_VALUE --year',
    'FLAG_NO_SUCH_DAY --on',
  ]);
  const both = combine({ size, on }, (_given, found) => found.demand('--on', undefined));
  expect(problems({ both }, { '--on': ['soon'] })).toEqual(['FLAG_BAD_VALUE --on']);
});

test('what stands in for a flag is asked for only where that is not given', () => {
  const either = unless(size, required(on));
  expect(problems({ either }, {})).toEqual(['FLAG_MISSING --on']);
  expect(problems({ either }, { '--size': ['7'] })).toEqual([]);
  expect(problems({ either }, { '--size': ['70'] })).toEqual(['FLAG_BAD_VALUE --size']);
});

test('a flag alone has nothing of the environment, where a list stands between commas', () => {
  const env = { NORSKTILSKUDD_RATES: 'a.csv,b.csv' };
  const { rates } = SETTINGS;
  const read = readInput({ rates, alone: rates.alone }, call({}, env), 'test');
  expect([read.rates.length, read.alone]).toEqual([2, []]);
});

test('no text of a flag is left over', () => {
  const used = [...Object.values(FLAGS), ...Object.values(SETTINGS)].flatMap(({ words }) =>
    words.map(({ text }) => text),
  );
  const texts = Object.keys(flagsEn).filter((key) => key.startsWith('flag.'));
  expect(texts.filter((key) => !used.some((text) => key === `flag.${text}`))).toEqual([]);
});
