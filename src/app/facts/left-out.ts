import { visiblePersonRow } from '../../../rules';
import { type FactTable, ordinalOfCell } from '../../analysis';
import {
  type Component,
  componentOrdinal,
  type Day,
  type ErrorDetail,
  errorDetail,
  STATUS,
  u8,
  u16,
  u32,
} from '../../domain';
import type { Snapshot } from '../../register';
import { snapshotWarnings } from '../register/snapshot-warnings';

/** Whom an answer leaves out, and why. Each person counts once in each number. */
export interface LeftOut {
  /** Persons of whom a row was rejected: nothing about them is counted. */
  readonly withheldPersons: number;
  /** Persons of whom rows were rejected and no persons row is left. */
  readonly rejectedPersons: number;
  /** Persons who trigger something and whose country stands outside the region table. */
  readonly unknownCountryPersons: number;
  /** Persons of the extract who were registered after the as-of date. */
  readonly laterPersons: number;
  /** Rejected rows by table; tables without any are left out. */
  readonly rejectedRows: Readonly<Record<string, number>>;
}

/**
 * Whom an answer about a register at D leaves out. Where the facts hold everybody, no block is read.
 *
 * @param facts of the same register and D; of an answer that is of no grants (hours, statistics) none
 */
export function leftOutOf(
  snapshot: Snapshot,
  asOf: Day,
  facts?: FactTable,
  excluded: readonly Component[] = [],
): LeftOut {
  return {
    ...withoutFacts(snapshot, asOf, facts?.personIds.length),
    rejectedPersons: snapshot.rejectedWithoutRow.size,
    unknownCountryPersons: facts === undefined ? 0 : unknownCountry(facts, excluded),
    rejectedRows: snapshot.rejectedRows,
  };
}

function withoutFacts(
  snapshot: Snapshot,
  asOf: Day,
  known: number | undefined,
): Pick<LeftOut, 'withheldPersons' | 'laterPersons'> {
  let [withheldPersons, laterPersons] = [0, 0];
  if (snapshot.personCount === known) return { withheldPersons, laterPersons };
  for (const block of snapshot.blocks()) {
    for (let index = 0; index < block.personCount; index += 1) {
      if (u8(block.withheld, index) === 1) withheldPersons += 1;
      else if (visiblePersonRow(block.persons, index, asOf) < 0) laterPersons += 1;
    }
  }
  return { withheldPersons, laterPersons };
}

function unknownCountry(facts: FactTable, excluded: readonly Component[]): number {
  const left = new Set(excluded.map(componentOrdinal));
  let persons = 0;
  for (let person = 0; person < facts.personIds.length; person += 1) {
    const end = u32(facts.entryStart, person + 1);
    for (let entry = u32(facts.entryStart, person); entry < end; entry += 1) {
      if (u8(facts.status, entry) !== STATUS.unknownCountry || left.has(ordinalOfCell(u16(facts.cell, entry))))
        continue;
      persons += 1;
      break;
    }
  }
  return persons;
}

/**
 * What every answer about a register says of it: that a damaged snapshot was put aside, and whom it leaves out because rows of
 * the extract could not be read. The persons concerned count nowhere, rejected hours rows are only missing hours.
 */
export function registerWarnings(snapshot: Pick<Snapshot, 'rejectedRows' | 'damagedPath'>): ErrorDetail[] {
  const { hours = 0, ...tables } = snapshot.rejectedRows;
  const others = Object.entries(tables).filter(([, rows]) => rows > 0);
  const rows = others.reduce((sum, [, count]) => sum + count, 0);
  const names = others.map(([table, count]) => `${table} ${count}`).join(', ');
  return [
    ...snapshotWarnings(snapshot),
    ...(rows > 0 ? [errorDetail('PERSONS_LEFT_OUT', { rows, tables: names })] : []),
    ...(hours > 0 ? [errorDetail('HOURS_LEFT_OUT', { rows: hours })] : []),
  ];
}
