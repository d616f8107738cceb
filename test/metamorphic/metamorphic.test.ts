import { CHECKS } from './checks';

/** A few seeds here; test/slow goes through hundreds. */
test.each(CHECKS)('$name', ({ check }) => {
  for (let seed = 1; seed <= 3; seed += 1) check(seed);
});
