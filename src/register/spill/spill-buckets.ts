import { f64 } from '../../domain/columns';
import { discardTree, type FileReader, type FileWriter, openReader, openWriter } from '../../effects';
import { GrowingColumn } from './growing-column';

/** A temporary file for what does not fit in memory while an extract is read. Made when first needed. */
export class SpillFile {
  readonly #path: string;
  #writer: FileWriter | undefined;
  #reader: FileReader | undefined;
  #length = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Adds bytes and tells where they begin. */
  append(bytes: Uint8Array): number {
    this.#writer ??= openWriter(this.#path, 0o600);
    this.#writer.write(bytes);
    const start = this.#length;
    this.#length += bytes.length;
    return start;
  }

  /** Fills the bytes from a place in the file. */
  read(bytes: Uint8Array, start: number): void {
    this.#reader ??= openReader(this.#path);
    this.#reader.read(bytes, start);
  }

  /** Closes the file; whoever made it removes it. */
  close(): void {
    this.#reader?.close();
    this.#writer?.abandon();
    this.#reader = undefined;
    this.#writer = undefined;
  }

  /** Closes and removes the file. */
  remove(): void {
    const made = this.#writer !== undefined;
    this.close();
    if (made) discardTree(this.#path);
  }
}

/** Words that a bucket gathers in memory before they are spilled. */
const CHUNK_WORDS = 1 << 14;
const FIRST_WORDS = 1 << 8;

/** Records of one bucket: packed words, gathered in memory and spilled by the chunk. */
export class SpillBucket {
  words = new Int32Array(0);
  rows = 0;
  #used = 0;
  readonly #chunkStarts = new GrowingColumn();
  readonly #chunkWords = new GrowingColumn();

  /** Makes room for a row of zeros and tells where it begins. */
  reserve(rowWords: number, spill: SpillFile): number {
    if (this.#used + rowWords > this.words.length) this.#makeRoom(rowWords, spill);
    const start = this.#used;
    this.#used += rowWords;
    this.rows += 1;
    return start;
  }

  #makeRoom(rowWords: number, spill: SpillFile): void {
    if (this.words.length < CHUNK_WORDS) {
      const wider = new Int32Array(Math.max(FIRST_WORDS, this.words.length * 4, this.#used + rowWords));
      wider.set(this.words.subarray(0, this.#used));
      this.words = wider;
      return;
    }
    this.flush(spill);
    if (rowWords > this.words.length) this.words = new Int32Array(rowWords);
  }

  /** Puts what is in memory into the spill file. */
  flush(spill: SpillFile): void {
    if (this.#used === 0) return;
    this.#chunkStarts.push(spill.append(bytesOf(this.words.subarray(0, this.#used))));
    this.#chunkWords.push(this.#used);
    this.words.fill(0, 0, this.#used);
    this.#used = 0;
  }

  /** Words of all records. */
  get size(): number {
    let total = this.#used;
    for (const words of this.#chunkWords.view()) total += words;
    return total;
  }

  /** Copies all records to a place in a longer array; returns the place behind them. */
  copyTo(target: Int32Array, start: number, spill: SpillFile): number {
    let place = start;
    for (let chunk = 0; chunk < this.#chunkStarts.length; chunk += 1) {
      const words = f64(this.#chunkWords.view(), chunk);
      spill.read(bytesOf(target.subarray(place, place + words)), f64(this.#chunkStarts.view(), chunk));
      place += words;
    }
    target.set(this.words.subarray(0, this.#used), place);
    return place + this.#used;
  }

  /** Where the records stand once all of them are in the spill file. */
  spilled(spill: SpillFile): SpilledBucket {
    this.flush(spill);
    return { rows: this.rows, starts: this.#chunkStarts.view().slice(), words: this.#chunkWords.view().slice() };
  }

  /** A bucket that another thread has spilled. */
  static of(spilled: SpilledBucket): SpillBucket {
    const bucket = new SpillBucket();
    bucket.rows = spilled.rows;
    for (const start of spilled.starts) bucket.#chunkStarts.push(start);
    for (const words of spilled.words) bucket.#chunkWords.push(words);
    return bucket;
  }
}

/** Places of a bucket's chunks in a spill file. */
export interface SpilledBucket {
  readonly rows: number;
  readonly starts: Float64Array;
  readonly words: Float64Array;
}

function bytesOf(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
