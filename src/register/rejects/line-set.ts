/** A set of line numbers of one file as bits. */
export class LineSet {
  #words = new Uint32Array(64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(line: number): boolean {
    return (((this.#words[line >>> 5] ?? 0) >>> (line & 31)) & 1) === 1;
  }

  /** Adds a line; false where it was in the set already. */
  add(line: number): boolean {
    if (this.has(line)) return false;
    const word = line >>> 5;
    if (word >= this.#words.length) {
      const wider = new Uint32Array(Math.max(word + 1, this.#words.length * 2));
      wider.set(this.#words);
      this.#words = wider;
    }
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (line & 31));
    this.#size += 1;
    return true;
  }
}
