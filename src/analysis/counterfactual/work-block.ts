import {
  blockOfFacts,
  CELL_TABLES,
  type CellTable,
  type FactColumns,
  type FactRow,
  factColumnsOf,
  inBlockOrder,
  type PersonFacts,
  type RegisterBlock,
} from '../../domain';

/** Rows of a table that a block has room for at first. */
const ROOM = 16;

/**
 * A block of one person that is filled anew for each state of that person: thousands of states are tried, and of most
 * only one table differs from the one before. Same rows as blockOfFacts().
 */
export class WorkBlock {
  #block: RegisterBlock;
  #columns: Readonly<Record<CellTable, FactColumns>>;
  #filled = new Map<CellTable, readonly FactRow[]>();
  #room = ROOM;

  constructor() {
    this.#block = blockOfFacts(blankFacts(this.#room));
    this.#columns = factColumnsOf(this.#block);
  }

  /** The block with the rows of a person; the next call overwrites it. */
  fill(facts: PersonFacts): RegisterBlock {
    const most = Math.max(...CELL_TABLES.map((table) => facts.rows[table].length));
    if (most > this.#room) this.#makeRoom(most);
    this.#block.personIds[0] = facts.personId;
    for (const table of CELL_TABLES) {
      const rows = facts.rows[table];
      if (this.#filled.get(table) === rows) continue;
      fillTable(this.#columns[table], inBlockOrder(table, rows));
      this.#filled.set(table, rows);
    }
    return this.#block;
  }

  #makeRoom(rows: number): void {
    this.#room = rows * 2;
    this.#block = blockOfFacts(blankFacts(this.#room));
    this.#columns = factColumnsOf(this.#block);
    this.#filled = new Map();
  }
}

function fillTable({ table, columns }: FactColumns, rows: readonly FactRow[]): void {
  table.offsets[1] = rows.length;
  for (const name in columns) {
    const column = columns[name];
    if (!column) continue;
    for (let row = 0; row < rows.length; row += 1) column[row] = rows[row]?.[name] ?? 0;
  }
}

const BLANK: FactRow = Object.fromEntries(
  Object.values(factColumnsOf(blockOfFacts(emptyFacts()))).flatMap(({ columns }) =>
    Object.keys(columns).map((name) => [name, 0]),
  ),
);

function emptyFacts(): PersonFacts {
  return blankOf([]);
}

function blankFacts(rows: number): PersonFacts {
  return blankOf(Array.from({ length: rows }, () => BLANK));
}

function blankOf(rows: readonly FactRow[]): PersonFacts {
  return {
    personId: 0,
    rows: {
      persons: rows,
      targetGroup: rows,
      decisions: rows,
      residence: rows,
      trainingKommune: rows,
      upperSecondary: rows,
    },
  };
}
