import {
  asDay,
  asRecipientCode,
  at,
  CATEGORIES,
  DECISION_KINDS,
  FAR_FUTURE,
  FAR_PAST,
  f64,
  formatDay,
  formatRecipientCode,
  i32,
  LAWS,
  NO_DAY,
  OUTCOMES,
  type PlaceColumns,
  type RegisterBlock,
  type RowColumns,
  u8,
  u16,
  u32,
  unpackCountry,
} from '../../domain';
import type { Database, SqlValue, Statement } from '../../effects';

/** Fills the tables of REGISTER_TABLES from the blocks of a stored register. Hours take no part. */
export function loadRegister(
  db: Database,
  blocks: Iterable<RegisterBlock>,
  withheldWithoutRow: Iterable<number>,
): void {
  const insert = (table: string, columns: number): Statement =>
    db.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
  const into = {
    persons: insert('person_row', 7),
    withheld: insert('withheld', 1),
    targetGroup: insert('target_group', 10),
    decisions: insert('decision', 8),
    residence: insert('residence', 8),
    trainingKommune: insert('training_kommune', 8),
    upperSecondary: insert('upper_secondary', 8),
  };
  for (const id of withheldWithoutRow) into.withheld.run(id);
  for (const block of blocks) {
    for (let index = 0; index < block.personCount; index += 1) {
      if (u8(block.withheld, index) === 1) into.withheld.run(f64(block.personIds, index));
    }
    loadPersons(block, into.persons);
    loadTargetGroup(block, into.targetGroup);
    loadDecisions(block, into.decisions);
    for (const name of ['residence', 'trainingKommune', 'upperSecondary'] as const) {
      loadPlaces(block, block[name], into[name]);
    }
  }
}

/** Every row of a table with the person under whom it stands and its place among the person's rows. */
function eachRow(
  block: RegisterBlock,
  table: RowColumns,
  take: (person: number, row: number, rank: number) => void,
): void {
  for (let index = 0; index < block.personCount; index += 1) {
    const first = u32(table.offsets, index);
    for (let row = first; row < u32(table.offsets, index + 1); row += 1) {
      take(f64(block.personIds, index), row, row - first);
    }
  }
}

function loadPersons(block: RegisterBlock, into: Statement): void {
  const { persons } = block;
  eachRow(block, persons, (person, row, rank) => {
    const country = unpackCountry(u16(persons.country, row));
    const days = [persons.registeredOn, persons.birthDate].map((column) => dayText(i32(column, row)));
    const ends = [persons.deathDate, persons.emigratedOn].map((column) => dayText(i32(column, row)));
    into.run(person, rank, ...days, country, ...ends);
  });
}

function loadTargetGroup(block: RegisterBlock, into: Statement): void {
  const table = block.targetGroup;
  eachRow(block, table, (person, row) => {
    const law = at(LAWS, u8(table.law, row))[0];
    const category = at(CATEGORIES, u8(table.category, row))[0];
    const days = [table.permitGrantedOn, table.enteredOn, table.leftOn].map((column) => dayText(i32(column, row)));
    const registered = dayText(i32(table.registeredOn, row));
    into.run(person, u32(table.line, row), registered, null, keyAt(table.key, row), law, category, ...days);
  });
}

function loadDecisions(block: RegisterBlock, into: Statement): void {
  const table = block.decisions;
  eachRow(block, table, (person, row) => {
    const kind = at(DECISION_KINDS, u8(table.kind, row))[0];
    const outcome = at(OUTCOMES, u8(table.outcome, row))[0];
    const registered = dayText(i32(table.registeredOn, row));
    const key = keyAt(table.key, row);
    into.run(person, u32(table.line, row), registered, null, key, u32(table.decision, row), kind, outcome);
  });
}

function loadPlaces(block: RegisterBlock, table: PlaceColumns, into: Statement): void {
  eachRow(block, table, (person, row) => {
    const code = formatRecipientCode(asRecipientCode(i32(table.recipient, row)));
    const days = [table.fromDate, table.toDate].map((column) => dayText(i32(column, row)));
    const registered = dayText(i32(table.registeredOn, row));
    into.run(person, u32(table.line, row), registered, null, `${code}/${days[0]}`, code, ...days);
  });
}

/** Hash of the id of a row, where the register has kept it. */
function keyAt(keys: Float64Array | undefined, row: number): SqlValue {
  return keys === undefined ? null : f64(keys, row);
}

function dayText(day: number): SqlValue {
  if (day === FAR_FUTURE) return '9999-12-31';
  if (day === FAR_PAST) return '0001-01-01';
  return day === NO_DAY ? null : formatDay(asDay(day));
}
