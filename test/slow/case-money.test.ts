import { checkHistories } from '../history/check-history';
import { countingPlayer } from '../history/counting-player';

/** First seed and number of histories, so that a run can look elsewhere: HISTORY_SEED=5000 HISTORIES=100. */
const SEED = Number(process.env.HISTORY_SEED ?? '1');
const HISTORIES = Number(process.env.HISTORIES ?? '200');
const PART = Math.min(HISTORIES, 20);

const parts = Array.from({ length: HISTORIES / PART }, (_, part) => SEED + part * PART);

test.each(parts)('random histories from seed %i: every krone has one place', async (first) => {
  expect(await checkHistories(first, PART, countingPlayer)).toBe('');
});
