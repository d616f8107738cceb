import {
  asDay,
  type CodedText,
  dayOf,
  type ExplainedReading,
  type GrantYearContext,
  type LimitKey,
  monthIndex,
  multiplyDivide,
  type Outcome,
} from '../../src/domain';
import { limitsOf, type PRORATIONS } from '../parameters/limit-values';

/** Numerator and denominator of the part of the rate that an outcome's window gives. */
export type PartOfRate = (outcome: Outcome) => readonly [numerator: number, denominator: number];

/** The part of the rate by a limit of the grant year. */
export function partOfRate(context: GrantYearContext, limit: LimitKey): PartOfRate {
  const { grantYear, firstDay, lastDay } = context;
  const midYear = dayOf(grantYear, 6, 30);
  switch (limitsOf(context).proration(limit)) {
    case 'full':
      return () => WHOLE;
    case 'days':
      return ({ windowFrom, windowTo }) => [windowTo - windowFrom + 1, lastDay - firstDay + 1];
    case 'months':
      return ({ windowFrom, windowTo }) => [monthIndex(asDay(windowTo)) - monthIndex(asDay(windowFrom)) + 1, 12];
    case 'half_year':
      return ({ dueDay }) => (dueDay <= midYear ? WHOLE : HALF);
  }
}

const WHOLE = [1, 1] as const;
const HALF = [1, 2] as const;

/** Whole kroner of a part of a rate, rounded half up once (rulebook 1.2). */
export function prorated(rateNok: number, [numerator, denominator]: readonly [number, number]): number {
  const { quotient, remainder } = multiplyDivide(rateNok, numerator, denominator);
  return remainder * 2 >= denominator ? quotient + 1 : quotient;
}

/** The annual amount: the rate, or the part of it that the limit says. */
export function annualAmount(limit: LimitKey): ExplainedReading {
  return {
    about: 'amount',
    cells: [],
    limits: [limit],
    turns: () => [],
    say({ context, outcome }) {
      const rate = context.rates.rates[outcome.rateIndex];
      if (!rate) return [];
      const part = { numerator: outcome.partAbove, denominator: outcome.partBelow };
      const sentence = PRORATION_TEXTS[limitsOf(context).proration(limit)];
      const params = { annualNok: outcome.annualAmountNok, rateNok: rate.valueNok, ...part };
      if (sentence === FULL_AMOUNT) {
        const { annualNok } = params;
        return [
          { id: 'annual', ...sentence, params: { annualNok }, sources: [{ step: 'rate' }, { assumption: 'A8' }] },
        ];
      }
      return [{ id: 'annual', ...sentence, params, sources: [{ step: 'rate' }, { limit }] }];
    },
  };
}

const FULL_AMOUNT: CodedText = {
  code: 'FULL_AMOUNT',
  text: {
    nb: 'Beløpet for året er {annualNok}. Det avkortes ikke for deler av året; dagene avgjør bare fordelingen mellom mottakere.',
    en: 'The amount for the year is {annualNok}. It is not reduced for parts of a year; the days only decide who receives it.',
  },
};
const PRORATION_TEXTS: Readonly<Record<(typeof PRORATIONS)[number], CodedText>> = {
  full: FULL_AMOUNT,
  days: {
    code: 'AMOUNT_BY_DAYS',
    text: {
      nb: 'Beløpet for året avkortes etter dagene: {rateNok} × {numerator} / {denominator}, avrundet til {annualNok}.',
      en: 'The amount for the year is reduced by the days: {rateNok} × {numerator} / {denominator}, rounded to {annualNok}.',
    },
  },
  months: {
    code: 'AMOUNT_BY_MONTHS',
    text: {
      nb: 'Beløpet for året avkortes etter kalendermånedene: {rateNok} × {numerator} / {denominator}, avrundet til {annualNok}.',
      en: 'The amount for the year is reduced by the calendar months: {rateNok} × {numerator} / {denominator}, rounded to {annualNok}.',
    },
  },
  half_year: {
    code: 'AMOUNT_BY_HALF_YEAR',
    text: {
      nb: 'Inntreden til og med 30. juni gir hele satsen, senere inntreden halve: {rateNok} × {numerator} / {denominator}, avrundet til {annualNok}.',
      en: 'An entry up to 30 June gives the whole rate, a later one half of it: {rateNok} × {numerator} / {denominator}, rounded to {annualNok}.',
    },
  },
};
