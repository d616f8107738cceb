import { newId } from './evolve';
import type { Fact } from './register';
import { turningDay, type World } from './world';

/** The rows with one to three faults that reading must find, as an extract may have them. */
export function spoil(world: World, facts: readonly Fact[]): Fact[] {
  let spoilt = [...facts];
  for (let fault = 1 + world.random.below(3); fault > 0; fault -= 1) spoilt = world.random.pick(FAULTS)(world, spoilt);
  return spoilt;
}

type Fault = (world: World, facts: Fact[]) => Fact[];

function someRow(world: World, facts: readonly Fact[], ...tables: readonly string[]): Fact | undefined {
  const rows = facts.filter((fact) => tables.length === 0 || tables.includes(fact.table));
  return rows.length === 0 ? undefined : world.random.pick(rows);
}

function change(facts: readonly Fact[], row: Fact | undefined, fields: Readonly<Record<string, string>>): Fact[] {
  return facts.map((fact) => (fact === row ? { table: fact.table, fields: { ...fact.fields, ...fields } } : fact));
}

const BAD_VALUES = ['2019-02-30', '31.13.2020', 'x', '9999', ''];

/** A required or checked field gets a value that can't be read. */
const badValue: Fault = (world, facts) => {
  const row = someRow(world, facts);
  if (!row) return facts;
  const name = world.random.pick(Object.keys(row.fields).filter((column) => column !== 'absence_hours'));
  const mayBeEmpty = ['left_on', 'to_date', 'death_date', 'emigrated_on', 'permit_granted_on', 'source'];
  const value = world.random.pick(BAD_VALUES);
  const isKey = ['target_group_id', 'decision_id', 'hours_id'].includes(name);
  return change(facts, row, { [name]: isKey || (mayBeEmpty.includes(name) && value === '') ? '' : value });
};

/** Two rows with the same key. */
const sharedKey: Fault = (world, facts) => {
  const row = someRow(world, facts, 'persons', 'target_group', 'hours', 'person_ids');
  if (!row) return facts;
  const other = someRow(world, facts, row.table);
  const person = other?.fields.person_id ?? '';
  const copy = row.table === 'persons' ? row : { table: row.table, fields: { ...row.fields, person_id: person } };
  return [...facts, copy];
};

const endsBeforeItStarts: Fault = (world, facts) => {
  const row = someRow(world, facts, 'residence', 'training_kommune', 'upper_secondary', 'target_group');
  return change(facts, row, { [row?.table === 'target_group' ? 'left_on' : 'to_date']: '1990-01-01' });
};

const unknownPerson: Fault = (world, facts) => {
  const row = someRow(world, facts, 'target_group', 'decisions', 'residence', 'hours', 'upper_secondary');
  return row ? change(facts, row, { person_id: newId(world) }) : facts;
};

const personWithoutRow: Fault = (world, facts) => {
  const row = someRow(world, facts, 'persons');
  return facts.filter((fact) => fact !== row);
};

/** A decision whose rows name two persons. */
const decisionOfTwo: Fault = (world, facts) => {
  const row = someRow(world, facts, 'decisions');
  const other = someRow(world, facts, 'persons');
  if (!row || !other) return facts;
  return [...facts, { table: 'decisions', fields: { ...row.fields, person_id: other.fields.person_id ?? '' } }];
};

/** Ids that become each other, with one that leads in. */
const circle: Fault = (world, facts) => {
  const ids = facts.filter((fact) => fact.table === 'persons').map((fact) => fact.fields.person_id ?? '');
  if (ids.length === 0) return facts;
  const [first, second, third] = [world.random.pick(ids), world.random.pick(ids), world.random.pick(ids)];
  const row = (from: string, to: string): Fact => ({
    table: 'person_ids',
    fields: { old_person_id: from, person_id: to, changed_on: turningDay(world) },
  });
  return [...facts, row(first, second), row(second, first), row(third, first)];
};

/** A change of ids that can't be read: both its ids are concerned. */
const unreadableChange: Fault = (world, facts) => {
  const ids = facts.filter((fact) => fact.table === 'persons').map((fact) => fact.fields.person_id ?? '');
  if (ids.length === 0) return facts;
  const fields = { old_person_id: world.random.pick(ids), person_id: world.random.pick(ids), changed_on: '2020-13-01' };
  return [...facts, { table: 'person_ids', fields }];
};

/** An id that becomes itself. */
const selfCircle: Fault = (world, facts) => {
  const row = someRow(world, facts, 'persons');
  const id = row?.fields.person_id ?? '';
  const fields = { old_person_id: id, person_id: id, changed_on: turningDay(world) };
  return row ? [...facts, { table: 'person_ids', fields }] : facts;
};

/** A kommune that the register never held. */
const unheardKommune: Fault = (world, facts) =>
  change(facts, someRow(world, facts, 'residence', 'decisions', 'hours', 'training_kommune'), { kommune: '0199' });

const tooManyHours: Fault = (world, facts) => change(facts, someRow(world, facts, 'hours'), { hours: '250.01' });

const FAULTS: readonly Fault[] = [
  badValue,
  badValue,
  badValue,
  sharedKey,
  sharedKey,
  endsBeforeItStarts,
  unknownPerson,
  personWithoutRow,
  decisionOfTwo,
  circle,
  selfCircle,
  unreadableChange,
  unheardKommune,
  tooManyHours,
];
