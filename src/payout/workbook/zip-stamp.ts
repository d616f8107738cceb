import { assert } from '../../domain';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** 1 January 1980, 00:00, the earliest day that a zip file can tell. */
const FIRST_DAY = 0x0021_0000;

/**
 * Puts the same day on every file of a zip archive, in its directory and before each file, so that equal contents are
 * equal bytes. Changes the bytes that it is given.
 */
export function stampZip(bytes: Buffer): Buffer {
  const end = bytes.length - END_BYTES;
  assert(bytes.readUInt32LE(end) === END_SIGNATURE, 'the archive ends with its directory and has no comment');
  const entries = bytes.readUInt16LE(end + 10);
  let place = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    assert(bytes.readUInt32LE(place) === ENTRY_SIGNATURE, 'the directory of the archive is whole');
    bytes.writeUInt32LE(FIRST_DAY, place + 12);
    const local = bytes.readUInt32LE(place + 42);
    assert(bytes.readUInt32LE(local) === LOCAL_SIGNATURE, 'the directory points to its files');
    bytes.writeUInt32LE(FIRST_DAY, local + 10);
    place +=
      ENTRY_BYTES + bytes.readUInt16LE(place + 28) + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return bytes;
}
