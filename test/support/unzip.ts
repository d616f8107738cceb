import { inflateRawSync } from 'node:zlib';

/** Files of a zip archive by name, from its directory. */
export function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let place = bytes.readUInt32LE(bytes.length - 6);
  for (let left = bytes.readUInt16LE(bytes.length - 12); left > 0; left -= 1) {
    const [method, packed] = [bytes.readUInt16LE(place + 10), bytes.readUInt32LE(place + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(place + offset));
    const local = bytes.readUInt32LE(place + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    const name = bytes.toString('utf8', place + 46, place + 46 + (nameLength ?? 0));
    files.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    place += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
