import { Hmac } from './hmac';
import { reserve, Room } from './memory';
import { hashParts, noteParts, PSEUDONYM_BYTES, recipients, secrets } from './parts';
import { BLOCK_BYTES, HASH_BYTES } from './sha256';
import { firstRecord, leafBytes, leafKind, recordBytes } from './words';

/*
 * Hashes what a trace is sealed with (../../FORMAT.md): pseudonyms, salts and parts, four hashes at a time. What another
 * program writes into the memory, and reads from it, stands there as it does in files.
 */
export { codesPlace, hashesPlace } from './parts';

const DIGITS: usize = 12;
const INDEX_BYTES: usize = 8;

/** Four blocks: key and message of pseudonyms, message of pseudonyms before recipients, message of a part's secrets. */
const keys: usize = reserve(4 * BLOCK_BYTES);
/** Byte of the first digit within the message of a pseudonym. */
let digitsAt: usize = 0;
/** Byte of the recipient within the message of a pseudonym before one. */
let codeAt: usize = 0;
const pseudonyms = new Hmac();

const wordRoom = new Room(0);
const personRoom = new Room(0);
const pseudonymRoom = new Room(0);
const indexRoom = new Room(0);
let wordsBefore: u32 = 0;
let partsBefore: u32 = 0;

/** Where `begin` finds keys and messages. */
export function secretsPlace(): usize {
  return keys;
}

/** Begins a trace whose first leaf stands at a word of its file; keys and messages have been written. */
export function begin(firstWord: u32, firstDigit: usize, recipient: usize): void {
  wordsBefore = firstWord;
  digitsAt = firstDigit;
  codeAt = recipient;
  pseudonyms.begin(keys, keys + BLOCK_BYTES);
  recipients.begin(keys, keys + 2 * BLOCK_BYTES);
  secrets.beginWith(keys + 3 * BLOCK_BYTES);
}

/** Makes room for a chunk of so many words and leaves. The memory may be another one afterwards. */
export function makeRoom(words: usize, leaves: usize): void {
  // A little is read behind the last word (copyRoughly).
  wordRoom.grow(words * 4 + 16);
  personRoom.grow(leaves * sizeof<f64>());
  pseudonymRoom.grow(leaves * PSEUDONYM_BYTES);
  indexRoom.grow(leaves * INDEX_BYTES);
}

export function wordsPlace(): usize {
  return wordRoom.place;
}

/** Ids of the leaves' persons, eight bytes each, 0 for a kommune. */
export function personsPlace(): usize {
  return personRoom.place;
}

/** Pseudonyms of the chunk, as in trace.persons. */
export function pseudonymsPlace(): usize {
  return pseudonymRoom.place;
}

/** Two words for each leaf of the chunk, as in trace.index. */
export function indexPlace(): usize {
  return indexRoom.place;
}

/** Hashes the parts of a chunk; returns their number. */
export function seal(words: u32, leaves: usize): usize {
  const parts = askForSecrets(leaves);
  pseudonyms.flush();
  copyPseudonyms(leaves);
  hashParts(parts, pseudonymRoom.place, personRoom.place, codeAt);
  wordsBefore += words;
  partsBefore += <u32>parts;
  return parts;
}

/** Writes the messages of the chunk's pseudonyms and secrets, and its index. Returns the number of its parts. */
function askForSecrets(leaves: usize): usize {
  let leaf = wordRoom.place;
  let parts: usize = 0;
  for (let index: usize = 0; index < leaves; index += 1) {
    writeDigits(pseudonyms.add() + digitsAt, <u64>load<f64>(personRoom.place + index * sizeof<f64>()));
    store<u32>(indexRoom.place + index * INDEX_BYTES, wordsBefore + <u32>((leaf - wordRoom.place) / 4));
    store<u32>(indexRoom.place + index * INDEX_BYTES, partsBefore + <u32>parts, 4);
    const end = leaf + leafBytes(leaf);
    let ordinal: u32 = 0;
    for (let record = firstRecord(leaf); record < end; record += recordBytes(record)) {
      parts += noteParts(leaf, record, record + recordBytes(record), ordinal, leafKind(leaf), parts, <u32>index);
      ordinal += 1;
    }
    leaf = end;
  }
  return parts;
}

function writeDigits(place: usize, personId: u64): void {
  let rest = personId;
  for (let digit = DIGITS; digit > 0; digit -= 1) {
    const tens = rest / 10;
    store<u8>(place + digit - 1, 0x30 + <u8>(rest - tens * 10));
    rest = tens;
  }
}

/** The first half of each hash; zeros where there is no person. */
function copyPseudonyms(leaves: usize): void {
  for (let index: usize = 0; index < leaves; index += 1) {
    const person = load<f64>(personRoom.place + index * sizeof<f64>());
    const hash = v128.load(pseudonyms.hashes.place + index * HASH_BYTES);
    v128.store(pseudonymRoom.place + index * PSEUDONYM_BYTES, person === 0 ? i32x4.splat(0) : hash);
  }
}
