import { copyRoughly } from './memory';
import { messageRoom, takeMessage } from './messages';
import { HASH_BYTES } from './sha256';
import {
  firstRecord,
  leafBytes,
  leafKind,
  leafNumber,
  partBytes,
  partCount,
  recordBytes,
  yearAndComponent,
} from './words';

/** "HEAD" and "PART" as they stand in memory. */
const HEAD: u32 = 0x44414548;
const PART: u32 = 0x54524150;
export const SALT_BYTES: usize = 16;
export const PSEUDONYM_BYTES: usize = 16;
/** A zero byte that tells entries from nodes, tag, salt, pseudonym. */
const PREFIX_BYTES: usize = 1 + 4 + SALT_BYTES + PSEUDONYM_BYTES;
/** Leaf, record, grant year and component. */
const PART_PLACE_BYTES: usize = 12;

/**
 * Hashes the entries of a leaf (FORMAT.md, "Entries and tree").
 * @param salts place of its first salt
 * @returns place behind its last hash
 */
export function addEntries(leaf: usize, salts: usize, pseudonym: usize, target: usize): usize {
  const kind = leafKind(leaf);
  const end = leaf + leafBytes(leaf);
  let headerBytes = end - leaf;
  let ordinal: u32 = 0;
  let salt = salts;
  let hash = target;
  for (let record = firstRecord(leaf); record < end; record += recordBytes(record)) {
    const length = partBytes(record);
    const after = record + recordBytes(record);
    const partsAt = after - partCount(record, kind) * length;
    headerBytes -= after - partsAt;
    for (let part = partsAt; part < after; part += length) {
      salt += SALT_BYTES;
      hash += HASH_BYTES;
      addPart(leaf, record, ordinal, part, length, salt, pseudonym, hash);
    }
    ordinal += 1;
  }
  addHeader(leaf, kind, headerBytes, salts, pseudonym, target);
  return hash + HASH_BYTES;
}

function addPart(
  leaf: usize,
  record: usize,
  ordinal: u32,
  part: usize,
  length: usize,
  salt: usize,
  pseudonym: usize,
  target: usize,
): void {
  const bytes = PREFIX_BYTES + PART_PLACE_BYTES + length;
  const message = messageRoom(bytes);
  const place = writePrefix(message, PART, salt, pseudonym);
  store<u32>(place, leafNumber(leaf));
  store<u32>(place, ordinal, 4);
  store<u32>(place, yearAndComponent(record), 8);
  copyRoughly(part, length, place + PART_PLACE_BYTES);
  takeMessage(message, bytes, target);
}

function addHeader(leaf: usize, kind: u32, headerBytes: usize, salt: usize, pseudonym: usize, target: usize): void {
  const end = leaf + leafBytes(leaf);
  const message = messageRoom(PREFIX_BYTES + headerBytes);
  let place = writePrefix(message, HEAD, salt, pseudonym);
  let from = leaf;
  for (let record = firstRecord(leaf); record < end; record += recordBytes(record)) {
    const parts = partCount(record, kind);
    if (parts === 0) continue;
    const after = record + recordBytes(record);
    const bytes = after - parts * partBytes(record) - from;
    copyRoughly(from, bytes, place);
    place += bytes;
    from = after;
  }
  copyRoughly(from, end - from, place);
  takeMessage(message, PREFIX_BYTES + headerBytes, target);
}

/** Returns the place behind it. */
function writePrefix(message: usize, tag: u32, salt: usize, pseudonym: usize): usize {
  store<u8>(message, 0);
  store<u32>(message, tag, 1);
  copyRoughly(salt, SALT_BYTES, message + 5);
  copyRoughly(pseudonym, PSEUDONYM_BYTES, message + 5 + SALT_BYTES);
  return message + PREFIX_BYTES;
}
