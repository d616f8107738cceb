import { at, COMPONENTS, NETTING_GROUPS, type NettingGroup, parseRecipientCode } from '../../domain';
import type { Problems } from './problems';
import type { TableRow } from './read-table';

/** Reads coded cells of a row; every one that is none is told and makes `isGood` false. */
export class CodeReader {
  readonly #row: TableRow;
  readonly #file: string;
  readonly #problems: Problems;
  isGood = true;

  constructor(row: TableRow, file: string, problems: Problems) {
    this.#row = row;
    this.#file = file;
    this.#problems = problems;
  }

  /** Ordinal of a component. */
  component(): number {
    return this.#place('component', COMPONENTS);
  }

  group(): NettingGroup {
    return at(NETTING_GROUPS, Math.max(0, this.#place('netting_group', NETTING_GROUPS)));
  }

  recipient(column: string): number {
    const code = parseRecipientCode(this.#row.text(column));
    return code === undefined || code === 0 ? this.#refuse(column, '0301 | 15') : code;
  }

  /** A text of one of the given forms. */
  form(column: string, pattern: RegExp): string {
    const text = this.#row.text(column);
    if (!pattern.test(text)) this.#refuse(column, String(pattern));
    return text;
  }

  #place(column: string, names: readonly string[]): number {
    const place = names.indexOf(this.#row.text(column));
    return place < 0 ? this.#refuse(column, names.join(' | ')) : place;
  }

  #refuse(column: string, expected: string): number {
    this.isGood = false;
    const found = this.#row.text(column);
    this.#problems.add('VERIFY_CELL', this.#file, { line: this.#row.line, column, expected, found });
    return 0;
  }
}
