import { BITS, isSafe, playFlipped } from '../ledger/proof/flip-play';

const BITS_TURNED = Number(process.env.FLIPPED_BITS ?? 10_000);
const SEED = Number(process.env.FLIPPED_SEED ?? 2018);

/** Numbers from 0 to below 1, the same for the same seed. */
function* drawn(seed: number): Generator<number> {
  let state = seed;
  while (true) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

test('one bit turned over in 10,000 places of a ledger of three terms: no run with other money, and none approved', () => {
  const numbers = drawn(SEED);
  const counts = new Map<string, number>();
  const wrong: unknown[] = [];
  for (let turned = 0; turned < BITS_TURNED; turned += 1) {
    const bit = Math.floor(Number(numbers.next().value) * BITS);
    const ends = playFlipped(bit);
    if (!isSafe(ends)) wrong.push({ bit, ...ends });
    const key = isSafe(ends) ? `run ${ends.run}, approve ${ends.approve}` : 'wrong';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  process.stdout.write(`${[...counts].map(([ends, count]) => `${count} ${ends}`).join('\n')}\n`);
  expect(wrong).toEqual([]);
}, 7_200_000);
