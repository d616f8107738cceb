import { truncatedExtract } from './truncated';

/** A fiftieth of 26 950 and 17 900 persons, of whom test/slow has all. */
test('an extract that lacks a third of the persons: nobody is corrected, all of them are held, and approval wants a reason', async () => {
  await truncatedExtract(539, 358);
}, 60_000);
