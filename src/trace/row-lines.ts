import { assert, type RegisterBlock, TABLE, u32 } from '../domain';

const NO_LINES = new Uint32Array(0);

/** Lines of a block's rows in their files, each column looked up once a block. */
export class RowLines {
  #block: RegisterBlock | undefined;
  readonly #columns: (Uint32Array | undefined)[] = Array(TABLE.pinnedKommune + 1).fill(undefined);

  /** Says whose rows are meant from now on; undefined for a person without any. */
  use(block: RegisterBlock | undefined): void {
    if (block === this.#block) return;
    this.#block = block;
    this.#columns.fill(undefined);
  }

  /** Lines of a table's rows, by row. */
  of(table: number): Uint32Array {
    return this.#columns[table] ?? this.#read(table);
  }

  #read(table: number): Uint32Array {
    const lines = this.#block ? columnOf(this.#block, table) : NO_LINES;
    this.#columns[table] = lines;
    return lines;
  }
}

/** Line of a row; 0 for no row. */
export function lineOf(lines: Uint32Array, row: number): number {
  return row < 0 ? 0 : u32(lines, row);
}

function columnOf(block: RegisterBlock, table: number): Uint32Array {
  switch (table) {
    case TABLE.targetGroup:
      return block.targetGroup.line;
    case TABLE.decisions:
      return block.decisions.line;
    case TABLE.residence:
      return block.residence.line;
    case TABLE.trainingKommune:
      return block.trainingKommune.line;
    case TABLE.upperSecondary:
      return block.upperSecondary.line;
    case TABLE.pinnedKommune:
      return block.pinnedKommune?.line ?? NO_LINES;
    default:
      assert(table === TABLE.persons, `a trace points into no table ${table}`);
      return block.persons.line;
  }
}
