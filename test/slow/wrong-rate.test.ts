import { annulAndPayRight, netInTheNextRun } from '../cli/cases/wrong-rate';

test('63 200 for 62 300, 4 210 persons, nothing handed over: annulled, and paid right by a supplement', async () => {
  await annulAndPayRight(4_210);
});

test('63 200 for 62 300, 4 210 persons, handed over: 3 789 000 is netted by the next run', async () => {
  await netInTheNextRun(4_210, 3_789_000);
});
