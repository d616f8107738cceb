import { checkHistories } from '../history/check-history';
import { enginePlayer } from '../history/engine-player';
import { programPlayer } from '../history/program-player';

/** First seed and number of histories, so that a run can look elsewhere: HISTORY_SEED=5000 HISTORIES=100. */
const SEED = Number(process.env.HISTORY_SEED ?? '1');
const HISTORIES = Number(process.env.HISTORIES ?? '2000');
const PART = Math.min(HISTORIES, 100);

const parts = Array.from({ length: HISTORIES / PART }, (_, part) => SEED + part * PART);

test.each(parts)('random histories from seed %i: engine and naive calculator agree to the krone', async (first) => {
  expect(await checkHistories(first, PART, enginePlayer)).toBe('');
});

/** Through commands, ledger, approvals and annulments of the program: slower, so fewer. */
const PROGRAM_PARTS = parts.slice(0, Math.ceil(parts.length / 10));

test.each(PROGRAM_PARTS)('random histories from seed %i through the program', async (first) => {
  expect(await checkHistories(first, PART, programPlayer)).toBe('');
});
