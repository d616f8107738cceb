import { at, i32 } from '../../domain';
import { discardTree, type FileReader, type FileWriter, openReader, openWriter } from '../../effects';

/** A temporary file for what does not fit in memory while an extract is read. Made when first needed. */
export class SpillFile {
  readonly #path: string;
  #writer: FileWriter | undefined;
  #reader: FileReader | undefined;
  #length = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Adds words and tells the byte at which they begin. */
  append(words: Int32Array): number {
    this.#writer ??= openWriter(this.#path, 0o600);
    this.#writer.write(bytesOf(words));
    const start = this.#length;
    this.#length += words.byteLength;
    return start;
  }

  /** Fills the words from a byte of the file on. */
  read(words: Int32Array, start: number): void {
    this.#reader ??= openReader(this.#path);
    this.#reader.read(bytesOf(words), start);
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

function bytesOf(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** Puts a whole number from 0 to 2^53 into two words. */
export function putWhole(words: Int32Array, place: number, value: number): void {
  words[place] = Math.floor(value / 0x1_0000_0000);
  words[place + 1] = value;
}

/** The number in two words. */
export function wholeAt(words: Int32Array, place: number): number {
  return i32(words, place) * 0x1_0000_0000 + (i32(words, place + 1) >>> 0);
}

/** Places of a bucket's chunks in a spill file. */
export interface SpilledBucket {
  readonly records: number;
  /** First byte and number of words of each chunk. */
  readonly chunks: readonly { readonly start: number; readonly words: number }[];
}

/** Words that a bucket gathers in memory before they are spilled. */
const CHUNK_WORDS = 1 << 14;
const FIRST_WORDS = 1 << 8;

/** Records of one bucket: packed words, gathered in memory and spilled by the chunk. */
class SpillBucket {
  words = new Int32Array(0);
  records = 0;
  readonly chunks: { start: number; words: number }[] = [];
  #used = 0;
  readonly #spill: SpillFile;

  constructor(spill: SpillFile, spilled: SpilledBucket = { records: 0, chunks: [] }) {
    this.#spill = spill;
    this.records = spilled.records;
    this.chunks.push(...spilled.chunks);
  }

  /** Makes room for a record of zeros in `words` and tells where it begins. */
  reserve(recordWords: number): number {
    if (this.#used + recordWords > this.words.length) this.#makeRoom(recordWords);
    const start = this.#used;
    this.#used += recordWords;
    this.records += 1;
    return start;
  }

  #makeRoom(recordWords: number): void {
    if (this.words.length < CHUNK_WORDS) {
      const wider = new Int32Array(Math.max(FIRST_WORDS, this.words.length * 4, this.#used + recordWords));
      wider.set(this.words.subarray(0, this.#used));
      this.words = wider;
      return;
    }
    this.flush();
    if (recordWords > this.words.length) this.words = new Int32Array(recordWords);
  }

  /** Puts what is in memory into the spill file. */
  flush(): void {
    if (this.#used === 0) return;
    this.chunks.push({ start: this.#spill.append(this.words.subarray(0, this.#used)), words: this.#used });
    this.words.fill(0, 0, this.#used);
    this.#used = 0;
  }

  /** Words of all records. */
  get size(): number {
    return this.chunks.reduce((total, { words }) => total + words, this.#used);
  }

  /** Copies all records to the beginning of a longer array. */
  copyTo(target: Int32Array): void {
    let place = 0;
    for (const { start, words } of this.chunks) {
      this.#spill.read(target.subarray(place, place + words), start);
      place += words;
    }
    target.set(this.words.subarray(0, this.#used), place);
  }
}

/** Records of packed words, sorted into buckets as they come, so that memory does not grow with them. */
export class SpillBuckets {
  readonly #own: readonly SpillBucket[];
  #other: readonly SpillBucket[] = [];
  #loaded = new Int32Array(0);

  constructor(count: number, spill: SpillFile) {
    this.#own = Array.from({ length: count }, () => new SpillBucket(spill));
  }

  /** A bucket, to put a record into. */
  bucket(index: number): Pick<SpillBucket, 'reserve' | 'words'> {
    return at(this.#own, index);
  }

  /** Most records that a bucket holds. */
  longest(): number {
    return Math.max(...this.#own.map(({ records }, index) => records + (this.#other[index]?.records ?? 0)));
  }

  /** All records of a bucket, one behind the other, those of another thread last. The next call writes over them. */
  load(index: number): { readonly words: Int32Array; readonly records: number } {
    const own = at(this.#own, index);
    const other = this.#other[index];
    const size = own.size + (other?.size ?? 0);
    if (this.#loaded.length < size) this.#loaded = new Int32Array(size + (size >>> 3));
    const words = this.#loaded.subarray(0, size);
    own.copyTo(words);
    other?.copyTo(words.subarray(own.size));
    return { words, records: own.records + (other?.records ?? 0) };
  }

  /** Spills everything and tells where it is, for the thread that joins it. */
  spilled(): SpilledBucket[] {
    for (const bucket of this.#own) bucket.flush();
    return this.#own.map(({ records, chunks }) => ({ records, chunks }));
  }

  /** Adds what another thread has spilled. */
  join(spilled: readonly SpilledBucket[], spill: SpillFile): void {
    this.#other = spilled.map((each) => new SpillBucket(spill, each));
  }
}
