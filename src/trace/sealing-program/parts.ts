import { BlockHashes, Hmac } from './hmac';
import { copyRoughly, Room } from './memory';
import { flushMessages, messageRoom, takeMessage } from './messages';
import { HASH_BYTES } from './sha256';
import { partBytes, partCount, yearAndComponent } from './words';

/** "PART" as it stands in memory. */
const PART: u32 = 0x54524150;
export const SALT_BYTES: usize = 16;
export const PSEUDONYM_BYTES: usize = 16;
const REFERENCE_BYTES: usize = 8;
/** A zero byte, tag, salt, pseudonym, reference, grant year and component. */
const HEAD_BYTES: usize = 1 + 4 + SALT_BYTES + PSEUDONYM_BYTES + REFERENCE_BYTES + 4;
/** RecipientCode in a part's first word. */
const CODE_MASK: u32 = 0xfffff;
const NOBODY: u32 = 0xffffffff;

/** What is known of a part before it is hashed: five words. */
const NOTE_BYTES: usize = 20;
const notes = new Room(4096 * NOTE_BYTES);
/** Salt and reference of each part: the key of 32 bytes, leaf, record and basis recipient, hashed. */
export const secrets = new BlockHashes();
/** Pseudonyms of persons before recipients. */
export const recipients = new Hmac();

const hashes = new Room(4096 * HASH_BYTES);
const codes = new Room(4096 * 4);

export function hashesPlace(): usize {
  return hashes.place;
}

/** Recipient of each part, a word each. */
export function codesPlace(): usize {
  return codes.place;
}

/**
 * Notes the parts of a record and asks for their secrets.
 * @param count parts of the chunk so far
 * @param leafIndex place of the leaf in the chunk
 * @returns number of its parts
 */
export function noteParts(
  leaf: usize,
  record: usize,
  after: usize,
  ordinal: u32,
  kind: u32,
  count: usize,
  leafIndex: u32,
): usize {
  const parts = partCount(record, kind);
  const length = partBytes(record);
  notes.grow((count + parts) * NOTE_BYTES);
  codes.grow((count + parts) * 4);
  let note = notes.place + count * NOTE_BYTES;
  let code = codes.place + count * 4;
  for (let part = after - parts * length; part < after; part += length) {
    store<u32>(note, <u32>part);
    store<u32>(note, yearAndComponent(record), 4);
    store<u32>(note, <u32>length, 8);
    store<u32>(note, leafIndex, 12);
    store<u32>(code, load<u32>(part, 4));
    const secret = secrets.add();
    store<u32>(secret, load<u32>(leaf, 4), HASH_BYTES);
    store<u32>(secret, ordinal, HASH_BYTES + 4);
    store<u32>(secret, load<u32>(part) & CODE_MASK, HASH_BYTES + 8);
    note += NOTE_BYTES;
    code += 4;
  }
  return parts;
}

/**
 * Hashes the parts that have been noted.
 * @param pseudonyms of the chunk's leaves
 * @param persons ids of the leaves' persons, 0 for a kommune
 * @param codeAt byte of the recipient within the message of a recipient's pseudonym
 */
export function hashParts(count: usize, pseudonyms: usize, persons: usize, codeAt: usize): void {
  secrets.flush();
  askForPseudonyms(count, pseudonyms, persons, codeAt);
  recipients.flush();
  hashes.grow((count + 1) * HASH_BYTES);
  for (let part: usize = 0; part < count; part += 1) addPart(part);
  flushMessages();
}

/** Parts of a leaf for one recipient stand after each other and share a pseudonym. */
function askForPseudonyms(count: usize, pseudonyms: usize, persons: usize, codeAt: usize): void {
  let lastLeaf: u32 = NOBODY;
  let lastCode: u32 = 0;
  for (let part: usize = 0; part < count; part += 1) {
    const note = notes.place + part * NOTE_BYTES;
    const leaf = load<u32>(note, 12);
    const code = load<u32>(codes.place + part * 4);
    if (load<f64>(persons + <usize>leaf * sizeof<f64>()) === 0) {
      store<u32>(note, NOBODY, 16);
      continue;
    }
    if (leaf !== lastLeaf || code !== lastCode) {
      const message = recipients.add();
      store<u32>(message + codeAt, code);
      v128.store(message + codeAt + 4, v128.load(pseudonyms + <usize>leaf * PSEUDONYM_BYTES));
      lastLeaf = leaf;
      lastCode = code;
    }
    store<u32>(note, <u32>recipients.count - 1, 16);
  }
}

function addPart(part: usize): void {
  const note = notes.place + part * NOTE_BYTES;
  const length = <usize>load<u32>(note, 8);
  const secret = secrets.hashes.place + part * HASH_BYTES;
  const who = load<u32>(note, 16);
  const message = messageRoom(HEAD_BYTES + length);
  store<u8>(message, 0);
  store<u32>(message, PART, 1);
  copyRoughly(secret, SALT_BYTES, message + 5);
  const pseudonym =
    who === NOBODY ? i32x4.splat(0) : v128.load(recipients.hashes.place + <usize>who * HASH_BYTES);
  v128.store(message + 5 + SALT_BYTES, pseudonym);
  store<u64>(message + 5 + SALT_BYTES + PSEUDONYM_BYTES, load<u64>(secret, SALT_BYTES));
  store<u32>(message + HEAD_BYTES - 4, load<u32>(note, 4));
  copyRoughly(<usize>load<u32>(note), length, message + HEAD_BYTES);
  takeMessage(message, HEAD_BYTES + length, hashes.place + part * HASH_BYTES);
}
