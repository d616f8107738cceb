import type { CellTable } from './condition';
import { cellOf, type FactRow, type PersonFacts } from './person-facts';
import type {
  DecisionColumns,
  HoursColumns,
  PersonRowColumns,
  PlaceColumns,
  RegisterBlock,
  TargetGroupColumns,
} from './register-block';

/** Order of rows within a person, as the register room gives them (see RegisterBlock). Ties keep their order. */
const ORDER: Readonly<Record<CellTable, readonly string[]>> = {
  persons: [],
  targetGroup: ['enteredOn', 'registeredOn', 'line'],
  decisions: ['decision', 'registeredOn', 'line'],
  residence: ['fromDate', 'registeredOn', 'line'],
  trainingKommune: ['fromDate', 'registeredOn', 'line'],
  upperSecondary: ['fromDate', 'registeredOn', 'line'],
};

/** Rows in the order in which a block holds them; a new row (line 0) stands last among its equals. */
export function inBlockOrder(table: CellTable, rows: readonly FactRow[]): readonly FactRow[] {
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
    targetGroup: targetGroupColumns(inBlockOrder('targetGroup', rows.targetGroup)),
    decisions: decisionColumns(inBlockOrder('decisions', rows.decisions)),
    residence: placesOfFacts(inBlockOrder('residence', rows.residence)),
    trainingKommune: placesOfFacts(inBlockOrder('trainingKommune', rows.trainingKommune)),
    upperSecondary: placesOfFacts(inBlockOrder('upperSecondary', rows.upperSecondary)),
    hours: NO_HOURS,
    ...(facts.pinnedKommune ? { pinnedKommune: placesOfFacts(facts.pinnedKommune) } : {}),
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

/** Keys, of rows that have them. */
function keys(rows: readonly FactRow[]): { readonly key?: Float64Array } {
  return rows.some((row) => row.key !== undefined) ? { key: Float64Array.from(rows, (row) => row.key ?? 0) } : {};
}

function personsColumns(rows: readonly FactRow[]): PersonRowColumns {
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
}

function targetGroupColumns(rows: readonly FactRow[]): TargetGroupColumns {
  return {
    ...common(rows),
    ...keys(rows),
    law: codes(rows, 'law'),
    category: codes(rows, 'category'),
    permitGrantedOn: days(rows, 'permitGrantedOn'),
    enteredOn: days(rows, 'enteredOn'),
    leftOn: days(rows, 'leftOn'),
  };
}

function decisionColumns(rows: readonly FactRow[]): DecisionColumns {
  return {
    ...common(rows),
    ...keys(rows),
    decision: new Uint32Array(values(rows, 'decision')),
    kommune: days(rows, 'kommune'),
    kind: codes(rows, 'kind'),
    outcome: codes(rows, 'outcome'),
    decidedOn: days(rows, 'decidedOn'),
    trainingStartsOn: days(rows, 'decidedOn'),
  };
}

/** Rows of a table of places as columns. */
export function placesOfFacts(rows: readonly FactRow[]): PlaceColumns {
  return {
    ...common(rows),
    recipient: days(rows, 'recipient'),
    kind: codes(rows, 'kind'),
    fromDate: days(rows, 'fromDate'),
    toDate: days(rows, 'toDate'),
  };
}

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
