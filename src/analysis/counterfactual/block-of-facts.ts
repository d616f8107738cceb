import type {
  DecisionColumns,
  HoursColumns,
  PersonRowColumns,
  PlaceColumns,
  RegisterBlock,
  RowColumns,
  TargetGroupColumns,
} from '../../domain';
import { cellOf, type FactRow, type FactTable, type PersonFacts } from './person-facts';

/** Order of rows within a person, as the register room gives them (see RegisterBlock). Ties keep their order. */
const ORDER: Readonly<Record<FactTable, readonly string[]>> = {
  persons: [],
  targetGroup: ['enteredOn', 'registeredOn', 'line'],
  decisions: ['decision', 'registeredOn', 'line'],
  residence: ['fromDate', 'registeredOn', 'line'],
  trainingKommune: ['fromDate', 'registeredOn', 'line'],
  upperSecondary: ['fromDate', 'registeredOn', 'line'],
};

/** Rows in the order in which a block holds them; a new row (line 0) stands last among its equals. */
export function inBlockOrder(table: FactTable, rows: readonly FactRow[]): readonly FactRow[] {
  const columns = ORDER[table];
  if (rows.length < 2) return rows;
  return [...rows].sort((a, b) => {
    for (const column of columns) {
      const difference = place(a, column) - place(b, column);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function place(row: FactRow, column: string): number {
  const value = cellOf(row, column);
  return column === 'line' && value === 0 ? Number.POSITIVE_INFINITY : value;
}

/** A block of one person. Hours are left out: no rule for persons reads them. */
export function blockOfFacts(facts: PersonFacts): RegisterBlock {
  const { rows } = facts;
  return {
    firstOrdinal: 0,
    personCount: 1,
    personIds: Float64Array.of(facts.personId),
    withheld: Uint8Array.of(0),
    persons: personsColumns(rows.persons),
    targetGroup: targetGroupColumns(rows.targetGroup),
    decisions: decisionColumns(rows.decisions),
    residence: placeColumns.residence(rows.residence),
    trainingKommune: placeColumns.trainingKommune(rows.trainingKommune),
    upperSecondary: placeColumns.upperSecondary(rows.upperSecondary),
    hours: NO_HOURS,
  };
}

/** Remembers what was made of a list of rows: a change leaves the lists of all tables but one as they are. */
function remembered<T extends RowColumns>(table: FactTable, make: (rows: readonly FactRow[]) => T) {
  const known = new WeakMap<readonly FactRow[], T>();
  return (rows: readonly FactRow[]): T => {
    const earlier = known.get(rows);
    if (earlier) return earlier;
    const made = make(inBlockOrder(table, rows));
    known.set(rows, made);
    return made;
  };
}

const values = (rows: readonly FactRow[], column: string): number[] => rows.map((row) => cellOf(row, column));
const days = (rows: readonly FactRow[], column: string): Int32Array => new Int32Array(values(rows, column));
const codes = (rows: readonly FactRow[], column: string): Uint8Array => new Uint8Array(values(rows, column));

function common(rows: readonly FactRow[]) {
  return {
    offsets: Uint32Array.of(0, rows.length),
    line: new Uint32Array(values(rows, 'line')),
    registeredOn: days(rows, 'registeredOn'),
  };
}

const personsColumns = remembered('persons', (rows): PersonRowColumns => {
  const none = new Uint8Array(rows.length);
  return {
    ...common(rows),
    personId: new Float64Array(values(rows, 'personId')),
    birthDate: days(rows, 'birthDate'),
    country: new Uint16Array(values(rows, 'country')),
    sex: none,
    deathDate: days(rows, 'deathDate'),
    emigratedOn: days(rows, 'emigratedOn'),
    addressProtection: codes(rows, 'addressProtection'),
    upperSecondaryBefore: none,
  };
});

const targetGroupColumns = remembered('targetGroup', (rows): TargetGroupColumns => {
  return {
    ...common(rows),
    law: codes(rows, 'law'),
    category: codes(rows, 'category'),
    permitGrantedOn: days(rows, 'permitGrantedOn'),
    enteredOn: days(rows, 'enteredOn'),
    leftOn: days(rows, 'leftOn'),
  };
});

const decisionColumns = remembered('decisions', (rows): DecisionColumns => {
  return {
    ...common(rows),
    decision: new Uint32Array(values(rows, 'decision')),
    kommune: days(rows, 'kommune'),
    kind: codes(rows, 'kind'),
    outcome: codes(rows, 'outcome'),
    decidedOn: days(rows, 'decidedOn'),
    trainingStartsOn: days(rows, 'decidedOn'),
  };
});

function placesOf(rows: readonly FactRow[]): PlaceColumns {
  return {
    ...common(rows),
    recipient: days(rows, 'recipient'),
    kind: codes(rows, 'kind'),
    fromDate: days(rows, 'fromDate'),
    toDate: days(rows, 'toDate'),
  };
}

const placeColumns = {
  residence: remembered('residence', placesOf),
  trainingKommune: remembered('trainingKommune', placesOf),
  upperSecondary: remembered('upperSecondary', placesOf),
};

const NO_HOURS: HoursColumns = {
  offsets: Uint32Array.of(0, 0),
  line: new Uint32Array(),
  registeredOn: new Int32Array(),
  kommune: new Int32Array(),
  month: new Int32Array(),
  category: new Uint8Array(),
  hoursHundredths: new Uint16Array(),
  absenceHundredths: new Uint32Array(),
  source: new Uint8Array(),
};
