import { PARTICIPANT_COMPONENT, type Rate, type RateClass, rateKeysOf } from '../../domain';
import type { RateCandidate, RateModelInput } from './rate-model';

/** Candidates as rates of a grant year with status `derived`: never payable, fit for a scenario (rulebook 1, 8.3). */
export function derivedRates(candidates: readonly RateCandidate[], input: RateModelInput, grantYear: number): Rate[] {
  return candidates.flatMap((candidate) => {
    const { yearNumber } = candidate;
    const key = rateKeysOf(PARTICIPANT_COMPONENT, yearNumber)[0];
    const rate = (rateClass: RateClass, valueNok: number, note: string): Rate[] =>
      key === undefined
        ? []
        : [
            {
              key,
              grantYear,
              rateClass,
              valueNok,
              status: 'derived',
              source: 'norsktilskudd rate-model',
              note,
              file: '',
              line: 0,
            },
          ];
    return [
      ...rate('high', candidate.highNok, highNote(candidate, input)),
      ...rate('low', candidate.lowNok, `${candidate.highNok} x ratio ${candidate.ratio.toFixed(6)}`),
    ];
  });
}

/** The product in figures: hours x cost per hour x coverage x growth. */
function highNote(candidate: RateCandidate, input: RateModelInput): string {
  const { averageHours, costPerHourNok, highExactNok } = candidate;
  const factors = [averageHours.toFixed(4), costPerHourNok.toFixed(4), input.coverage, input.index.plus(1)];
  return `${factors.map(String).join(' x ')} = ${highExactNok.toFixed(4)}`;
}
