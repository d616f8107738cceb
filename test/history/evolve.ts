import {
  decisionRow,
  decisionRows,
  hoursRow,
  makePerson,
  personRow,
  placeRow,
  residenceRow,
  targetRow,
} from './make-person';
import type { Fact } from './register';
import { birthDate, dayAfter, registeredOn, turningDay, type World } from './world';

/** A register in the making: its rows, those that vanished and may come back, and the ids of its persons. */
export interface Register {
  facts: Fact[];
  vanished: Fact[];
  ids: string[];
}

export function newId(world: World): string {
  return `2016${String(world.random.below(100_000_000)).padStart(8, '0')}`;
}

export function makeRegister(world: World): Register {
  const { isCrowded } = world;
  const ids = world.random.several(isCrowded ? 12 : 2, isCrowded ? 18 : 8, () => newId(world));
  const facts = ids.flatMap((id) => makePerson(world, id));
  facts.push(...world.random.several(0, world.firstYear === 2004 ? 8 : 1, () => teachingRow(world)));
  const register: Register = { facts, vanished: [], ids };
  if (world.random.percent(20))
    for (let merge = world.random.below(4); merge > 0; merge -= 1) mergeIds(world, register);
  return register;
}

function teachingRow(world: World): Fact {
  const { random } = world;
  return {
    table: 'teaching_hours',
    fields: {
      kommune: random.pick(world.kommuner),
      month: `${world.firstYear}-${String(1 + random.below(12)).padStart(2, '0')}`,
      teaching_hours: random.pick(['0', '0.25', '1', '12.5', '0.01']),
      registered_on: random.percent(50) ? '' : registeredOn(world),
    },
  };
}

/** What may happen to a register between two extracts: late news, moves, errors set right, people gone and back. */
export function evolve(world: World, register: Register): void {
  const { random } = world;
  for (let change = random.below(6); change > 0; change -= 1) {
    if (register.facts.length === 0) addPerson(world, register);
    random.pick(CHANGES)(world, register);
  }
}

const CHANGES: readonly ((world: World, register: Register) => void)[] = [
  (world, register) => add(register, residenceRow(world, somebody(world, register), turningDay(world))),
  (world, register) => add(register, residenceRow(world, somebody(world, register), turningDay(world))),
  (world, register) => add(register, targetRow(world, somebody(world, register))),
  (world, register) => add(register, ...decisionRows(world, somebody(world, register))),
  (world, register) => add(register, placeRow(world, somebody(world, register), 'upper_secondary')),
  (world, register) => add(register, placeRow(world, somebody(world, register), 'training_kommune')),
  (world, register) => add(register, hoursRow(world, somebody(world, register))),
  (world, register) => add(register, teachingRow(world)),
  decideAgain,
  decideUnderNewId,
  removeThird,
  removeRow,
  removeRow,
  changeField,
  changeField,
  changeField,
  removePerson,
  (_world, register) => {
    register.facts.push(...register.vanished);
    register.vanished = [];
  },
  addPerson,
  mergeIds,
  mergeIds,
];

function add(register: Register, ...facts: readonly Fact[]): void {
  register.facts.push(...facts);
}

function somebody(world: World, register: Register): string {
  return world.random.pick(register.ids);
}

/** Another row of a decision that exists. */
function decideAgain(world: World, register: Register): void {
  const decisions = register.facts.filter((fact) => fact.table === 'decisions');
  if (decisions.length === 0) return;
  const { decision_id: key = '', person_id: id = '', kind = '' } = world.random.pick(decisions).fields;
  add(register, decisionRow(world, id, key, kind, 1));
}

/** Another row of a decision, under the id that its person has now: together they are one decision still. */
function decideUnderNewId(world: World, register: Register): void {
  const merged = new Map(
    register.facts
      .filter(({ table }) => table === 'person_ids')
      .map(({ fields }) => [fields.old_person_id ?? '', fields.person_id ?? '']),
  );
  const decisions = register.facts.filter(
    ({ table, fields }) => table === 'decisions' && merged.has(fields.person_id ?? ''),
  );
  if (decisions.length === 0) return;
  const { decision_id: key = '', person_id: id = '', kind = '' } = world.random.pick(decisions).fields;
  add(register, decisionRow(world, merged.get(id) ?? id, key, kind, 1));
}

