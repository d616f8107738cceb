import type { OracleAct } from '../oracle/acts';
import { componentsOf, hasNoPerson } from '../oracle/components';
import { translate } from '../oracle/places';
import type { Register } from './evolve';
import { decisionRow, placeRow, residenceRow, targetRow, uniqueKey } from './make-person';
import type { Fact } from './register';
import { dayAfter, turningDay, type World } from './world';

/** What somebody decided before a run: an act of a case, or the withdrawal of an earlier one. */
export type HistoryAct = OracleAct | { readonly withdraws: number };

/** Kinds of acts that histories have, some of them more often; HISTORY_ACTS="block adjustment" looks at these alone. */
const KINDS: readonly OracleAct['kind'][] = [
  'pin_count',
  'keep',
  'correct',
  'pin_kommune',
  'pin_successor',
  'row_void',
  'row_standing',
  'adjustment',
  'block',
  'block',
  'claim',
  'claim',
  'claim_payment',
  'write_off',
  'block_payments',
];
const chosen = (process.env.HISTORY_ACTS ?? '').split(' ').filter(Boolean);

const NO_ACT: Omit<OracleAct, 'act' | 'kind'> = {
  grantYear: 0,
  component: '',
  person: '',
  recipient: '',
  basis: '',
  from: '',
  to: '',
  amount: 0,
  code: '',
  table: '',
  key: '',
  row: {},
};

type Sketch = Partial<Omit<OracleAct, 'act' | 'kind'>>;

interface Before {
  readonly world: World;
  readonly register: Register;
  /** Year of the run that comes next. */
  readonly year: number;
}

const SPLIT_CODES = ['1507', '1507', '1850', '5012', '30', '54', '38', '1504'];
const NEW_CODES = ['1508', '1580', '1806', '5059', '5055', '31', '55', '39'];

/** Acts between two runs. */
export function makeActs(before: Before, earlier: number): HistoryAct[] {
  const { random } = before.world;
  if (random.percent(45)) return [];
  return random.several(1, 5, (index): HistoryAct => {
    const act = earlier + index + 1;
    if (act > 1 && random.percent(20)) return { withdraws: 1 + random.below(act - 1) };
    const kind = random.pick(chosen.length > 0 ? KINDS.filter((name) => chosen.includes(name)) : KINDS);
    return { ...NO_ACT, act, kind, ...SKETCHES[kind](before) };
  });
}

function somebody({ world, register }: Before): string {
  return world.random.pick(register.ids);
}

/** Mostly the year of the run, else the one before; at times one that no run computes. */
function grantYear({ world, year }: Before): number {
  return year - (world.random.percent(60) ? 0 : world.random.percent(85) ? 1 : 2);
}

/** A component with a person where it has persons. */
function componentAndPerson(before: Before, year: number): Sketch {
  const { random } = before.world;
  const all = componentsOf(Math.max(year, 2016));
  const component = random.percent(50) ? 'persontilskudd' : random.pick(all.length > 0 ? all : ['persontilskudd']);
  return { component, person: hasNoPerson(component) ? '' : somebody(before) };
}

function place({ world }: Before): string {
  return world.random.percent(15) ? world.random.pick([...SPLIT_CODES, '0704']) : world.random.pick(world.kommuner);
}

function kommune(before: Before): string {
  const code = place(before);
  return code.length === 4 ? code : kommune(before);
}

const TABLES = ['target_group', 'decisions', 'residence', 'training_kommune', 'upper_secondary'];

function keyOf({ table, fields }: Fact): string {
  if (table === 'target_group') return fields.target_group_id ?? '';
  if (table === 'decisions') return fields.decision_id ?? '';
  return `${fields.kommune ?? fields.fylke ?? ''}/${fields.from_date ?? ''}`;
}

function someRow(before: Before): Fact {
  const rows = before.register.facts.filter(({ table }) => TABLES.includes(table));
  return rows.length > 0 ? before.world.random.pick(rows) : newRow(before, somebody(before));
}

function newRow({ world }: Before, id: string): Fact {
  const { random } = world;
  const kind = random.pick(['norwegian_and_social_studies', 'norwegian_6a', 'extended_43g']);
  return random.pick([
    () => targetRow(world, id),
    () => decisionRow(world, id, uniqueKey('V'), kind, 0),
    () => residenceRow(world, id, turningDay(world)),
    () => placeRow(world, id, 'training_kommune'),
    () => placeRow(world, id, 'upper_secondary'),
  ])();
}

