import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvObjects } from '../../../src/domain';
import { done, type MadePerson, RATES, runTerm, writeExtract } from '../../cli/privacy/support/small-register';
import { temporaryFolder } from '../../support/temporary-folder';

/*
 * Somebody who has the shared folder and the public rates, and nothing else, tries every way in which persons at these rates
 * come to what is shown. Where all ways leave one to four persons at a rate, and so it is, a small group has been told.
 */

const KOMMUNER = [
  '0301',
  '1201',
  '1103',
  '5001',
  '1601',
  '0219',
  '1401',
  '0106',
  '0806',
  '0904',
  '1001',
  '1804',
  '1902',
];
/** 2018: kroner of year 1 to 3, low and high, with the country and the day of entry that lead there. */
const CELLS = [
  { year: '1', rateClass: 'low', nok: 13_600 },
  { year: '1', rateClass: 'high', nok: 31_900 },
  { year: '2', rateClass: 'low', nok: 24_100 },
  { year: '2', rateClass: 'high', nok: 62_300 },
  { year: '3', rateClass: 'low', nok: 15_000 },
  { year: '3', rateClass: 'high', nok: 43_350 },
];
/** Kroner of cells in two scenarios: the second raises one rate more than the first. */
const SCENARIOS: readonly Readonly<Record<number, number>>[] = [{ 3: 64_000 }, { 3: 64_000, 4: 15_500, 0: 14_000 }];
const ENTERED: Readonly<Record<string, string>> = { 1: '2018-01-01', 2: '2017-01-01', 3: '2016-01-01' };
/** Others may be tried: of some registers nothing is shown, or nothing could be told. */
const SEEDS = [1, 3];

type Row = Readonly<Record<string, string>>;
type Counts = readonly number[];
const isFew = (count: number): boolean => count > 0 && count < 5;
const sum = (numbers: Counts): number => numbers.reduce((all, each) => all + each, 0);

/** Places of few and of many rates, of few and of many persons. */
function register(seed: number): MadePerson[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  let number = 0;
  return KOMMUNER.flatMap((kommune, place) => {
    const cells = Array.from({ length: place % 3 === 0 ? 1 : 1 + below(4) }, () => CELLS[below(CELLS.length)]);
    return Array.from({ length: 3 + below(14) }, (): MadePerson => {
      number += 1;
      const { year = '2', rateClass = 'high' } = cells[below(3) === 0 ? below(cells.length) : 0] ?? {};
      const entered = ENTERED[year] ?? '';
      const country = rateClass === 'low' ? 'DEU' : 'SYR';
      return { id: String(201512340000 + number), homes: [[kommune, entered]], country, entered };
    });
  });
}

/** Persons of these cells, so many of each. */
function personsOf(kommune: string, cells: Readonly<Record<number, number>>, from: number): MadePerson[] {
  const all = Object.entries(cells).flatMap(([place, count]) => Array.from({ length: count }, () => Number(place)));
  return all.map((place, number) => {
    const { year = '', rateClass = '' } = CELLS[place] ?? {};
    const entered = ENTERED[year] ?? '';
    const country = rateClass === 'low' ? 'DEU' : 'SYR';
    return { id: String(201512340000 + from + number), homes: [[kommune, entered]], country, entered };
  });
}

/** A scenario with other rates for some of the cells. */
function writeScenario(folder: string, name: string, cells: Readonly<Record<number, number>>): string {
  const rows = Object.entries(cells).map(([place, nok]) => {
    const { year = '', rateClass = '' } = CELLS[Number(place)] ?? {};
    return `persontilskudd.year${year},2018,${rateClass},${nok},illustrative,test,`;
  });
  const head = 'key,grant_year,rate_class,value,status,source,note';
  writeFileSync(join(folder, `${name}.csv`), `${[head, ...rows].join('\n')}\n`);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ name, rates: [RATES, `${name}.csv`] }));
  return `${name}.json`;
}

/** Every count of persons by rate that comes to the sums; a rate is a number on each side, and so is a sum. */
function waysTo(rates: readonly Counts[], sums: Counts): Counts[] {
  const ways: Counts[] = [];
  const look = (way: Counts, left: Counts): void => {
    const rate = rates[way.length];
    if (rate === undefined) {
      if (left.every((each) => each === 0)) ways.push(way);
      return;
    }
    for (let count = 0; ; count += 1) {
      const rest = left.map((each, side) => each - count * (rate[side] ?? 0));
      if (rest.some((each) => each < 0)) return;
      look([...way, count], rest);
    }
  };
  look([], sums);
  return ways;
}

/** Whether the sums leave one to four persons at a rate, and so it is. */
function isTold(rates: readonly Counts[], sums: Counts, truth: Counts): boolean {
  const ways = waysTo(rates, sums);
  return rates.some(
    (_, place) => isFew(truth[place] ?? 0) && ways.length > 0 && ways.every((way) => isFew(way[place] ?? 0)),
  );
}

function truthOf(sizing: readonly Row[], recipients: ReadonlySet<string | undefined>): Counts {
  const own = sizing.filter((row) => row.component === 'persontilskudd' && recipients.has(row.recipient_id));
  return CELLS.map(({ year, rateClass }) =>
    sum(
      own.filter((row) => row.year_number === year && row.rate_class === rateClass).map((row) => Number(row.persons)),
    ),
  );
}

