/*
 * What the words of a trace say about its lengths (../../FORMAT.md). The same in TypeScript: ../../leaf-words.ts.
 */
const LEAF_HEADER_BYTES: usize = 12;
const RECORD_HEAD_WORDS: u32 = 6;
const PARTS_WORD: u32 = 7;
const LONG: u32 = 1 << 30;
const WIDE: u32 = 1 << 29;
const KOMMUNE: u32 = 2;

export function leafBytes(leaf: usize): usize {
  return <usize>(load<u32>(leaf) & 0xffffff) * 4;
}

export function leafKind(leaf: usize): u32 {
  return load<u32>(leaf) >> 24;
}

export function leafNumber(leaf: usize): u32 {
  return load<u32>(leaf, 4);
}

export function firstRecord(leaf: usize): usize {
  return leaf + LEAF_HEADER_BYTES;
}

export function recordBytes(record: usize): usize {
  return <usize>load<u16>(record) * 4;
}

export function partCount(record: usize, kind: u32): usize {
  if (kind === KOMMUNE) return load<u16>(record, 12);
  if (!(load<u32>(record) & LONG)) return 0;
  const candidates: u32 = load<u16>(record, 12);
  return load<u16>(record + (RECORD_HEAD_WORDS + candidates * 2 + PARTS_WORD) * 4);
}

/** Bytes of each part of a record. */
export function partBytes(record: usize): usize {
  return load<u32>(record) & WIDE ? 36 : 24;
}

/** Grant year, and component in the high half. */
export function yearAndComponent(record: usize): u32 {
  const component = (load<u32>(record) >> 16) & 0xf;
  return <u32>load<u16>(record, 4) | (component << 16);
}
