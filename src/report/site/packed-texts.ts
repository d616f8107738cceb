const TEXTS_PER_BLOCK = 100;
/** Between texts of a block; no text holds it. */
const BREAK = '\n';

/**
 * Many short texts without line breaks, kept as bytes outside the heap: as strings, the lines of a national run take
 * several times their length.
 */
export class PackedTexts {
  readonly #blocks: Buffer[] = [];
  #last: string[] = [];

  get length(): number {
    return this.#blocks.length * TEXTS_PER_BLOCK + this.#last.length;
  }

  push(text: string): void {
    this.#last.push(text);
    if (this.#last.length < TEXTS_PER_BLOCK) return;
    this.#blocks.push(Buffer.from(this.#last.join(BREAK)));
    this.#last = [];
  }

  /** The texts from one place up to another, as an array's. */
  slice(from: number, to: number): string[] {
    const first = Math.floor(from / TEXTS_PER_BLOCK);
    const found: string[] = [];
    for (let block = first; block * TEXTS_PER_BLOCK < Math.min(to, this.length); block += 1) {
      found.push(...this.#block(block));
    }
    return found.slice(from - first * TEXTS_PER_BLOCK, to - first * TEXTS_PER_BLOCK);
  }

  *[Symbol.iterator](): Generator<string> {
    for (let block = 0; block <= this.#blocks.length; block += 1) yield* this.#block(block);
  }

  #block(place: number): readonly string[] {
    return this.#blocks[place]?.toString().split(BREAK) ?? this.#last;
  }
}
