import {
  apportion,
  assert,
  at,
  type Decided,
  type ExplanationStep,
  emptyList,
  multiplyDivide,
  type Outcome,
  SHARING,
  STATUS,
  type Wording,
} from '../../src/domain';

/** Weights by which an amount is shared: those of a rule, else the days. */
export function weightsOf(outcome: Outcome): readonly number[] {
  return outcome.weights.length > 0 ? outcome.weights : outcome.days;
}

/**
 * Parts of an amount per entry of outcome.recipients: by weights, or as after a first move. Writes into `parts`, which
 * add up to the amount (rulebook 4, 5.2). Not for separate amounts.
 */
export function partsOf(outcome: Outcome, amountNok: number, parts: number[]): void {
  assert(outcome.status === STATUS.triggered, 'only a triggered amount has parts');
  if (outcome.sharing === SHARING.days) apportion(amountNok, weightsOf(outcome), parts);
  else if (outcome.recipients.length === 1) shareWhole(amountNok, parts);
  else shareMove(amountNok, outcome.weights, parts);
}

function shareWhole(amountNok: number, parts: number[]): void {
  emptyList(parts);
  parts.push(amountNok);
}

/**
 * Parts of the first and the second kommune after a move: half each, the odd krone to the first; by other shares the
 * first gets its share rounded down and the second the rest (rulebook 1.2, 5.2).
 *
 * @param weights of both, lowest terms; empty for half and half
 */
export function shareMove(amountNok: number, [first = 1, second = 1]: readonly number[], parts: number[]): void {
  const { quotient, remainder } = multiplyDivide(amountNok, first, first + second);
  const firstNok = first === second && remainder > 0 ? quotient + 1 : quotient;
  emptyList(parts);
  parts.push(firstNok, amountNok - firstNok);
}

/**
 * The cumulative due over the recipients by their weights: floor and remainder of each, and who gets the kroner left over
 * and why. The parts are those that are paid.
 *
 * @param unit what is weighed, with its article in bokmål
 */
export function sayShares({ outcome, dueNok, context }: Decided, unit: Wording): ExplanationStep[] {
  const weights = weightsOf(outcome);
  const denominator = weights.reduce((sum, weight) => sum + weight, 0);
  const parts: number[] = [];
  apportion(dueNok, weights, parts);
  const floors = weights.map((weight) => multiplyDivide(dueNok, weight, denominator));
  return outcome.recipients.map((recipient, index): ExplanationStep => {
    const { quotient: floorNok, remainder } = at(floors, index);
    const partNok = at(parts, index);
    const isOdd = partNok > floorNok;
    const whyWord = isOdd ? whyOdd(index, weights, floors, parts) : '';
    const numbers = { dueNok, numerator: at(weights, index), denominator, floorNok, remainder, partNok, whyWord };
    return {
      id: `share/${index + 1}`,
      ...(isOdd ? SHARE_ODD : SHARE),
      params: { place: { place: recipient, on: context.lastDay }, ...numbers },
      ...(isOdd ? { words: oddWords(unit) } : {}),
      sources: [{ step: 'due' }, ...(isOdd ? [{ assumption: 'A10' }] : [])],
    };
  });
}

/** Why a recipient gets a krone that is left over, against those with an equal remainder who get none. */
function whyOdd(
  index: number,
  weights: readonly number[],
  floors: readonly { readonly quotient: number; readonly remainder: number }[],
  parts: readonly number[],
): string {
  const getsNone = (other: number): boolean => at(parts, other) === at(floors, other).quotient;
  const rivals = [...weights.keys()].filter(
    (other) => getsNone(other) && at(floors, other).remainder === at(floors, index).remainder,
  );
  const leftOver = parts.filter((_, other) => !getsNone(other)).length;
  if (rivals.length === 0) return leftOver === 1 ? 'odd_remainder' : 'odd_remainders';
  return rivals.every((other) => at(weights, other) < at(weights, index)) ? 'odd_weight' : 'odd_code';
}

function oddWords({ nb, en }: Wording): Readonly<Record<string, Wording>> {
  return {
    odd_remainder: { nb: 'Resten er størst', en: 'The remainder is the largest' },
    odd_remainders: { nb: 'Resten er blant de største', en: 'The remainder is among the largest' },
    odd_weight: {
      nb: `En annen rest er like stor, men her er ${nb} flere`,
      en: `Another remainder is equal, but there are more ${en} here`,
    },
    odd_code: {
      nb: `En annen rest er like stor og ${nb} er like mange, men nummeret er lavere`,
      en: `Another remainder and its ${en} are equal, but the number is lower`,
    },
  };
}

const SHARE = {
  code: 'SHARE',
  text: {
    nb: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, rest {remainder}.',
    en: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, remainder {remainder}.',
  },
};
const SHARE_ODD = {
  code: 'SHARE_ODD',
  text: {
    nb: `${SHARE.text.nb} {whyWord}, og derfor tillegges én krone: {partNok}.`,
    en: `${SHARE.text.en} {whyWord}, so one more krone goes here: {partNok}.`,
  },
};
