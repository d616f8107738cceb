import { checkHistories } from './check-history';
import { countingPlayer } from './counting-player';
import { enginePlayer } from './engine-player';

/** A few here; test/slow plays thousands. */
test('random histories with every act of a case: engine and naive calculator agree to the krone', async () => {
  expect(await checkHistories(1, 12, enginePlayer)).toBe('');
});

/**
 * The naive calculator has never heard of an annulled batch: the supplement that sets it right equals a run that was right at
 * once.
 */
test('through the commands of the program, its ledger, approvals, annulments and cases: nothing is paid twice, nothing is lost, and what a case pays stands under it', async () => {
  expect(await checkHistories(1, 4, countingPlayer)).toBe('');
}, 60_000);