/** A truncated extract: every third person is gone with all rows. */
function removeThird(world: World, register: Register): void {
  if (world.random.percent(70)) return;
  const gone = new Set(register.ids.filter((_, place) => place % 3 === 0));
  const isGone = (fact: Fact): boolean => fact.table !== 'person_ids' && gone.has(fact.fields.person_id ?? '');
  register.vanished.push(...register.facts.filter(isGone));
  register.facts = register.facts.filter((fact) => !isGone(fact));
}

function removeRow(world: World, register: Register): void {
  const gone = world.random.pick(register.facts);
  if (gone.table === 'person_ids' || gone.table === 'persons') return;
  register.facts = register.facts.filter((fact) => fact !== gone);
  if (world.random.percent(50)) register.vanished.push(gone);
}

function removePerson(world: World, register: Register): void {
  const id = somebody(world, register);
  const isTheirs = (fact: Fact): boolean => fact.table !== 'person_ids' && fact.fields.person_id === id;
  register.vanished.push(...register.facts.filter(isTheirs));
  register.facts = register.facts.filter((fact) => !isTheirs(fact));
}

function addPerson(world: World, register: Register): void {
  const id = newId(world);
  register.ids.push(id);
  add(register, ...makePerson(world, id));
}

/** An id that becomes another: of a person who has rows of their own, or of a new name for the same person. */
function mergeIds(world: World, register: Register): void {
  const { random } = world;
  const from = somebody(world, register);
  const isTaken = register.facts.some(({ table, fields }) => table === 'person_ids' && fields.old_person_id === from);
  if (isTaken) return;
  const into = random.percent(50) ? newId(world) : somebody(world, register);
  if (leadsTo(register, into, from)) return;
  add(register, {
    table: 'person_ids',
    fields: { old_person_id: from, person_id: into, changed_on: turningDay(world) },
  });
  if (!register.ids.includes(into)) register.ids.push(into);
  if (random.percent(40)) add(register, personRow(world, into));
  if (random.percent(40)) {
    register.facts = register.facts.map((fact) =>
      fact.table !== 'person_ids' && fact.fields.person_id === from
        ? { table: fact.table, fields: { ...fact.fields, person_id: into } }
        : fact,
    );
    const persons = register.facts.filter(({ table, fields }) => table === 'persons' && fields.person_id === into);
    register.facts = register.facts.filter((fact) => fact === persons[0] || !persons.includes(fact));
  }
}

function leadsTo(register: Register, from: string, goal: string): boolean {
  if (from === goal) return true;
  const step = register.facts.find(({ table, fields }) => table === 'person_ids' && fields.old_person_id === from);
  return step !== undefined && leadsTo(register, step.fields.person_id ?? '', goal);
}

/** New values of single fields; the others stay. */
const NEW_VALUES: Readonly<Record<string, (world: World, fields: Readonly<Record<string, string>>) => string>> = {
  birth_date: birthDate,
  country_background: ({ random }) => random.pick(['SYR', 'DEU', 'QQQ']),
  death_date: (world) => (world.random.percent(50) ? '' : turningDay(world)),
  emigrated_on: (world) => (world.random.percent(50) ? '' : turningDay(world)),
  left_on: (world, { entered_on: enteredOn = '' }) => (world.random.percent(40) ? '' : dayAfter(world, enteredOn)),
  to_date: (world, { from_date: from = '' }) => (world.random.percent(40) ? '' : dayAfter(world, from)),
  kommune: ({ random, kommuner }) => random.pick(kommuner),
  fylke: ({ random, fylker }) => random.pick(fylker),
  category: ({ random }, fields) =>
    fields.hours === undefined
      ? random.pick(['right_and_duty', 'right', 'right_norwegian_6a', 'asylum_seeker'])
      : random.pick(['norwegian', 'social_studies']),
  law: ({ random }) => random.pick(['integreringsloven', 'introduksjonsloven']),
  outcome: ({ random }) => random.pick(['granted', 'withdrawn']),
  decided_on: turningDay,
  permit_granted_on: turningDay,
  registered_on: (world) => registeredOn(world),
};

function changeField(world: World, register: Register): void {
  const fact = world.random.pick(register.facts);
  const names = Object.keys(fact.fields).filter((name) => NEW_VALUES[name] !== undefined);
  if (names.length === 0) return;
  const name = world.random.pick(names);
  const value = NEW_VALUES[name]?.(world, fact.fields) ?? '';
  const changed: Fact = { table: fact.table, fields: { ...fact.fields, [name]: value } };
  register.facts = register.facts.map((other) => (other === fact ? changed : other));
}
