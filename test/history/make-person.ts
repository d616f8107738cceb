import { nextDay } from '../oracle/dates';
import type { Fact } from './register';
import { birthDate, dayAfter, registeredOn, turningDay, type World } from './world';

let unique = 0;

/** A key that no other row has. */
export function uniqueKey(prefix: string): string {
  unique += 1;
  return `${prefix}${String(unique).padStart(6, '0')}`;
}

/** Starts keys anew, so that a seed gives the same history every time. */
export function resetKeys(): void {
  unique = 0;
}

const COUNTRIES = ['SYR', 'SYR', 'SYR', 'DEU', 'AUS', 'QQQ', 'XXA'];
const CATEGORIES = [
  'right_and_duty',
  'right_and_duty',
  'right_and_duty',
  'right',
  'duty',
  'right_norwegian_6a',
  'right_norwegian_6a',
  'asylum_seeker',
  'asylum_seeker',
];

/** Kinds of persons: what they are, and the decision that they then need. */
const PROFILES = [
  ['right_and_duty', 'norwegian_and_social_studies'],
  ['right_and_duty', 'norwegian_and_social_studies'],
  ['right_norwegian_6a', 'norwegian_6a'],
  ['asylum_seeker', ''],
  ['duty', 'extended_43g'],
] as const;

/** Rows of a made-up person: mostly of one who gets something, at times of one of whom anything may be. */
export function makePerson(world: World, id: string): Fact[] {
  const { random } = world;
  const facts: Fact[] = [personRow(world, id)];
  const targets = random.several(1, random.percent(40) ? 3 : 1, () => targetRow(world, id));
  const [category, kind] = random.pick(PROFILES);
  if (random.percent(70)) {
    const [first] = targets;
    if (first) targets[0] = { table: first.table, fields: { ...first.fields, category } };
    if (kind !== '') facts.push({ ...decisionRow(world, id, uniqueKey('V'), kind, 0) });
  }
  facts.push(...targets);
  facts.push(...random.several(0, 2, () => decisionRows(world, id)).flat());
  facts.push(...residenceRows(world, id, targets[0]?.fields.entered_on ?? '', category === 'asylum_seeker'));
  if (random.percent(20)) facts.push(...random.several(1, 2, () => placeRow(world, id, 'training_kommune')));
  if (random.percent(35)) facts.push(...random.several(1, 2, () => placeRow(world, id, 'upper_secondary')));
  if (random.percent(40)) facts.push(...random.several(1, 3, () => hoursRow(world, id)));
  return facts;
}

export function personRow(world: World, id: string): Fact {
  const { random } = world;
  return {
    table: 'persons',
    fields: {
      person_id: id,
      birth_date: birthDate(world),
      country_background: random.pick(COUNTRIES),
      death_date: random.percent(6) ? turningDay(world) : '',
      emigrated_on: random.percent(8) ? turningDay(world) : '',
      registered_on: random.percent(90) ? '2001-01-01' : registeredOn(world),
    },
  };
}

export function targetRow(world: World, id: string): Fact {
  const { random } = world;
  const enteredOn = turningDay(world);
  const category = random.pick(CATEGORIES);
  const law = random.percent(50) ? 'integreringsloven' : 'introduksjonsloven';
  const permit = random.percent(85) ? enteredOn : random.percent(50) ? turningDay(world) : '';
  const leftOn = random.percent(18) ? dayAfter(world, enteredOn) : random.percent(4) ? enteredOn : '';
  return {
    table: 'target_group',
    fields: {
      target_group_id: uniqueKey('T'),
      person_id: id,
      law,
      category,
      permit_granted_on: permit,
      entered_on: enteredOn,
      left_on: leftOn,
      registered_on: registeredOn(world, enteredOn),
    },
  };
}

/** A decision with one to three rows. */
export function decisionRows(world: World, id: string): Fact[] {
  const { random } = world;
  const kind = random.pick([
    'norwegian_and_social_studies',
    'norwegian_and_social_studies',
    'norwegian_6a',
    'extended_43g',
  ]);
  const key = uniqueKey('V');
  return random.several(1, random.percent(25) ? 3 : 1, (index) => decisionRow(world, id, key, kind, index));
}

export function decisionRow(world: World, id: string, key: string, kind: string, index: number): Fact {
  const { random } = world;
  return {
    table: 'decisions',
    fields: {
      decision_id: key,
      person_id: id,
      kommune: random.pick(world.kommuner),
      kind,
      outcome: index === 0 && random.percent(85) ? 'granted' : random.pick(['granted', 'refused', 'withdrawn']),
      decided_on: turningDay(world),
      registered_on: registeredOn(world),
    },
  };
}

/** Homes one after the other, at times with gaps, overlaps and rows that start on the same day. */
function residenceRows(world: World, id: string, enteredOn: string, isInCentres: boolean): Fact[] {
  const { random } = world;
  let from = random.percent(60) ? '2001-01-01' : random.percent(60) ? enteredOn : turningDay(world);
  return random.several(1, 4, (index) => {
    if (index > 0) from = random.percent(75) ? dayAfter(world, from) : turningDay(world);
    const row = residenceRow(world, id, from);
    if (!isInCentres || random.percent(20)) return row;
    return { table: row.table, fields: { ...row.fields, kind: 'reception_centre' } };
  });
}

export function residenceRow(world: World, id: string, from: string): Fact {
  const { random } = world;
  const to = random.percent(50) ? '' : dayAfter(world, random.percent(50) ? from : nextDay(from));
  return {
    table: 'residence',
    fields: {
      person_id: id,
      kommune: random.pick(world.kommuner),
      kind: random.percent(60) ? 'registered' : 'reception_centre',
      from_date: from,
      to_date: to,
      registered_on: registeredOn(world, from),
    },
  };
}

export function placeRow(world: World, id: string, table: 'training_kommune' | 'upper_secondary'): Fact {
  const { random } = world;
  const from = turningDay(world);
  const place =
    table === 'training_kommune' ? { kommune: random.pick(world.kommuner) } : { fylke: random.pick(world.fylker) };
  const fields = {
    person_id: id,
    ...place,
    from_date: from,
    to_date: random.percent(40) ? '' : dayAfter(world, from),
    registered_on: random.percent(30) ? '' : registeredOn(world, from),
  };
  return { table, fields };
}

export function hoursRow(world: World, id: string): Fact {
  const { random } = world;
  const year = world.firstYear - 1 + random.below(world.lastYear - world.firstYear + 2);
  const month = `${year}-${String(1 + random.below(12)).padStart(2, '0')}`;
  return {
    table: 'hours',
    fields: {
      hours_id: uniqueKey('H'),
      person_id: id,
      kommune: random.pick(world.kommuner),
      month,
      category: random.pick(['norwegian', 'norwegian', 'social_studies']),
      hours: random.pick(['0', '7.25', '0.5', '250', '12', '33.33', '0.01']),
      absence_hours: random.pick(['', '0', '2.5', '7']),
      source: random.pick(['', 'nir_web', 'municipal_system']),
      registered_on: random.percent(60) ? `${month}-28` : turningDay(world),
    },
  };
}
