import fc from 'fast-check';
import { LEAF_KIND, LONG, partWords, RECORD_HEAD_WORDS, RECORD_LONG_WORDS, WIDE } from '../../src/trace/format';
import { PartSealer } from '../../src/trace/part-sealer';
import { documentedSeal } from './support/documented-seal';
import { EXAMPLE_KEYS } from './support/example';

interface RecordShape {
  readonly parts: number;
  readonly wide: boolean;
  readonly filling: readonly number[];
}

interface LeafShape {
  readonly personId: number;
  readonly records: readonly RecordShape[];
}

/** Words of a record with any content but for the numbers that say how long things are. */
function recordWords({ parts, wide, filling }: RecordShape, kommune: boolean): number[] {
  const words = [0, ...filling.slice(0, RECORD_HEAD_WORDS + RECORD_LONG_WORDS + 6)];
  words[3] = kommune ? parts : 0;
  words[RECORD_HEAD_WORDS + 7] = parts;
  words.push(...filling);
  for (let word = 0; word < parts * partWords(wide); word += 1) words.push(filling[word % filling.length] ?? 0);
  words[0] = words.length | (kommune ? 0 : LONG) | (wide ? WIDE : 0);
  return words;
}

function leafWords({ personId, records }: LeafShape, number: number): number[] {
  const kommune = personId === 0;
  const words = [0, number, 17, ...records.flatMap((record) => recordWords(record, kommune))];
  words[0] = words.length | ((kommune ? LEAF_KIND.kommune : LEAF_KIND.person) << 24);
  return words;
}

/** Seals leaves in chunks of so many. */
function seal(leaves: readonly LeafShape[], perChunk: number, keys = EXAMPLE_KEYS) {
  const sealer = new PartSealer(keys);
  for (let from = 0; from < leaves.length; from += perChunk) {
    const some = leaves.slice(from, from + perChunk);
    const words = Int32Array.from(some.flatMap((leaf, index) => leafWords(leaf, from + index)));
    sealer.chunk(
      words,
      Float64Array.from(some, ({ personId }) => personId),
    );
  }
  return sealer.finish();
}

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const record = fc.record({
  parts: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.constant(70) }),
  wide: fc.boolean(),
  filling: fc.array(word, { minLength: 25, maxLength: 60 }),
});
const leaf = fc.record({
  personId: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 999_999_999_999 }) }, fc.constant(0)),
  records: fc.array(record, { maxLength: 9 }),
});

/** A person's leaf of one record with so many words and parts. */
function leafOf(fillingWords: number, parts: number, wide = false): LeafShape {
  const filling = Array.from({ length: fillingWords }, (_, index) => index * 2_654_435_761);
  return { personId: 201_012_345_678, records: [{ parts, wide, filling }] };
}

/** Seals leaves and holds the result to what the document says, worked out with nothing but its words. */
function expectDocumented(leaves: readonly LeafShape[], perChunk: number, keys = EXAMPLE_KEYS): void {
  const { root, tree, pseudonyms, parts } = seal(leaves, perChunk, keys);
  const words = leaves.flatMap((one, number) => leafWords(one, number));
  const ids = leaves.map(({ personId }) => personId);
  expect({ root, tree, pseudonyms, parts }).toEqual(documentedSeal(words, ids, keys));
}

test('it gives what the document says, whatever the chunks', () => {
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (leaves, perChunk) => {
      expectDocumented(leaves, perChunk);
      expect(seal(leaves, perChunk)).toEqual(seal(leaves, 30));
    }),
    { numRuns: 100 },
  );
});

test('very many recipients, and one with very many parts', () => {
  const many = Array.from({ length: 3001 }, (_, index) => ({
    personId: 200_000_000_000 + index,
    records: [{ parts: 2, wide: false, filling: Array.from({ length: 30 }, () => index * 3) }],
  }));
  const same = Array.from({ length: 3001 }, (_, index) => leafOf(30, 1 + (index % 2)));
  expectDocumented([...many, ...same], 700);
  const sealed = seal([...many, ...same], 9000);
  expect(sealed).toEqual(seal([...many, ...same], 700));
  expect(sealed.tree.length).toBeGreaterThan(1500 * 32);
});

test('leaves of any length', () => {
  const leaves = Array.from({ length: 320 }, (_, words) => leafOf(25 + words, words % 3, words % 2 === 0));
  expectDocumented(leaves, 50);
});

test.each([
  ['very many words', [leafOf(60_000, 1), leafOf(30, 1), leafOf(65_000, 0)]],
  ['very many parts', [leafOf(30, 1), leafOf(30, 6000), leafOf(30, 5000, true), leafOf(30, 2)]],
  ['very many leaves', Array.from({ length: 12_000 }, () => leafOf(25, 1))],
])('%s in one chunk', (_, leaves) => {
  expectDocumented(leaves, leaves.length);
});

test.each([1, 31, 32, 63, 64, 65, 200])('a key of %i bytes', (bytes) => {
  const keys = { pseudonymKey: Buffer.from(Array.from({ length: bytes }, (_, index) => index * 7)), runId: 'any' };
  const leaves = [leafOf(30, 3), leafOf(40, 0)];
  expectDocumented(leaves, 1, keys);
});

test('nothing to seal', () => expectDocumented([], 1));

test('any bit of a word, of an id or of the key changes the root', () => {
  const shape = leafOf(30, 2);
  const root = (words: Int32Array, id: number, keys = EXAMPLE_KEYS): string => {
    const sealer = new PartSealer(keys);
    sealer.chunk(words, Float64Array.of(id));
    return sealer.finish().root.toString('hex');
  };
  const words = Int32Array.from(leafWords(shape, 3));
  const known = root(words, shape.personId);
  const structural = new Set([0, 3, 6, 3 + RECORD_HEAD_WORDS + 7]);
  for (let place = 0; place < words.length; place += 1) {
    if (structural.has(place)) continue;
    const flipped = words.slice();
    flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 32));
    expect(root(flipped, shape.personId)).not.toBe(known);
  }
  expect(root(words, shape.personId + 1)).not.toBe(known);
  expect(root(words, shape.personId, { ...EXAMPLE_KEYS, runId: 'another' })).not.toBe(known);
});
