import { parsePerson } from './parse-field';

const ID_DIGITS = 12;

/** Finds ids of persons in the lines of a value that holds line ends, also one that a line end cuts. */
export class SpreadIds {
  #line = -1;
  /** Digits at the end of the line before. */
  #tail = '';

  /** Every id that stands in a line or goes on in it from the line before. */
  of(line: number, text: string): number[] {
    const ids = new Set<number>();
    for (const [digits] of text.matchAll(/\d+/g)) addId(digits, ids);
    if (this.#line === line - 1) addId(this.#tail + (/^\s*(\d*)/.exec(text)?.[1] ?? ''), ids);
    this.#line = line;
    this.#tail = /(\d*)\s*$/.exec(text.slice(-2 * ID_DIGITS))?.[1] ?? '';
    return [...ids];
  }
}

function addId(digits: string, ids: Set<number>): void {
  const id = digits.length === ID_DIGITS ? parsePerson(digits) : undefined;
  if (typeof id === 'number') ids.add(id);
}
