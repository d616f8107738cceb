import { truncatedExtract } from '../cli/cases/truncated';

test('26 950 persons posted through T2, 17 900 in T3: 0 corrected, 9 050 held, approval refused without a reason', async () => {
  await truncatedExtract(26_950, 17_900);
});
