import { type Day, formatDay, NorsktilskuddError } from '../../domain';

/**
 * D of a run: the one given, else the earlier of the cut-off and the day on which the extract was taken. D may not lie
 * after that day (rulebook 6): the extract cannot know what was registered later.
 *
 * @throws NorsktilskuddError kind `refused`: AS_OF_AFTER_EXTRACT
 */
export function resolveAsOf(given: Day | undefined, cutOff: Day, takenAt: Day | undefined): Day {
  if (given === undefined) return takenAt !== undefined && takenAt < cutOff ? takenAt : cutOff;
  if (takenAt !== undefined && given > takenAt) {
    throw new NorsktilskuddError('refused', 'AS_OF_AFTER_EXTRACT', {
      asOf: formatDay(given),
      takenAt: formatDay(takenAt),
    });
  }
  return given;
}
