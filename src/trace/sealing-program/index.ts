import { addEntries, PSEUDONYM_BYTES, SALT_BYTES } from './entries';
import { Hmac } from './hmac';
import { reserve, Room } from './memory';
import { flushMessages } from './messages';
import { BLOCK_BYTES, HASH_BYTES } from './sha256';
import { addEntryHashes, rootPlace, roots, subtrees } from './tree';
import { entryCount, leafBytes, leafNumber } from './words';

/*
 * Seals a trace (../../FORMAT.md): pseudonyms, salts, entries and tree, four hashes at a time. What another program
 * writes into the memory, and reads from it, stands there as it does in files.
 */

const DIGITS: usize = 12;
const INDEX_BYTES: usize = 8;

/** Four blocks: key of the pseudonyms, message of a pseudonym; key of the salts, message of a salt. */
const secrets: usize = reserve(4 * BLOCK_BYTES);
/** Byte of the first digit within the message of a pseudonym. */
let digitsAt: usize = 0;
const pseudonyms = new Hmac();
const salts = new Hmac();

const wordRoom = new Room(0);
const personRoom = new Room(0);
const pseudonymRoom = new Room(0);
const indexRoom = new Room(0);
const hashRoom = new Room(0);
const firstSaltRoom = new Room(0);
let wordsBefore: u32 = 0;
let entriesBefore: u32 = 0;

/** Where `begin` finds keys and messages. */
export function secretsPlace(): usize {
  return secrets;
}

/** Begins a trace whose first leaf stands at a word of its file; keys and messages have been written. */
export function begin(firstWord: u32, firstDigit: usize): void {
  wordsBefore = firstWord;
  digitsAt = firstDigit;
  pseudonyms.begin(secrets, secrets + BLOCK_BYTES);
  salts.begin(secrets + 2 * BLOCK_BYTES, secrets + 3 * BLOCK_BYTES);
}

/** Makes room for a chunk of so many words and leaves. The memory may be another one afterwards. */
export function makeRoom(words: usize, leaves: usize): void {
  // A little is read behind the last word (copyRoughly).
  wordRoom.grow(words * 4 + 16);
  personRoom.grow(leaves * sizeof<f64>());
  pseudonymRoom.grow(leaves * PSEUDONYM_BYTES);
  indexRoom.grow(leaves * INDEX_BYTES);
  firstSaltRoom.grow(leaves * 4);
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

/** Seals a chunk. */
export function seal(words: u32, leaves: usize): void {
  const entries = askForSecrets(leaves);
  pseudonyms.flush();
  salts.flush();
  copyPseudonyms(leaves);
  hashRoom.grow((entries + 1) * HASH_BYTES);
  let leaf = wordRoom.place;
  let target = hashRoom.place;
  for (let index: usize = 0; index < leaves; index += 1) {
    const salt = salts.hashes.place + <usize>load<u32>(firstSaltRoom.place + index * 4) * SALT_BYTES;
    target = addEntries(leaf, salt, pseudonymRoom.place + index * PSEUDONYM_BYTES, target);
    leaf += leafBytes(leaf);
  }
  flushMessages();
  addEntryHashes(hashRoom.place, entries);
  wordsBefore += words;
  entriesBefore += <u32>entries;
}

/** Number of entries so far. */
export function entryTotal(): u32 {
  return entriesBefore;
}

/** Ends the trace, which has an entry at least; returns the place of its root. */
export function finish(): usize {
  return rootPlace();
}

/** Roots of the subtrees, as in trace.tree, after `finish`. */
export function subtreesPlace(): usize {
  return roots.place;
}

export function subtreeCount(): usize {
  return subtrees;
}

/** Writes the messages of the chunk's pseudonyms and salts, and its index. Returns the number of its entries. */
function askForSecrets(leaves: usize): usize {
  let leaf = wordRoom.place;
  let entries: usize = 0;
  for (let index: usize = 0; index < leaves; index += 1) {
    writeDigits(pseudonyms.add() + digitsAt, <u64>load<f64>(personRoom.place + index * sizeof<f64>()));
    store<u32>(indexRoom.place + index * INDEX_BYTES, wordsBefore + <u32>((leaf - wordRoom.place) / 4));
    store<u32>(indexRoom.place + index * INDEX_BYTES, entriesBefore + <u32>entries, 4);
    store<u32>(firstSaltRoom.place + index * 4, <u32>salts.count * 2);
    const count = entryCount(leaf);
    // Two salts a hash.
    for (let block: u32 = 0; block * 2 < <u32>count; block += 1) {
      const message = salts.add();
      store<u32>(message, leafNumber(leaf), 4);
      store<u32>(message, block, 8);
    }
    entries += count;
    leaf += leafBytes(leaf);
  }
  return entries;
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
