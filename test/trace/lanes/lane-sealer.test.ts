import fc from 'fast-check';
import { LEAF_KIND, LONG, partWords, RECORD_HEAD_WORDS, RECORD_LONG_WORDS, WIDE } from '../../../src/trace/format';
import { lanesAvailable } from '../../../src/trace/lanes/lane-memory';
import { LaneSealer } from '../../../src/trace/lanes/lane-sealer';
import { PlainSealer } from '../../../src/trace/plain-sealer';
import { EXAMPLE_KEYS } from '../support/example';

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
function seal(Sealer: typeof LaneSealer | typeof PlainSealer, leaves: readonly LeafShape[], perChunk: number) {
  const sealer = new Sealer(EXAMPLE_KEYS);
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

test('this machine has lanes', () => expect(lanesAvailable()).toBe(true));

test('four at a time gives the trees that one at a time gives, whatever the chunks', () => {
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (leaves, perChunk) => {
      expect(seal(LaneSealer, leaves, perChunk)).toEqual(seal(PlainSealer, leaves, 30));
    }),
    { numRuns: 60 },
  );
});

test.each([1023, 1024, 1025, 2048, 3001])('%i entries make the same subtrees', (count) => {
  const leaves = Array.from({ length: count }, (_, index) => ({ personId: 200_000_000_000 + index, records: [] }));
  const sealed = seal(LaneSealer, leaves, 700);
  expect(sealed).toEqual(seal(PlainSealer, leaves, 5000));
  expect(sealed.subtrees).toHaveLength(Math.ceil(count / 1024) * 32);
});

test('any bit of a word, of an id or of the key changes the root', () => {
  const shape = { personId: 201_012_345_678, records: [{ parts: 2, wide: false, filling: Array(30).fill(5) }] };
  const root = (sealer: LaneSealer, words: Int32Array, id: number): string => {
    sealer.chunk(words, Float64Array.of(id));
    return sealer.finish().root.toString('hex');
  };
  const words = Int32Array.from(leafWords(shape, 3));
  const known = root(new LaneSealer(EXAMPLE_KEYS), words, shape.personId);
  const structural = new Set([0, 3, 6, 3 + RECORD_HEAD_WORDS + 7]);
  for (let place = 0; place < words.length; place += 1) {
    if (structural.has(place)) continue;
    const flipped = words.slice();
    flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 32));
    expect(root(new LaneSealer(EXAMPLE_KEYS), flipped, shape.personId)).not.toBe(known);
  }
  expect(root(new LaneSealer(EXAMPLE_KEYS), words, shape.personId + 1)).not.toBe(known);
  expect(root(new LaneSealer({ ...EXAMPLE_KEYS, runId: 'another' }), words, shape.personId)).not.toBe(known);
});
