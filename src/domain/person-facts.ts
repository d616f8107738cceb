import { u32 } from './columns';
import type { CellTable } from './condition';
import { assert } from './errors';
import type { PlaceColumns, RegisterBlock, RowColumns } from './register-block';

/** One row: `line`, `registeredOn` and the columns of its table, as numbers (dates as Day, codes as ordinals). */
export type FactRow = Readonly<Record<string, number>>;

/** Everything registered about one person that a rule may read, as rows that can be changed one value at a time. */
export interface PersonFacts {
  readonly personId: number;
  readonly rows: Readonly<Record<CellTable, readonly FactRow[]>>;
  /** Kommuner that cases name, as rows of a table of places; left out where none does. */
  readonly pinnedKommune?: readonly FactRow[] | undefined;
}

type AnyColumn = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/** Value of a column; stops on a column that the row does not have. */
export function cellOf(row: FactRow, column: string): number {
  const value = row[column];
  if (value === undefined) assert(false, `a row has no column ${column}`);
  return value;
}

/** A table of a block with the columns that stand in FactRow, by their names there. */
export interface FactColumns {
  readonly table: RowColumns;
  readonly columns: Readonly<Record<string, AnyColumn>>;
}

/** The tables of a block as facts know them. */
export function factColumnsOf(block: RegisterBlock): Readonly<Record<CellTable, FactColumns>> {
  const { persons, targetGroup, decisions, residence, trainingKommune, upperSecondary } = block;
  return {
    persons: withColumns(persons, {
      personId: persons.personId,
      birthDate: persons.birthDate,
      country: persons.country,
      deathDate: persons.deathDate,
      emigratedOn: persons.emigratedOn,
      addressProtection: persons.addressProtection,
    }),
    targetGroup: withColumns(targetGroup, {
      ...keyOf(targetGroup),
      law: targetGroup.law,
      category: targetGroup.category,
      permitGrantedOn: targetGroup.permitGrantedOn,
      enteredOn: targetGroup.enteredOn,
      leftOn: targetGroup.leftOn,
    }),
    decisions: withColumns(decisions, {
      ...keyOf(decisions),
      decision: decisions.decision,
      kommune: decisions.kommune,
      kind: decisions.kind,
      outcome: decisions.outcome,
      decidedOn: decisions.decidedOn,
    }),
    residence: placeColumns(residence),
    trainingKommune: placeColumns(trainingKommune),
    upperSecondary: placeColumns(upperSecondary),
  };
}

/** Keys of rows, of a register that holds them. */
function keyOf({ key }: { readonly key?: Float64Array | undefined }): Readonly<Record<string, AnyColumn>> {
  return key ? { key } : {};
}

function placeColumns(table: PlaceColumns): FactColumns {
  const { recipient, kind, fromDate, toDate } = table;
  return withColumns(table, { recipient, kind, fromDate, toDate });
}

function withColumns(table: RowColumns, columns: Readonly<Record<string, AnyColumn>>): FactColumns {
  return { table, columns: { line: table.line, registeredOn: table.registeredOn, ...columns } };
}

/** Takes one person out of a block. */
export function factsOfPerson(block: RegisterBlock, index: number): PersonFacts {
  const { persons, targetGroup, decisions, residence, trainingKommune, upperSecondary } = factColumnsOf(block);
  return {
    personId: block.personIds[index] ?? 0,
    rows: {
      persons: rowsOf(persons, index),
      targetGroup: rowsOf(targetGroup, index),
      decisions: rowsOf(decisions, index),
      residence: rowsOf(residence, index),
      trainingKommune: rowsOf(trainingKommune, index),
      upperSecondary: rowsOf(upperSecondary, index),
    },
    pinnedKommune: block.pinnedKommune && rowsOf(placeColumns(block.pinnedKommune), index),
  };
}

function rowsOf({ table, columns }: FactColumns, index: number): FactRow[] {
  const all = Object.entries(columns);
  const rows: FactRow[] = [];
  for (let row = u32(table.offsets, index); row < u32(table.offsets, index + 1); row += 1) {
    const values: Record<string, number> = {};
    for (const [name, column] of all) {
      const value = column[row];
      assert(value !== undefined, `column ${name} has a value for every row`);
      values[name] = value;
    }
    rows.push(values);
  }
  return rows;
}