test.each(SEEDS)(
  'register %i: neither a run nor its scenarios tell a small group to whoever has the shared report',
  async (seed) => {
    const cwd = temporaryFolder();
    const open = (place: string, name: string, folder = 'report'): Row[] =>
      csvObjects(readFileSync(join(cwd, place, folder, 'data/open', `${name}.csv`), 'utf8'));
    writeExtract(join(cwd, 'e'), register(seed), { takenAt: '2018-12-31' });
    const { runId, out } = await runTerm(cwd, 'e', 4);
    await done(cwd, 'report', runId, '--db', 'l.db', '--as', 'kari', '--out', 'run');
    const files = SCENARIOS.map((cells, place) => writeScenario(cwd, `s${place + 1}`, cells));
    const what = ['--extract', 'e', '--year', '2018', '--rates', RATES, '--as', 'kari', '--report', 'scenarios'];
    await done(cwd, 'scenario', ...files, ...what);
    const sizing: Row[] = csvObjects(readFileSync(join(out, 'sizing.csv'), 'utf8'));
    const ofPersons = ({ component }: Row): boolean => component === 'persontilskudd';
    const rates = CELLS.map(({ nok }) => [1, nok]);

    const shown = open('run', 'recipients').filter(ofPersons);
    const hidden = new Set(shown.flatMap((row) => (row.shown === 'no' ? [row.recipient_id] : [])));
    expect([hidden.size > 0, hidden.size < shown.length]).toEqual([true, true]);
    for (const { recipient_id: id, persons, annual_amount: nok } of shown.filter((row) => row.shown === 'yes')) {
      const truth = truthOf(sizing, new Set([id]));
      expect([id, isTold(rates, [Number(persons), Number(nok)], truth)]).toEqual([id, false]);
    }
    // Whoever had the figures of all with five persons or more would find small groups in them.
    const whole = open('run', 'recipients', 'report-restricted').filter(
      (row) => ofPersons(row) && Number(row.persons) >= 5,
    );
    const found = whole.filter(({ recipient_id: id, persons, annual_amount: nok }) =>
      isTold(rates, [Number(persons), Number(nok)], truthOf(sizing, new Set([id]))),
    );
    expect(found.length).toBeGreaterThan(0);
    // What is left out, together: what the country has less what is shown.
    const [country] = open('run', 'components').filter(ofPersons);
    const leftNok = Number(country?.annual_amount) - sum(shown.map((row) => Number(row.annual_amount)));
    const left = truthOf(sizing, hidden);
    expect(isTold(rates, [sum(left), leftNok], left)).toBe(false);

    // Of scenarios: the sizing and each of them, of whoever is shown in it.
    const cases = open('scenarios', 'recipients').filter((row) => ofPersons(row) && row.shown === 'yes');
    for (const id of new Set(cases.map((row) => row.recipient_id))) {
      const own = cases.filter((row) => row.recipient_id === id);
      const sides = SCENARIOS.filter((_, place) => own.some((row) => row.b === `s${place + 1}`));
      const sums = [own[0]?.a_persons, own[0]?.a_amount, ...own.map((row) => row.b_amount)].map(Number);
      const rated = CELLS.map(({ nok }, cell) => [1, nok, ...sides.map((changed) => changed[cell] ?? nok)]);
      expect([id, own.length, isTold(rated, sums, truthOf(sizing, new Set([id])))]).toEqual([id, sides.length, false]);
    }
    expect(new Set(cases.map((row) => row.b)).size).toBe(SCENARIOS.length);
  },
);

/** Rates so even that a sum may come from many persons: it tells little. */
const EVEN = [10_000, 20_000, 30_000, 40_000, 50_000, 60_000];

test('of two scenarios that tell nothing beside the sizing, none tells of three persons beside the other', async () => {
  const cwd = temporaryFolder();
  // Oslo has three persons in year 2, low: the second scenario raises their rate beside that of twelve, the first only that.
  const people = KOMMUNER.slice(0, 6).flatMap((kommune, place) =>
    personsOf(kommune, { 2: place === 0 ? 3 : 12, 3: 12, 5: 12 }, place * 100),
  );
  writeExtract(join(cwd, 'e'), people, { takenAt: '2018-12-31' });
  const base = writeScenario(cwd, 'base', { ...EVEN });
  const sides = [{ 3: 41_000 }, { 2: 31_000, 3: 41_000 }];
  const files = sides.map((changed, place) => writeScenario(cwd, `s${place + 1}`, { ...EVEN, ...changed }));
  const what = ['--extract', 'e', '--year', '2018', '--rates', RATES, '--as', 'kari', '--report', 'scenarios'];
  await done(cwd, 'scenario', ...files, '--baseline', base, ...what);
  const open = (folder: string): Row[] => {
    const path = join(cwd, 'scenarios', folder, 'data/open/recipients.csv');
    return csvObjects(readFileSync(path, 'utf8')).filter(({ component }) => component === 'persontilskudd');
  };
  const isToldBy = (rows: readonly Row[]): boolean => {
    const sums = [rows[0]?.a_persons, rows[0]?.a_amount, ...rows.map((row) => row.b_amount)].map(Number);
    const shown = sides.filter((_, place) => rows.some((row) => row.b === `s${place + 1}`));
    const changed: readonly Readonly<Record<number, number>>[] = shown;
    const rated = EVEN.map((nok, cell) => [1, nok, ...changed.map((side) => side[cell] ?? nok)]);
    return isTold(rated, sums, [0, 0, 3, 12, 0, 12]);
  };
  const oslo = (folder: string): Row[] => open(folder).filter((row) => row.recipient_id === '0301');
  const whole = oslo('report-restricted');
  expect(whole.map((row) => [row.b, isToldBy([row])])).toEqual([
    ['s1', false],
    ['s2', false],
  ]);
  expect(isToldBy(whole)).toBe(true);
  const shared = oslo('report').filter((row) => row.shown === 'yes');
  expect(shared.length === 0 ? false : isToldBy(shared)).toBe(false);
  expect(open('report').some((row) => row.shown === 'yes')).toBe(true);
});
