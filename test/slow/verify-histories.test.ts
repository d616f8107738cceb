import { verifyingPlayer } from '../audit/verify/verifying-player';
import { checkHistories } from '../history/check-history';

/** First seed and number of histories, so that a run can look elsewhere: HISTORY_SEED=5000 HISTORIES=100. */
const SEED = Number(process.env.HISTORY_SEED ?? '1');
const HISTORIES = Number(process.env.HISTORIES ?? '100');
const PART = Math.min(HISTORIES, 20);

const parts = Array.from({ length: HISTORIES / PART }, (_, part) => SEED + part * PART);

test.each(parts)('random histories from seed %i: no verifier finds fault where there is none', async (first) => {
  expect(await checkHistories(first, PART, verifyingPlayer)).toBe('');
});
