import { cutOff, nextDay, previousDay } from '../oracle/dates';
import { evolve, makeRegister, newId, type Register } from './evolve';
import { makeActs } from './make-acts';
import { resetKeys } from './make-person';
import { Random } from './random';
import type { Fact, History, HistoryRun } from './register';
import { spoil } from './spoil';
import { makeWorld, type World } from './world';

const FIRST_YEARS = [
  2004, 2016, 2017, 2017, 2018, 2019, 2019, 2020, 2021, 2022, 2023, 2023, 2023, 2024, 2025, 2026, 2027,
];
const COMPONENTS = [
  'asylnorsk',
  'grunntilskudd',
  'kulturtilskudd',
  'persontilskudd',
  'persontilskudd37d',
  'samfunnskunnskap_mottak',
  'timetilskudd',
  'utvidet43g',
];
const SPLIT_CODES = ['1507', '1850', '5012', '30', '54', '38', '1504', '03', '0301'];
const GROUPS = ['asylum', 'collective_protection', 'grunntilskudd', 'persontilskudd', 'timetilskudd'];

/** Acts of cases are drawn apart: without them a seed gives the history that it would give else. */
const ACTS = 1_000_000_007;

/** A made-up history of a register and its runs, decided wholly by the seed. */
export function makeHistory(seed: number): History {
  const random = new Random(seed);
  resetKeys();
  const firstYear = random.pick(FIRST_YEARS);
  const terms = makeTerms(random, firstYear);
  const world = makeWorld(random, firstYear, terms.at(-1)?.year ?? firstYear);
  const register = makeRegister(world);
  const opening = random.percent(50) ? makeOpening(world, register) : [];
  const actsWorld = { ...world, random: new Random(seed + ACTS) };
  let acts = 0;
  let previousAsOf = '0000-00-00';
  const runs = terms.flatMap(({ year, term, supplement }): HistoryRun[] => {
    evolve(world, register);
    const decided = seed % 3 === 0 ? [] : makeActs({ world: actsWorld, register, year }, acts);
    acts += decided.length;
    const asOf = asOfDay(random, cutOff(year, term), previousAsOf);
    const annulled = random.percent(8) || (seed % 3 !== 0 && actsWorld.random.percent(8));
    const isSetRight = annulled && actsWorld.random.percent(70);
    if (!annulled || isSetRight) previousAsOf = asOf;
    const isSpoilt = random.percent(12);
    const run: HistoryRun = {
      year,
      term,
      asOf,
      takenAt: random.percent(70) ? asOf : nextDay(nextDay(asOf)),
      excluded: random.percent(80) ? [] : random.several(1, 2, () => random.pick(COMPONENTS)),
      supplement,
      annulled,
      acts: decided,
      rejectLimit: isSpoilt
        ? random.pick([100, 100, 100, 100, 50, 20])
        : random.percent(25)
          ? random.pick([100, 10])
          : undefined,
      facts: isSpoilt ? spoil(world, register.facts) : register.facts,
      form: random.percent(70) ? 0 : random.below(4),
    };
    // Mostly set right at once, by a supplement that is as if nothing had been annulled.
    if (!isSetRight) return [run];
    const after = makeActs({ world: actsWorld, register, year }, acts);
    acts += after.length;
    return [run, { ...run, annulled: false, supplement: true, acts: after }];
  });
  const missingCells = random.percent(8) ? random.several(1, 6, () => randomCell(random, firstYear)) : [];
  return { seed, opening, missingCells, runs };
}

function randomCell(random: Random, firstYear: number): string {
  const component = random.pick(COMPONENTS);
  const year = firstYear - 1 + random.below(3);
  if (component === 'persontilskudd') {
    return `persontilskudd.year${1 + random.below(3)}/${year}/${random.pick(['low', 'high'])}`;
  }
  return `${component}/${year}/${component === 'grunntilskudd' ? random.pick(['low', 'high']) : 'single'}`;
}

/** Terms in ascending order, some left out, some with a supplement. */
function makeTerms(random: Random, firstYear: number): { year: number; term: number; supplement: boolean }[] {
  const terms: { year: number; term: number; supplement: boolean }[] = [];
  let year = firstYear;
  let term = 1 + random.below(4);
  for (let count = 2 + random.below(4); count > 0 && (firstYear !== 2004 || year === 2004); count -= 1) {
    terms.push({ year, term, supplement: false });
    if (random.percent(10)) terms.push({ year, term, supplement: true });
    term += random.percent(75) ? 1 : random.percent(80) ? 2 : 7;
    while (term > 4) {
      term -= 4;
      year += 1;
    }
  }
  return terms;
}

/** Mostly the cut-off date; at times before or after it, seldom by far, never before the day of the run before. */
function asOfDay(random: Random, cutOffDay: string, previousAsOf: string): string {
  let day = cutOffDay;
  const chance = random.below(10);
  if (random.percent(3)) for (let step = random.below(300); step > 0; step -= 1) day = previousDay(day);
  if (random.percent(3)) for (let step = random.below(500); step > 0; step -= 1) day = nextDay(day);
  if (chance === 8) for (let step = random.below(20); step > 0; step -= 1) day = previousDay(day);
  if (chance === 9) for (let step = random.below(40); step > 0; step -= 1) day = nextDay(day);
  return day < previousAsOf ? previousAsOf : day;
}

function makeOpening(world: World, register: Register): Fact[] {
  const { random, kommuner, fylker } = world;
  const codes = ['', '', 'P-AR1-H', 'P-AR2-L', 'OLD'];
  const postings = random.several(1, 10, (): Fact => {
    const component = random.pick([...COMPONENTS, 'persontilskudd', 'persontilskudd', 'persontilskudd']);
    const hasPerson = component !== 'grunntilskudd' && component !== 'timetilskudd';
    const isSchool = component === 'persontilskudd' && random.percent(20);
    return {
      table: 'opening_postings',
      fields: {
        grant_year: String(world.firstYear - random.below(2)),
        component,
        person_id: hasPerson ? (random.percent(90) ? random.pick(register.ids) : newId(world)) : '',
        recipient_id: random.percent(30) ? random.pick(SPLIT_CODES) : random.pick(isSchool ? fylker : kommuner),
        amount: random.pick(['1', '100', '31900', '5000', '-1', '-100', '7']),
        code: random.pick(codes),
      },
    };
  });
  const balances = random.several(
    0,
    3,
    (): Fact => ({
      table: 'opening_balances',
      fields: {
        recipient_id: random.pick([...kommuner, ...fylker]),
        netting_group: random.pick(GROUPS),
        balance: random.pick(['-1', '-5000', '-40000', '0']),
      },
    }),
  );
  return [...postings, ...balances];
}
