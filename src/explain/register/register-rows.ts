import { isVisible, rowEnd, rowStart } from '../../../rules';
import {
  asDay,
  at,
  CATEGORIES,
  DECISION_KINDS,
  formatDay,
  i32,
  LAWS,
  OUTCOMES,
  RESIDENCE_KINDS,
  type RowColumns,
  u8,
  u16,
  u32,
  unpackCountry,
} from '../../domain';
import { BLOCK_KEY, type PersonTable, type Subject } from './subject';

/** A value of a row, with how it is written. */
export interface FieldValue {
  readonly kind: 'Day' | 'Word' | 'Place';
  /** Date as YYYY-MM-DD, coded value, or RecipientCode as digits. */
  readonly value: string;
}

/** A row of a person as named values; `registered_on` stands apart, since a change of it alone changes nothing. */
export interface RegisterRow {
  readonly table: PersonTable;
  readonly row: number;
  readonly line: number;
  /** Day number. */
  readonly registeredOn: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export const PERSON_TABLES: readonly PersonTable[] = [
  'persons',
  'target_group',
  'decisions',
  'residence',
  'training_kommune',
  'upper_secondary',
];

/** Rows of a person in a table that count as of D; of the persons table the one that counts. */
export function visibleRows(subject: Subject, table: PersonTable, asOf: number): RegisterRow[] {
  if (table === 'persons') return subject.personRow < 0 ? [] : [registerRow(subject, table, subject.personRow)];
  return allRows(subject, table).filter(({ row }) => isVisible(subject.block[BLOCK_KEY[table]], row, asDay(asOf)));
}

/** Every row of a person in a table, also those that are not visible. */
export function allRows(subject: Subject, table: PersonTable): RegisterRow[] {
  const columns: RowColumns = subject.block[BLOCK_KEY[table]];
  const first = rowStart(columns, subject.index);
  const count = rowEnd(columns, subject.index) - first;
  return Array.from({ length: count }, (_, offset) => registerRow(subject, table, first + offset));
}

function registerRow(subject: Subject, table: PersonTable, row: number): RegisterRow {
  const columns: RowColumns = subject.block[BLOCK_KEY[table]];
  const registeredOn = i32(columns.registeredOn, row);
  return { table, row, line: u32(columns.line, row), registeredOn, fields: fieldsOf(subject, table, row) };
}

const day = (column: Int32Array, row: number): FieldValue => ({
  kind: 'Day',
  value: formatDay(asDay(i32(column, row))),
});
const word = (value: string): FieldValue => ({ kind: 'Word', value });
const place = (column: Int32Array, row: number): FieldValue => ({ kind: 'Place', value: String(i32(column, row)) });

/** The values that can change an amount, under the names of the data contract. */
function fieldsOf({ block }: Subject, table: PersonTable, row: number): Record<string, FieldValue> {
  const { persons, targetGroup, decisions, residence, trainingKommune, upperSecondary } = block;
  switch (table) {
    case 'persons':
      return {
        birth_date: day(persons.birthDate, row),
        country_background: word(unpackCountry(u16(persons.country, row))),
        death_date: day(persons.deathDate, row),
        emigrated_on: day(persons.emigratedOn, row),
      };
    case 'target_group':
      return {
        law: word(at(LAWS, u8(targetGroup.law, row))[0]),
        category: word(at(CATEGORIES, u8(targetGroup.category, row))[0]),
        permit_granted_on: day(targetGroup.permitGrantedOn, row),
        entered_on: day(targetGroup.enteredOn, row),
        left_on: day(targetGroup.leftOn, row),
      };
    case 'decisions':
      return {
        kommune: place(decisions.kommune, row),
        kind: word(at(DECISION_KINDS, u8(decisions.kind, row))[0]),
        outcome: word(at(OUTCOMES, u8(decisions.outcome, row))[0]),
        decided_on: day(decisions.decidedOn, row),
      };
    case 'residence':
      return {
        kommune: place(residence.recipient, row),
        kind: word(at(RESIDENCE_KINDS, u8(residence.kind, row))[0]),
        from_date: day(residence.fromDate, row),
        to_date: day(residence.toDate, row),
      };
    case 'training_kommune':
      return {
        kommune: place(trainingKommune.recipient, row),
        from_date: day(trainingKommune.fromDate, row),
        to_date: day(trainingKommune.toDate, row),
      };
    case 'upper_secondary':
      return {
        fylke: place(upperSecondary.recipient, row),
        from_date: day(upperSecondary.fromDate, row),
        to_date: day(upperSecondary.toDate, row),
      };
  }
}
