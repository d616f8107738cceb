import { grunntilskuddTermOf, withLimits } from '../../../rules';
import { collectAtTerm, collectFacts, planFacts, priceListOf, Repricer } from '../../../src/analysis';
import {
  asRecipientCode,
  COMPONENTS,
  formatRecipientCode,
  knownDay,
  type LineTable,
  NO_RECIPIENT,
  NO_TRACE,
  RATE_CLASSES,
  type SizingRow,
  TERMS,
  type Term,
} from '../../../src/domain';
import { calculate } from '../../../src/engine';
import { componentsOf } from '../../oracle/components';
import { tableOf } from '../../oracle/extract';
import { underLimits } from '../../oracle/law';
import { type DueRow, sizingAtTerm } from '../../oracle/sizing-at-term';
import { RATE, worldOf } from '../support/made-worlds';
import { NOTHING_POSTED } from '../support/posted';

/*
 * What is due at a term, without postings (rulebook 6, 8.4): priced from facts, it is what the engine's run of that term pays
 * and holds, and what the naive calculator comes to.
 */

jest.setTimeout(120_000);

type World = ReturnType<typeof worldOf>;
const WORLDS = new Map([2018, 2024].map((year) => [year, worldOf(year)]));

function priced(world: World, limits: Readonly<Record<string, string>>, term: Term): readonly SizingRow[] {
  const { rules, year, asOf, snapshot } = world;
  const law = withLimits(rules, year, limits);
  const plan = planFacts(law, year, knownDay(asOf));
  const wholeYear = collectFacts(snapshot, plan);
  const grunntilskuddTerm = grunntilskuddTermOf(year, law.limits);
  const facts = collectAtTerm(snapshot, plan, wholeYear, { grunntilskuddTerm, term });
  return new Repricer(facts, wholeYear).price(priceListOf(law.rates, year)).rows;
}

function naive(
  { extract, persons, year, asOf }: World,
  limits: Readonly<Record<string, string>>,
  term: Term,
): DueRow[] {
  const teaching = tableOf(extract.tables, 'teaching_hours').accepted;
  const rates = (key: string, _year: number, rateClass: string): number => RATE(key, rateClass);
  const when = { asOf, year, term };
  return underLimits(limits, () => sizingAtTerm({ persons, teaching }, when, componentsOf(year), rates));
}

/** Kroner and persons by recipient and cell, of what is not nothing. */
function byCell(rows: readonly DueRow[]): string[] {
  const sums = new Map<string, { due: number; persons: Set<string> }>();
  for (const { recipient, component, yearNumber, rateClass, due, person } of rows) {
    const key = `${recipient} ${component} ${yearNumber} ${rateClass}`;
    const sum = sums.get(key) ?? { due: 0, persons: new Set() };
    sum.due += due;
    if (due > 0 && person !== '') sum.persons.add(person);
    sums.set(key, sum);
  }
  return [...sums]
    .filter(([, { due }]) => due > 0)
    .map(([key, { due, persons }]) => `${key} ${due} ${persons.size}`)
    .sort();
}

const nameOf = (code: number): string => (code === NO_RECIPIENT ? 'HELD' : formatRecipientCode(asRecipientCode(code)));

function asText(rows: readonly SizingRow[]): string[] {
  return rows
    .filter(({ annualAmountNok }) => annualAmountNok > 0)
    .map(({ recipient, component, yearNumber, rateClass, annualAmountNok, persons }) => {
      const count = component === 'grunntilskudd' || component === 'timetilskudd' ? 0 : persons;
      const cell = `${component} ${yearNumber || ''} ${RATE_CLASSES[rateClass - 1] ?? ''}`;
      return `${nameOf(recipient)} ${cell} ${annualAmountNok} ${count}`;
    })
    .sort();
}

function sums(rows: Iterable<readonly [component: string, nok: number]>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [component, nok] of rows) if (nok !== 0) found.set(component, (found.get(component) ?? 0) + nok);
  return new Map([...found].sort());
}

/** Kroner by component that the engine's run of the term pays and holds, nothing having been posted. */
function engine({ rules, year, asOf, snapshot }: World, limits: Readonly<Record<string, string>>, term: Term) {
  const { lines, held } = calculate({
    request: { grantYear: year, term, asOf: knownDay(asOf), excluded: [] },
    register: snapshot,
    posted: NOTHING_POSTED,
    rules: withLimits(rules, year, limits),
    trace: NO_TRACE,
  });
  const paid = Array.from({ length: lines.length }, (_, place): [string, number] => {
    const { component, amountNok } = lines.read(place, { ...EMPTY_LINE });
    return [COMPONENTS[component] ?? '', amountNok];
  });
  return sums([
    ...paid,
    ...held.map(({ component, heldAmountNok }): [string, number] => [component, heldAmountNok ?? 0]),
  ]);
}

const EMPTY_LINE: Parameters<LineTable['read']>[1] = {
  ...{ grantYear: 0, component: 0, code: '', personId: 0, basisRecipient: 0, recipient: 0, annualAmountNok: 0 },
  ...{ shareNumerator: 0, shareDenominator: 0, cumulativeDueNok: 0, previouslyPostedNok: 0, amountNok: 0 },
  ...{ reason: 0, act: 0, traceLeaf: 0, traceRecord: 0 },
};

const LAWS: readonly [number, Readonly<Record<string, string>>][] = [
  [2018, {}],
  [2018, { 'terms.shares': 'four_terms', 'grunntilskudd.due_term': '1' }],
  [2024, {}],
  [2024, { 'terms.shares': 'legacy', 'grunntilskudd.due_term': '4' }],
  [2024, { 'persontilskudd.proration': 'days', 'persontilskudd37d.proration': 'months' }],
];

describe.each(LAWS)('%d under %j', (year, limits) => {
  const world = WORLDS.get(year) ?? worldOf(year);
  const totals = new Map(TERMS.map((term) => [term, priced(world, limits, term)]));
  const at = (term: Term): readonly SizingRow[] => totals.get(term) ?? [];
  const nokOf = (term: Term): Map<string, number> =>
    sums(at(term).map(({ component, annualAmountNok }) => [component, annualAmountNok]));

  test.each(TERMS)('term %d: the naive calculator and a run come to the same', (term) => {
    expect(asText(at(term))).toEqual(byCell(naive(world, limits, term)));
    expect(nokOf(term)).toEqual(engine(world, limits, term));
  });

  test('term 4 is the size of the year, and no term is less than the one before it', () => {
    const law = withLimits(world.rules, year, limits);
    const whole = new Repricer(collectFacts(world.snapshot, planFacts(law, year, knownDay(world.asOf))));
    expect(at(4)).toEqual(whole.price(priceListOf(law.rates, year)).rows);
    for (const component of COMPONENTS) {
      const rising = TERMS.map((term) => nokOf(term).get(component) ?? 0);
      expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    }
    expect(nokOf(1)).not.toEqual(nokOf(4));
  });
});
