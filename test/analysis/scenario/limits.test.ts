import { otherValues, rulesOf, withLimits } from '../../../rules';
import { collectFacts, planFacts, priceListOf, Repricer } from '../../../src/analysis';
import {
  asRecipientCode,
  formatRecipientCode,
  knownDay,
  type LimitKey,
  NO_RECIPIENT,
  NO_TRACE,
} from '../../../src/domain';
import { calculate } from '../../../src/engine';
import { componentsOf } from '../../oracle/components';
import { tableOf } from '../../oracle/extract';
import { underLimits } from '../../oracle/law';
import type { Rates } from '../../oracle/rates';
import { sizing } from '../../oracle/sizing';
import { RATE, worldOf } from '../support/made-worlds';
import { NOTHING_POSTED } from '../support/posted';

/*
 * Every limit with another value (rulebook 1.2, 8.4) is tried on made-up registers: the facts, the engine and the naive
 * calculator must come to the same size, and something must move.
 */

jest.setTimeout(240_000);

const WORLDS = new Map([2018, 2023, 2024].map((year) => [year, worldOf(year)]));
type World = ReturnType<typeof worldOf>;
const worldIn = (year: number): World => {
  const world = WORLDS.get(year);
  if (!world) throw new Error(`no world of ${year}`);
  return world;
};

type Row = readonly [recipient: string, component: string, year: string, persons: number, days: number, nok: number];

function sorted(rows: readonly Row[]): string[] {
  return rows.map((row) => row.join(' ')).sort();
}

const nameOf = (recipient: number): string =>
  recipient === NO_RECIPIENT ? 'HELD' : formatRecipientCode(asRecipientCode(recipient));

interface SizeRow {
  readonly recipient: number;
  readonly component: string;
  readonly yearNumber: number;
  readonly persons: number;
  readonly days: number;
  readonly annualAmountNok: number;
}

const asRow = ({ recipient, component, yearNumber, persons, days, annualAmountNok }: SizeRow): Row => [
  nameOf(recipient),
  component,
  yearNumber === 0 ? '' : String(yearNumber),
  persons,
  days,
  annualAmountNok,
];

/** The size of a world under some limits, by the facts; and by the engine, which must say the same. */
function sizeUnder({ rules, year, asOf, snapshot }: World, limits: Readonly<Record<string, string>>): string[] {
  const law = withLimits(rules, year, limits);
  const repricer = new Repricer(collectFacts(snapshot, planFacts(law, year, knownDay(asOf))));
  const basis = limits['split.unit'] === 'by_months' ? 'by_months' : 'by_days';
  const facts = sorted(repricer.price(priceListOf(law.rates, year), { basis }).rows.map(asRow));
  const { sizing: rows } = calculate({
    request: { grantYear: year, term: 4, asOf: knownDay(asOf), excluded: [] },
    register: snapshot,
    posted: NOTHING_POSTED,
    rules: law,
    trace: NO_TRACE,
  });
  expect(sorted(rows.map(asRow))).toEqual(facts);
  return facts;
}

function naiveUnder({ extract, persons, year, asOf }: World, limits: Readonly<Record<string, string>>): string[] {
  const teaching = tableOf(extract.tables, 'teaching_hours').accepted;
  const rates: Rates = (key, _year, rateClass) => RATE(key, rateClass);
  const rows = underLimits(limits, () => sizing(persons, teaching, asOf, year, componentsOf(year), rates));
  return sorted(
    rows.map(
      ({ recipient, component, yearNumber, persons: count, days, annual }): Row => [
        recipient,
        component,
        yearNumber,
        count,
        days,
        annual,
      ],
    ),
  );
}

/** Limits of a year of which another value moves a size; the others fall due by terms, or concern the hours basis. */
const MOVING = [2018, 2023].flatMap((year) => {
  const { rules } = worldIn(year);
  return rules.limits.limits
    .filter(({ key }, place) => rules.limits.find(key, year) === place)
    .flatMap(({ key, value }) =>
      otherValues(key, year)
        .filter((other) => other !== value)
        .map((other): [number, LimitKey, string] => [year, key, other]),
    );
});

const CHOSEN: readonly [number, LimitKey, string][] = [
  [2018, 'persontilskudd.years_paid', '5'],
  [2018, 'persontilskudd.years_paid', '1'],
  [2023, 'persontilskudd.categories', 'right_and_duty asylum_seeker duty'],
  [2024, 'grunntilskudd.count_day', '02-29'],
  [2023, 'grunntilskudd.count_day', '02-29'],
  [2023, 'grunntilskudd.steps', '2-2:low 5-:high'],
  [2018, 'asylum.move_share', '2/6'],
  [2018, 'asylum.move_share', '0/5'],
  [2018, 'asylum.move_share', '2/4'],
  [2023, 'persontilskudd37d.decision_within_days', '0'],
  [2023, 'persontilskudd37d.last_entry', '2022-12-31'],
  [2023, 'utvidet43g.decided_from', 'never'],
];