/** A row with other contents and the key that it has. */
function otherwise(before: Before, fact: Fact): Fact {
  const id = fact.fields.person_id ?? '';
  let other = newRow(before, id);
  for (let tries = 0; other.table !== fact.table && tries < 100; tries += 1) other = newRow(before, id);
  if (other.table !== fact.table) return fact;
  const isPlace = 'from_date' in fact.fields;
  const { to_date: to = '' } = other.fields;
  const from = fact.fields.from_date ?? '';
  const kept = isPlace ? ['kommune', 'fylke', 'from_date'] : ['target_group_id', 'decision_id'];
  const key = Object.fromEntries(Object.entries(fact.fields).filter(([name]) => kept.includes(name)));
  const end = isPlace && to !== '' && to < from ? { to_date: dayAfter(before.world, from) } : {};
  return { table: fact.table, fields: { ...other.fields, ...key, ...end } };
}

const SKETCHES: Readonly<Record<OracleAct['kind'], (before: Before) => Sketch>> = {
  pin_kommune(before) {
    const year = grantYear(before);
    const day = turningDay(before.world);
    const from = day > `${year}-12-31` ? `${year}-01-01` : day;
    return { grantYear: year, person: somebody(before), recipient: kommune(before), from };
  },
  pin_count(before) {
    const year = grantYear(before);
    let recipient = kommune(before);
    while (translate(recipient, `${year}-01-15`).stopped) recipient = kommune(before);
    return { grantYear: year, recipient, amount: before.world.random.pick([0, 1, 3, 3, 4, 4, 150, 151]) };
  },
  pin_successor(before) {
    const { random } = before.world;
    const year = grantYear(before);
    const recipient = random.pick(random.percent(70) ? NEW_CODES : before.world.kommuner);
    return { grantYear: year, ...componentAndPerson(before, year), basis: random.pick(SPLIT_CODES), recipient };
  },
  row_void(before) {
    const fact = someRow(before);
    return { grantYear: grantYear(before), person: fact.fields.person_id ?? '', table: fact.table, key: keyOf(fact) };
  },
  row_standing(before) {
    const row = before.world.random.percent(60) ? otherwise(before, someRow(before)) : newRow(before, somebody(before));
    const { person_id: person = '', registered_on: _, target_group_id: __, decision_id: ___, ...fields } = row.fields;
    return { grantYear: grantYear(before), person, table: row.table, key: keyOf(row), row: fields };
  },
  adjustment(before) {
    const year = grantYear(before) - (before.world.random.percent(10) ? 2 : 0);
    const { random } = before.world;
    const amount = random.pick([1, -1, 390_000, -390_000, 5000, -7, 31_900]);
    const code = random.pick(['P-AR1-H', 'Grunntilskudd-H', 'SAK']);
    return { grantYear: year, ...componentAndPerson(before, year), recipient: place(before), amount, code };
  },
  block(before) {
    const { random } = before.world;
    const year = grantYear(before);
    const from = random.percent(60) ? `${before.year - 1}-01-01` : turningDay(before.world);
    const lastDay = `${before.year}-12-31`;
    const days = { from, to: random.percent(50) && from <= lastDay ? lastDay : dayAfter(before.world, from) };
    const of: Sketch = random.pick([
      () => ({ recipient: place(before) }),
      () => ({ recipient: random.pick(before.world.kommuner) }),
      () => ({ person: somebody(before) }),
      () => ({ component: componentAndPerson(before, year).component ?? '' }),
      () => ({ component: 'grunntilskudd' }),
      () => ({ component: 'persontilskudd', person: somebody(before) }),
      () => ({ grantYear: year, ...componentAndPerson(before, year), basis: place(before) }),
    ])();
    return { ...days, ...of };
  },
  // Whose balance, or which claim, is chosen where the ledger is known.
  claim: ({ world }) => ({ amount: world.random.pick([1, 5000, 10_000_000]) }),
  claim_payment: ({ world }) => ({ amount: world.random.pick([1, 10_000_000]), from: '2017-01-02' }),
  write_off: ({ world }) => ({ amount: world.random.pick([1, 10_000_000]) }),
  // Of payments, not of lines: no run reads it, and whatever it keeps back has been netted as ever.
  block_payments(before) {
    const { year } = before;
    return { recipient: kommune(before), from: `${year}-01-01`, to: `${year}-12-31` };
  },
  keep: (before) => ({ person: missing(before) }),
  correct: (before) => ({ person: missing(before) }),
};

/** Mostly somebody who is no longer in the register. */
function missing(before: Before): string {
  const gone = before.register.vanished.map(({ fields }) => fields.person_id ?? '').filter((id) => id !== '');
  return gone.length > 0 && before.world.random.percent(70) ? before.world.random.pick(gone) : somebody(before);
}
