import { annulAndPayRight, netInTheNextRun } from './wrong-rate';

/** Ten persons at 900 kroner too much; test/slow has all 4 210 of them. */
test('a wrong rate was approved and nothing has been handed over: annulled, and paid right by a supplement', async () => {
  await annulAndPayRight(10);
}, 60_000);

test('a wrong rate was approved and handed over: annulment is refused, and the next run nets it', async () => {
  await netInTheNextRun(10, 9_000);
}, 60_000);
