/** Twice what is kept at a time: growing while persons go by costs the compiled code of everything that writes words. */
const FIRST_CAPACITY = 131_072;

/**
 * Signed 32-bit words in a row that grows. Encoders reserve room, write into `words` from `position` and set the new
 * position: plain stores in a local array, since some five million words are written for 100,000 persons.
 */
export class WordBuffer {
  words = new Int32Array(FIRST_CAPACITY);
  /** Number of words written. */
  position = 0;

  /** Makes room for a number of further words. */
  reserve(count: number): void {
    const needed = this.position + count;
    if (needed <= this.words.length) return;
    const larger = new Int32Array(Math.max(needed, this.words.length * 2));
    larger.set(this.words.subarray(0, this.position));
    this.words = larger;
  }

  /** The words written so far; a view, not a copy. */
  written(): Int32Array {
    return this.words.subarray(0, this.position);
  }
}

/** Writes whole kroner: one word, or two (low, then high) where the record is wide. Returns the next place. */
export function putAmount(words: Int32Array, place: number, valueNok: number, wide: boolean): number {
  words[place] = valueNok;
  if (!wide) return place + 1;
  words[place + 1] = Math.floor(valueNok / 2 ** 32);
  return place + 2;
}
