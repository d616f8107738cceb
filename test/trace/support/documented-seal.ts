import { createHash, createHmac } from 'node:crypto';

type Bytes = Buffer | string;
const hmac = (key: Uint8Array, ...parts: Bytes[]): Buffer =>
  parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
const sha256 = (...parts: Bytes[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const u32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
const entry = (...parts: Bytes[]): Buffer => sha256(Buffer.of(0), ...parts);

/**
 * Seals words as FORMAT.md says ("Leaf" to "Parts and tree"), with node:crypto and not a line of what the program has.
 * @param persons DUF number of each leaf's person, 0 for a kommune
 */
export function documentedSeal(
  words: readonly number[],
  persons: readonly number[],
  keys: { readonly pseudonymKey: Uint8Array; readonly runId: string },
): { root: Buffer; tree: Buffer; pseudonyms: Buffer; parts: number } {
  const partKey = hmac(keys.pseudonymKey, 'norsktilskudd/trace-part/v2\n', keys.runId);
  const hashes = new Map<number, Buffer[]>();
  const pseudonyms: Buffer[] = [];
  let leaf = 0;
  for (const person of persons) {
    const digits = String(person).padStart(12, '0');
    const pseudonym =
      person === 0
        ? Buffer.alloc(16)
        : hmac(keys.pseudonymKey, `norsktilskudd/pseudonym/v1\n${digits}`).subarray(0, 16);
    pseudonyms.push(pseudonym);
    for (const { record, place, component, year, part } of partsOf(words, leaf)) {
      const [basis = 0, recipient = 0] = [(part[0] ?? 0) & 0xfffff, (part[1] ?? 0) >>> 0];
      const secret = sha256(partKey, u32(words[leaf + 1] ?? 0, record, basis));
      const ofRecipient = hmac(keys.pseudonymKey, 'norsktilskudd/of-recipient/v2\n', u32(recipient), pseudonym);
      const who = person === 0 ? Buffer.alloc(16) : ofRecipient.subarray(0, 16);
      const bytes = Buffer.from(Int32Array.from(part).buffer);
      const what = u32(year + component * 65_536);
      const hash = entry('PART', secret.subarray(0, 16), who, secret.subarray(16, 24), what, bytes);
      hashes.set(recipient, [...(hashes.get(recipient) ?? []), hash]);
      if (place < 0) throw new Error('a part stands in its leaf');
    }
    leaf += (words[leaf] ?? 0) & 0xffffff;
  }
  const entries = [...hashes]
    .sort(([a], [b]) => a - b)
    .map(([code, parts]) => entry('PRTS', u32(code), ...parts.sort(Buffer.compare)));
  const header = Buffer.from('4e545452414345320200000000000000', 'hex');
  const bin = Buffer.concat([header, Buffer.from(Int32Array.from(words).buffer)]);
  const salt = hmac(hmac(keys.pseudonymKey, 'norsktilskudd/trace-salt/v1\n', keys.runId), 'head').subarray(0, 16);
  entries.unshift(entry('HEAD', salt, sha256(bin), sha256(Buffer.concat(pseudonyms))));
  const parts = [...hashes.values()].reduce((sum, list) => sum + list.length, 0);
  return { root: rootOf(entries), tree: Buffer.concat(entries), pseudonyms: Buffer.concat(pseudonyms), parts };
}

interface DocumentedPart {
  readonly record: number;
  readonly place: number;
  readonly component: number;
  readonly year: number;
  readonly part: readonly number[];
}

function* partsOf(words: readonly number[], leaf: number): Generator<DocumentedPart> {
  const word = (at: number): number => words[at] ?? 0;
  const end = leaf + (word(leaf) & 0xffffff);
  const isKommune = word(leaf) >>> 24 === 2;
  let record = 0;
  for (let at = leaf + 3; at < end; at += word(at) & 0xffff, record += 1) {
    const isLong = (word(at) >>> 30) % 2 === 1;
    const counted = isKommune ? word(at + 3) : isLong ? word(at + 6 + 2 * (word(at + 3) & 0xffff) + 7) : 0;
    const size = (word(at) >>> 29) % 2 === 1 ? 9 : 6;
    const first = at + (word(at) & 0xffff) - (counted & 0xffff) * size;
    for (let place = first; place < at + (word(at) & 0xffff); place += size) {
      const component = (word(at) >>> 16) & 0xf;
      yield { record, place, component, year: word(at + 1) & 0xffff, part: words.slice(place, place + size) };
    }
  }
}

/** RFC 6962, 2.1, over hashes of entries. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (!only) return sha256('');
  if (hashes.length === 1) return only;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return sha256(Buffer.of(1), rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}