const BASE = new Map([...WORLDS].map(([year, world]) => [year, sizeUnder(world, {}).join()]));
const moved = new Set<string>();
const movedWith = new Set<string>();

test.each([...MOVING, ...CHOSEN])('%d, %s %s: the naive calculator comes to the same', (year, key, value) => {
  const world = worldIn(year);
  const size = sizeUnder(world, { [key]: value });
  expect(size).toEqual(naiveUnder(world, { [key]: value }));
  if (size.join() === BASE.get(year)) return;
  moved.add(key);
  movedWith.add(`${year} ${key} ${value}`);
});

test('values that move nothing in a year though a rule of the year reads the limit, and why', () => {
  const read = (year: number, key: LimitKey): boolean => rulesOf(year).some(({ limits }) => limits.includes(key));
  const still = MOVING.filter(([year, key]) => read(year, key)).map((each) => each.join(' '));
  const why = {
    '2018 persontilskudd.age_on_permit 16-66': 'integreringsloven begins on 1 January 2021',
    '2018 persontilskudd.age_on_permit 18-54': 'integreringsloven begins on 1 January 2021',
    '2018 grunntilskudd.counts_6a yes': 'chapter 6A begins in 2022',
    '2018 asylum.age_on_entry 18-': 'no asylum seeker of these registers is 16 or 17 on entry',
    '2023 asylum.age_on_entry 16-': 'no asylum seeker of these registers is 16 or 17 on entry',
    '2023 persontilskudd.age_on_entry 18-54': 'nobody still paid under introduksjonsloven is under 18 or over 54',
  };
  expect(still.filter((each) => !movedWith.has(each)).sort()).toEqual(Object.keys(why).sort());
});

test('every limit with another value moved something in one of the years', () => {
  expect(MOVING.map(([, key]) => key).filter((key) => !moved.has(key))).toEqual([]);
});

test('limits of which no value moves a year are those of terms and of the hours basis', () => {
  const moving = new Set<string>(MOVING.map(([, key]) => key));
  const { limits } = worldIn(2024).rules.limits;
  const still = new Set(limits.map(({ key }) => key).filter((key) => !moving.has(key)));
  expect([...still].sort()).toEqual([
    'grunntilskudd.due_term',
    'hours.on_time_months',
    'starters.months',
    'terms.shares',
  ]);
});

test('several limits at once, and what is not named stays', () => {
  const world = worldIn(2023);
  const limits = {
    'persontilskudd.proration': 'days',
    'persontilskudd.decision_within_days': '60',
    'persontilskudd.categories': 'right_and_duty right',
    'split.unit': 'by_months',
    'grunntilskudd.steps': '1-5:low 6-:high',
  };
  expect(sizeUnder(world, limits)).toEqual(naiveUnder(world, limits));
});

test.each([
  ['persontilskudd.years_paid', '6'],
  ['persontilskudd.years_paid', 'many'],
  ['persontilskudd.age_on_permit', '60-18'],
  ['persontilskudd.proration', 'weeks'],
  ['persontilskudd.decision_within_days', '-1'],
  ['persontilskudd.decision_needed_from', '2018-02-30'],
  ['grunntilskudd.steps', '1-5:low 5-9:high'],
  ['grunntilskudd.steps', '0-5:low'],
  ['grunntilskudd.count_day', '02-30'],
  ['grunntilskudd.due_term', '5'],
  ['asylum.move_share', '3/2'],
  ['asylum.move_share', '1/0'],
  ['terms.shares', 'weekly'],
  ['persontilskudd.unheard_of', '1'],
])('%s cannot be %s', (key, value) => {
  expect(() => withLimits(worldIn(2023).rules, 2023, { [key]: value })).toThrow(/LIMIT_(VALUE|KEY)_UNKNOWN/);
});

test('another grant year keeps its law', () => {
  const { rules } = worldIn(2023);
  const { limits } = withLimits(rules, 2023, { 'persontilskudd.years_paid': '2' });
  const valueIn = (year: number): string => limits.limits[limits.find('persontilskudd.years_paid', year)]?.value ?? '';
  expect([2022, 2023, 2024].map(valueIn)).toEqual(['3', '2', '3']);
});
