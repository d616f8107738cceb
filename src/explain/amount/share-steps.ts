import { apportion, at, multiplyDivide } from '../../domain';
import type { Source, Step } from '../../report';
import type { ChapterInput } from '../register/chapter-input';
import { placeText } from '../register/subject';
import { step } from '../steps/step';

/**
 * The cumulative due over the recipients by their days (or months): floor and remainder of each, and who gets the kroner
 * left over and why. The parts are those that the engine paid.
 */
export function shareSteps(input: ChapterInput, assumption: Source): Step[] {
  const { record, subject, year, id } = input;
  const weights = record.recipients.map(({ weight }) => weight);
  const denominator = weights.reduce((sum, weight) => sum + weight, 0);
  const dueNok = record.cumulativeDueNok;
  const parts: number[] = [];
  apportion(dueNok, weights, parts);
  const floors = weights.map((weight) => multiplyDivide(dueNok, weight, denominator));
  return record.recipients.map((recipient, index) => {
    const { quotient, remainder } = at(floors, index);
    const odd = at(parts, index) > quotient;
    const params = {
      place: placeText(subject, recipient.code, year.lastDay),
      dueNok,
      numerator: recipient.weight,
      denominator,
      floorNok: quotient,
      remainder,
      partNok: at(parts, index),
      whyWord: odd
        ? whyOdd(
            index,
            weights,
            floors.map((floor) => floor.remainder),
            parts,
            floors.map((floor) => floor.quotient),
          )
        : '',
    };
    const sources: Source[] = [{ kind: 'step', step: `${id}/due` }, ...(odd ? [assumption] : [])];
    return step(`${id}/share/${index + 1}`, odd ? 'SHARE_ODD' : 'SHARE', params, sources);
  });
}

/** Why a recipient gets a krone that is left over, against those with an equal remainder who get none. */
function whyOdd(
  index: number,
  weights: readonly number[],
  remainders: readonly number[],
  parts: readonly number[],
  floors: readonly number[],
): string {
  const rivals = weights
    .map((_, other) => other)
    .filter((other) => at(parts, other) === at(floors, other) && at(remainders, other) === at(remainders, index));
  const leftOver = parts.reduce((sum, part, other) => sum + part - at(floors, other), 0);
  if (rivals.length === 0) return leftOver === 1 ? 'odd_remainder' : 'odd_remainders';
  return rivals.every((other) => at(weights, other) < at(weights, index)) ? 'odd_weight' : 'odd_code';
}
