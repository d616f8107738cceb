/*
 * Trace format 2 in names. FORMAT.md says the same byte by byte for readers without this program; a change of either
 * needs a new format number. Formats 1 and 2 have the same words and differ in what is hashed: both are read.
 */

/** Number of the trace format that is written. */
export const TRACE_FORMAT = 2;
/** Formats that are read. */
export type TraceFormat = 1 | 2;

/** First bytes of trace.bin: `NTTRACE2` as two little-endian words, the format number and a reserved word. */
export const FILE_HEADER = fileHeader(TRACE_FORMAT);

/** First words of trace.bin in a format. */
export function fileHeader(format: TraceFormat): readonly [number, number, number, number] {
  return [0x52_54_54_4e, 0x30_45_43_41 + format * 2 ** 24, format, 0];
}

/** What a leaf is about; stands in bits 24-31 of its first word. */
export const LEAF_KIND = { person: 0, absentPerson: 1, kommune: 2, adjustment: 3 } as const;

/** Words of a leaf before its first record: length and kind, number, persons line or kommune. */
export const LEAF_HEADER_WORDS = 3;

/** Words at the head of every record of a person. */
export const RECORD_HEAD_WORDS = 6;
/** Words that follow in a long record before its amounts. */
export const RECORD_LONG_WORDS = 9;
/** Words at the head of a record of a kommune, before its amounts. */
export const KOMMUNE_HEAD_WORDS = 8;

/** Places of packed values, as shifts. */
export const SHIFT = {
  leafKind: 24,
  component: 16,
  status: 20,
  sharing: 24,
  candidateTable: 26,
  kommuneRateClass: 20,
  yearNumber: 16,
  notes: 16,
  rateClass: 24,
  secondCount: 16,
  wholeHeld: 16,
  table: 20,
  stopped: 20,
  held: 20,
  shareDenominator: 16,
} as const;

/** Bit of a record's first word: amounts take two words each. */
export const WIDE = 1 << 29;
/** Bit of a record's first word: the record has its long part. */
export const LONG = 1 << 30;
/** Bit of the word of wholeHeld: recipients carry a weight of their own. */
export const WEIGHTED = 1 << 24;

/** Amounts within this bound, both signs, take one word. */
export const NARROW_LIMIT_NOK = 2 ** 30;

/** Mask of a recipient code, which is below 100 000. */
export const CODE_MASK = 0xf_ff_ff;

/** Parts (rows of a settlement) in words: three and three amounts. */
export function partWords(wide: boolean): number {
  return wide ? 9 : 6;
}

/** Names of the files of a trace in the folder of a run. */
export const TRACE_FILES = {
  words: 'trace.bin',
  index: 'trace.index',
  persons: 'trace.persons',
  tree: 'trace.tree',
  lines: 'trace.lines',
} as const;

/** Bytes of a pseudonym: an HMAC cut to 128 bits. */
export const PSEUDONYM_BYTES = 16;
/** Bytes of a hash. */
export const HASH_BYTES = 32;
