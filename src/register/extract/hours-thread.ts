import { serveThread } from '../../effects';
import { readHoursShare } from './read-hours';

/** What the second thread runs while hours.csv is read (read-hours.ts starts it). */
serveThread((input) => {
  const answer = readHoursShare(input);
  return { take() {}, finish: () => answer };
});
