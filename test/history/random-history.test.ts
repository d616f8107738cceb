import { checkHistories } from './check-history';
import { enginePlayer } from './engine-player';
import { programPlayer } from './program-player';

/** A few here; test/slow plays thousands. */
test('random histories: engine and naive calculator agree to the krone', async () => {
  expect(await checkHistories(1, 12, enginePlayer)).toBe('');
});

test('random histories through the commands of the program, its ledger, approvals and annulments', async () => {
  expect(await checkHistories(1, 4, programPlayer)).toBe('');
}, 30_000);
