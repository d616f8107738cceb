import { CHECKS } from '../metamorphic/checks';

const SEED = Number(process.env.HISTORY_SEED ?? '1');
const HISTORIES = Number(process.env.METAMORPHIC ?? '200');

test.each(CHECKS)('$name', ({ check }) => {
  for (let seed = SEED; seed < SEED + HISTORIES; seed += 1) check(seed);
});
