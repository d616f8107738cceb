import { BITS, isSafe, playFlipped } from './flip-play';

/** Bits all over the file; test/slow turns 10,000 over. */
const SAMPLE = 100;

test('one bit turned over anywhere: no run with other money and none approved', () => {
  const ends = Array.from({ length: SAMPLE }, (_, index) => {
    const bit = Math.floor(((index + 0.5) * BITS) / SAMPLE) + (index % 8);
    return { bit, ...playFlipped(bit) };
  });
  expect(ends.filter((end) => !isSafe(end))).toEqual([]);
  // The figures of a sample that never met anything would say nothing.
  expect(ends.filter(({ run }) => run === 'exit 5').length).toBeGreaterThan(SAMPLE / 10);
}, 60_000);
