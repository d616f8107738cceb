import { serveThread } from '../../effects/threads';
import { hoursInput, readHoursShare } from './hours-work';

/** What the second thread runs while hours.csv is read (read-hours.ts starts it). */
serveThread((input) => {
  const answer = readHoursShare(hoursInput(input));
  return { take() {}, finish: () => answer };
});
