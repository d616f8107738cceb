import { assert, i32 } from '../domain';

const FIRST_CAPACITY = 65_536;

/** Signed 32-bit words in a row that grows. `position` is the number of words written. */
export class WordBuffer {
  words = new Int32Array(FIRST_CAPACITY);
  position = 0;

  /** Makes room for a number of further words. */
  reserve(count: number): void {
    const needed = this.position + count;
    if (needed <= this.words.length) return;
    const larger = new Int32Array(Math.max(needed, this.words.length * 2));
    larger.set(this.words.subarray(0, this.position));
    this.words = larger;
  }

  /** Writes a word into room that was reserved. */
  push(word: number): void {
    this.words[this.position] = word;
    this.position += 1;
  }

  /** Writes whole kroner: one word, or two (low, then high) where the record is wide. */
  amount(valueNok: number, wide: boolean): void {
    this.push(valueNok);
    if (wide) this.push(Math.floor(valueNok / 2 ** 32));
  }

  /** Puts a word into a place already written. */
  set(place: number, word: number): void {
    assert(place < this.position, 'a word can only be set where one was written');
    this.words[place] = word;
  }

  get(place: number): number {
    return i32(this.words, place);
  }

  /** The words written so far; a view, not a copy. */
  written(): Int32Array {
    return this.words.subarray(0, this.position);
  }
}
