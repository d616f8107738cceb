import {
  asDay,
  at,
  codedTexts,
  type Decided,
  type ExplanationStep,
  formatDay,
  STATUS,
  type StepSource,
} from '../../src/domain';
import { shareMove } from './shares';
import { sayTranslations } from './window-explanation';

/** Shares of the first and the second kommune in lowest terms, from the first one's; empty for half and half. */
export function moveWeights({
  numerator,
  denominator,
}: {
  readonly numerator: number;
  readonly denominator: number;
}): readonly number[] {
  if (numerator * 2 === denominator) return [];
  const divisor = greatestDivisor(numerator, denominator);
  return [numerator / divisor, (denominator - numerator) / divisor];
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** What is told of the centre on entry, the first move of the year, and the share of each (rulebook 5.2). */
export function sayCentres(decided: Decided): ExplanationStep[] {
  const { outcome, context } = decided;
  const enteredDay = formatDay(asDay(outcome.dueDay));
  const rule: StepSource = { paragraph: 'rulebook 5.2 (S8)' };
  if (outcome.status === STATUS.noRecipient) {
    return [{ id: 'nobody', ...SAY.NO_CENTRE, params: { enteredDay }, sources: [rule] }];
  }
  const steps = outcome.segmentRow.map((row, index): ExplanationStep => {
    const isFirst = index === 0;
    const place = { place: at(outcome.segmentCode, index), on: context.asOf };
    return {
      id: `centre/${index + 1}`,
      ...(isFirst ? SAY.CENTRE_FIRST : SAY.CENTRE_MOVED),
      params: { place, enteredDay, fromDay: formatDay(asDay(at(outcome.segmentFrom, index))) },
      sources: [
        { cell: 'residence.recipient', row },
        isFirst ? { cell: 'targetGroup.enteredOn', row: outcome.chosenRow } : { cell: 'residence.fromDate', row },
      ],
    };
  });
  return [...steps, ...sayTranslations(decided, outcome.segmentCode), sayParts(decided, rule)];
}

function sayParts({ outcome, context, dueNok }: Decided, rule: StepSource): ExplanationStep {
  const [first = 0, second] = outcome.recipients;
  const firstPlace = { place: first, on: context.lastDay };
  if (second === undefined) {
    return { id: 'share', ...SAY.WHOLE_TO, params: { place: firstPlace }, sources: [{ step: 'centre' }, rule] };
  }
  const parts: number[] = [];
  shareMove(dueNok, outcome.weights, parts);
  const [firstNok = 0, secondNok = 0] = parts;
  const places = { firstPlace, secondPlace: { place: second, on: context.lastDay } };
  const params = { dueNok, firstNok, secondNok, ...places };
  const sources: StepSource[] = [{ step: 'due' }, rule, { limit: 'asylum.move_share' }];
  const [numerator, rest = 0] = outcome.weights;
  if (numerator === undefined) {
    return { id: 'share', ...(firstNok === secondNok ? HALVES : HALVES_ODD), params, sources };
  }
  return { id: 'share', ...SAY.MOVE_SHARES, params: { ...params, numerator, denominator: numerator + rest }, sources };
}

const SAY = codedTexts({
  NO_CENTRE: {
    nb: 'Personen har ikke noe registrert mottak på dagen for inntreden, {enteredDay}.',
    en: 'No reception centre is registered for the person on the day of entry, {enteredDay}.',
  },
  CENTRE_FIRST: {
    nb: 'Mottaket ved inntreden {enteredDay} ligger i {place}.',
    en: 'The reception centre on entry, {enteredDay}, is in {place}.',
  },
  CENTRE_MOVED: {
    nb: 'Den første flyttingen det året er til et mottak i {place} fra {fromDay}.',
    en: 'The first move of that year is to a reception centre in {place} from {fromDay}.',
  },
  WHOLE_TO: { nb: '{place} får hele beløpet.', en: '{place} receives the whole amount.' },
  MOVE_SHARES: {
    nb: 'Den første kommunen får {numerator}/{denominator} av {dueNok}, rundet ned, og den andre resten: {firstNok} til {firstPlace} og {secondNok} til {secondPlace}.',
    en: 'The first kommune receives {numerator}/{denominator} of {dueNok}, rounded down, and the second the rest: {firstNok} to {firstPlace} and {secondNok} to {secondPlace}.',
  },
});
const HALVES = {
  code: 'HALVES',
  text: {
    nb: 'Hver kommune får halvparten av {dueNok}: {firstNok} til {firstPlace} og {secondNok} til {secondPlace}.',
    en: 'Each kommune receives half of {dueNok}: {firstNok} to {firstPlace} and {secondNok} to {secondPlace}.',
  },
};
const HALVES_ODD = {
  code: 'HALVES_ODD',
  text: {
    nb: `${HALVES.text.nb} Kronen som er til overs, går til den første.`,
    en: `${HALVES.text.en} The krone left over goes to the first.`,
  },
};
