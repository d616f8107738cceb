import { mix, Random, TOPIC } from '../../src/synthetic/random';

test('a stream is the same each time and on every machine', () => {
  const random = new Random().start(2018, 7, TOPIC.hours);
  const first = [random.bits(), random.bits(), random.bits()];
  const again = new Random().start(2018, 7, TOPIC.hours);
  expect([again.bits(), again.bits(), again.bits()]).toEqual(first);
  expect(first).toMatchInlineSnapshot(`
[
  1841341703,
  3042883642,
  2771131716,
]
`);
});

test('seed, ordinal and topic each give another stream', () => {
  const draws = new Set<number>();
  for (const [seed, ordinal, topic] of [
    [1, 1, 1],
    [2, 1, 1],
    [1, 2, 1],
    [1, 1, 2],
    [0, 0, 0],
  ] as const) {
    draws.add(new Random().start(seed, ordinal, topic).bits());
  }
  expect(draws.size).toBe(5);
});

test('draws are even: each of ten values a tenth of the time, also over the first draws of many streams', () => {
  const counts = new Array<number>(10).fill(0);
  const firsts = new Array<number>(10).fill(0);
  const random = new Random();
  for (let ordinal = 0; ordinal < 20_000; ordinal += 1) {
    random.start(9, ordinal, TOPIC.facts);
    const value = random.below(10);
    firsts[value] = (firsts[value] ?? 0) + 1;
    for (let draw = 0; draw < 5; draw += 1) {
      const further = random.between(0, 9);
      counts[further] = (counts[further] ?? 0) + 1;
    }
  }
  for (const count of firsts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(450);
});

test('chance keeps its promise at the ends', () => {
  const random = new Random().start(1, 1, 1);
  const draws = Array.from({ length: 1000 }, () => [random.chance(0), random.chance(1000)]);
  expect(draws.every(([never, always]) => !never && always)).toBe(true);
});

test('mix is a bijection on what was tried', () => {
  const values = new Set(Array.from({ length: 100_000 }, (_, value) => mix(value)));
  expect(values.size).toBe(100_000);
});
