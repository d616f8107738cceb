import {
  assert,
  type KommuneRecord,
  type LineTable,
  type Outcome,
  type PersonView,
  type Settlement,
  TABLE,
  type TraceSink,
} from '../domain';
import { encodeKommune, OF_A_CASE } from './encode-kommune';
import { encodeRecord } from './encode-record';
import {
  FILE_HEADER,
  HASH_BYTES,
  LEAF_HEADER_WORDS,
  LEAF_KIND,
  SHIFT,
  TRACE_FILES,
  TRACE_FORMAT,
  type TraceFormat,
} from './format';
import { lineIndexBytes } from './leaf-index';
import { lineOf, RowLines } from './row-lines';
import type { ByteWriter, TraceSealer } from './sealer';

import { WordBuffer } from './word-buffer';

export interface TraceOptions {
  /** Called once for each name of TRACE_FILES but trace.bin; closing the files is left to the caller. */
  open(name: string): ByteWriter;
  /** Writes trace.bin, too (keepWords). */
  readonly sealer: TraceSealer;
  /** 1 where the files shall be compared with those of a run of that format; its tree is not made. */
  readonly format?: TraceFormat;
}

/** What a trace came to; stands in the manifest. */
export interface TraceSummary {
  readonly format: number;
  readonly leaves: number;
  /** Entries of the tree: one over all words, and one for each recipient with parts. */
  readonly entries: number;
  /** Root of the tree over the recipients and their parts, 64 hexadecimal digits. */
  readonly root: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** A trace sink that writes trace format 2. */
export interface TraceWriter extends TraceSink {
  /** Writes what is left, the lines' addresses too; call it once, after the run. */
  finish(lines: LineTable): TraceSummary;
}

/** Chunks are handed on when they have about 64k words, always at the end of a leaf. */
const CHUNK_WORDS = 65_536;

/** Writes a trace while the engine runs (FORMAT.md). */
export function createTraceWriter(options: TraceOptions): TraceWriter {
  return new ColumnTraceWriter(options);
}

class ColumnTraceWriter implements TraceWriter {
  readonly #options: TraceOptions;
  readonly #buffer = new WordBuffer();
  readonly #lines = new RowLines();
  #personIds = new Float64Array(8192);
  #chunkLeaves = 0;
  #wordsBefore = FILE_HEADER.length;
  #leaves = 0;
  #parts = 0;
  #leafStart = 0;
  #leafKind = 0;

  constructor(options: TraceOptions) {
    assert(new Uint8Array(Uint16Array.of(1).buffer)[0] === 1, 'traces are written on little-endian machines');
    this.#options = options;
  }

  beginPerson(leaf: number, personId: number, person: PersonView): void {
    this.#lines.use(person.block);
    this.#begin(leaf, LEAF_KIND.person, personId, lineOf(this.#lines.of(TABLE.persons), person.personRow));
  }

  beginAbsentPerson(leaf: number, personId: number): void {
    this.#lines.use(undefined);
    this.#begin(leaf, LEAF_KIND.absentPerson, personId, 0);
  }

  record(grantYear: number, component: number, outcome: Outcome, settlement: Settlement, view?: PersonView): void {
    if (view) this.#lines.use(view.block);
    encodeRecord(this.#buffer, grantYear, component, outcome, settlement, this.#lines);
    this.#parts += settlement.basisRecipients.length;
  }

  kommune(leaf: number, grantYear: number, component: number, record: KommuneRecord, settlement: Settlement): void {
    this.#begin(leaf, LEAF_KIND.kommune, 0, record.kommune);
    encodeKommune(this.#buffer, grantYear, component, record, settlement);
    this.#parts += settlement.basisRecipients.length;
  }

  adjustment(
    leaf: number,
    personId: number,
    act: number,
    grantYear: number,
    component: number,
    settlement: Settlement,
  ): void {
    this.#begin(leaf, LEAF_KIND.adjustment, personId, act);
    encodeKommune(this.#buffer, grantYear, component, OF_A_CASE, settlement);
    this.#parts += settlement.basisRecipients.length;
  }

  end(): void {
    this.#endLeaf();
    this.#flush();
  }

  finish(lines: LineTable): TraceSummary {
    const sealed = this.#options.sealer.finish();
    assert(sealed.parts === this.#parts, 'every part of the trace is sealed');
    const { format = TRACE_FORMAT } = this.#options;
    if (format === 1) countHeaders(sealed.index);
    this.#options.open(TRACE_FILES.index).write(sealed.index);
    this.#options.open(TRACE_FILES.persons).write(sealed.pseudonyms);
    this.#options.open(TRACE_FILES.tree).write(sealed.tree);
    const lineFile = this.#options.open(TRACE_FILES.lines);
    for (const bytes of lineIndexBytes(lines)) lineFile.write(bytes);
    const size = (name: string, bytes: number) => ({ name, bytes });
    return {
      format,
      leaves: this.#leaves,
      entries: format === 1 ? this.#leaves + sealed.parts : sealed.tree.length / HASH_BYTES,
      root: sealed.root.toString('hex'),
      files: [
        size(TRACE_FILES.words, this.#wordsBefore * 4),
        size(TRACE_FILES.index, sealed.index.length),
        size(TRACE_FILES.lines, lines.length * 8),
        size(TRACE_FILES.persons, sealed.pseudonyms.length),
        size(TRACE_FILES.tree, sealed.tree.length),
      ],
    };
  }

  #begin(leaf: number, kind: number, personId: number, place: number): void {
    this.#endLeaf();
    assert(leaf === this.#leaves, 'leaves are told in the order of their numbers');
    if (this.#buffer.position >= CHUNK_WORDS) this.#flush();
    this.#keepPersonId(personId);
    this.#leaves += 1;
    this.#leafStart = this.#buffer.position;
    this.#leafKind = kind;
    this.#buffer.reserve(LEAF_HEADER_WORDS);
    const { words, position } = this.#buffer;
    words[position + 1] = leaf;
    words[position + 2] = place;
    this.#buffer.position = position + LEAF_HEADER_WORDS;
  }

  #keepPersonId(personId: number): void {
    if (this.#chunkLeaves === this.#personIds.length) {
      const larger = new Float64Array(this.#personIds.length * 2);
      larger.set(this.#personIds);
      this.#personIds = larger;
    }
    this.#personIds[this.#chunkLeaves] = personId;
    this.#chunkLeaves += 1;
  }

  #endLeaf(): void {
    if (this.#leaves === 0 || this.#chunkLeaves === 0) return;
    const length = this.#buffer.position - this.#leafStart;
    assert(length < 2 ** 24, 'a leaf has fewer than 16 million words');
    this.#buffer.words[this.#leafStart] = length | (this.#leafKind << SHIFT.leafKind);
  }

  #flush(): void {
    if (this.#chunkLeaves === 0) return;
    const words = this.#buffer.written();
    this.#options.sealer.chunk(words, this.#personIds.subarray(0, this.#chunkLeaves));
    this.#wordsBefore += words.length;
    this.#buffer.position = 0;
    this.#chunkLeaves = 0;
  }
}

/** In format 1 the second word of a leaf counts the leaves before it, too: each has an entry of its own in the tree. */
function countHeaders(index: Buffer): void {
  for (let leaf = 0; leaf * 8 < index.length; leaf += 1) {
    index.writeUInt32LE(index.readUInt32LE(leaf * 8 + 4) + leaf, leaf * 8 + 4);
  }
}
