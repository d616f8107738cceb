import { type Day, dayOf, daysInMonth, formatDay, NorsktilskuddError } from '../../domain';

/** Last day of a term: its cut-off date (rulebook 6, A14). */
export function cutOffOf(grantYear: number, term: number): Day {
  const month = term * 3;
  return dayOf(grantYear, month, daysInMonth(grantYear, month));
}

/**
 * D of a run: the one given, else the earlier of the cut-off and the day on which the extract was taken. D may not lie
 * after that day (rulebook 6): the extract cannot know what was registered later.
 */
export function resolveAsOf(given: Day | undefined, cutOff: Day, takenAt: Day | undefined): Day {
  if (given === undefined) return takenAt !== undefined && takenAt < cutOff ? takenAt : cutOff;
  if (takenAt !== undefined && given > takenAt) {
    throw new NorsktilskuddError('usage', 'AS_OF_AFTER_EXTRACT', {
      asOf: formatDay(given),
      takenAt: formatDay(takenAt),
    });
  }
  return given;
}
