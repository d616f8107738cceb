const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** How a line end is written: as one byte, or as two of UTF-16. */
export type LineUnits = 'bytes' | 'utf-16le' | 'utf-16be';

/** Follows the pieces of a file and finds what ends its lines: LF, or CR where it has no LF (data contract 1). */
export class LineEndFinder {
  #feeds = 0;
  #hasReturn = false;
  #lineStart = 0;
  #longest = 0;

  /** Takes a piece and returns its line feeds. */
  add(chunk: Buffer, position: number, units: LineUnits): number {
    const before = this.#feeds;
    if (units === 'bytes') {
      this.#countFeeds(chunk, position);
      this.#hasReturn ||= this.#feeds === 0 && chunk.includes(RETURN);
    } else {
      this.#feeds += countUnits(chunk, position, units, LINE_FEED);
      this.#hasReturn ||= this.#feeds === 0 && countUnits(chunk, position, units, RETURN) > 0;
    }
    return this.#feeds - before;
  }

  finish(fileBytes: number): { lineEnd: 'LF' | 'CR'; longestLineBytes: number } {
    const longestLineBytes = Math.max(this.#longest, fileBytes - this.#lineStart);
    return { lineEnd: this.#feeds === 0 && this.#hasReturn ? 'CR' : 'LF', longestLineBytes };
  }

  /** By native search from one to the next, which beats a look at every byte. */
  #countFeeds(chunk: Buffer, position: number): void {
    for (let place = chunk.indexOf(LINE_FEED); place >= 0; place = chunk.indexOf(LINE_FEED, place + 1)) {
      this.#feeds += 1;
      const next = position + place + 1;
      if (next - this.#lineStart > this.#longest) this.#longest = next - this.#lineStart;
      this.#lineStart = next;
    }
  }
}

/** Characters of ASCII of that code among the units of a piece; a unit that the piece cuts is not counted. */
function countUnits(chunk: Buffer, position: number, units: LineUnits, code: number): number {
  const low = units === 'utf-16le' ? 0 : 1;
  let count = 0;
  for (let place = chunk.indexOf(code); place >= 0; place = chunk.indexOf(code, place + 1)) {
    const isLow = ((position + place) & 1) === low;
    if (isLow && chunk[units === 'utf-16le' ? place + 1 : place - 1] === 0) count += 1;
  }
  return count;
}
