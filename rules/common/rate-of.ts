import {
  at,
  type CodedText,
  codedTexts,
  type ExplainedReading,
  type ExplanationStep,
  type GrantYearContext,
  type Outcome,
  RATE_CLASS,
  RATE_CLASSES,
  type RateKey,
  rateCell,
  STATUS,
  u16,
  unpackCountry,
} from '../../src/domain';

/**
 * Looks the amount up and marks the outcome as triggered; a missing cell is named, never taken as zero (rulebook 1).
 * @param rateClass RATE_CLASS ordinal
 */
export function applyRate(outcome: Outcome, context: GrantYearContext, key: RateKey, rateClass: number): number {
  const name = RATE_CLASSES[rateClass - RATE_CLASS.low] ?? 'single';
  const index = context.rates.find(key, context.grantYear, name);
  outcome.rateClass = rateClass;
  outcome.rateIndex = index;
  outcome.status = STATUS.triggered;
  const rate = context.rates.rates[index];
  if (rate) return rate.valueNok;
  outcome.status = STATUS.missingRate;
  outcome.missingCells.push(rateCell(key, context.grantYear, name));
  return 0;
}

/** The rate by the class of the person's country and the year (rulebook 3). */
export const RATE_BY_CLASS: ExplainedReading = {
  about: 'amount',
  cells: ['persons.country'],
  limits: [],
  turns: () => [],
  say({ context, person, outcome }) {
    const { personRow, block } = person;
    const country = u16(block.persons.country, personRow);
    const name = unpackCountry(country);
    const sources: ExplanationStep['sources'] = [
      { cell: 'persons.country', row: personRow },
      { file: 'regions.csv', key: name },
    ];
    if (outcome.status === STATUS.unknownCountry) {
      return [{ id: 'class', ...SAY.CLASS_UNKNOWN, params: { country: name }, sources }];
    }
    const params = {
      country: name,
      regionWord: context.regions.region(country),
      classWord: at(RATE_CLASSES, outcome.rateClass - RATE_CLASS.low),
    };
    const ofClass: ExplanationStep = {
      id: 'class',
      ...SAY.CLASS,
      params,
      sources: [...sources, { paragraph: 'rulebook 3 (S1)' }],
    };
    return [ofClass, ...sayRate(context, outcome, SAY.RATE_YEAR)];
  },
};

/** The one rate of the component. */
export const SINGLE_RATE: ExplainedReading = {
  about: 'amount',
  cells: [],
  limits: [],
  turns: () => [],
  say: ({ context, outcome }) => sayRate(context, outcome, SAY.RATE_SINGLE),
};

function sayRate(context: GrantYearContext, outcome: Outcome, sentence: CodedText): ExplanationStep[] {
  const rate = context.rates.rates[outcome.rateIndex];
  if (!rate) return [];
  const classWord = at(RATE_CLASSES, outcome.rateClass - RATE_CLASS.low);
  const params = { k: outcome.yearNumber, year: context.grantYear, rateNok: rate.valueNok, classWord };
  return [{ id: 'rate', ...sentence, params, sources: [{ rate: outcome.rateIndex }] }];
}

/** The annual amount where it is the rate, or the sum of several. */
export const ANNUAL_AMOUNT: ExplainedReading = {
  about: 'amount',
  cells: [],
  limits: [],
  turns: () => [],
  say: ({ outcome: { annualAmountNok: annualNok } }) => [
    { id: 'annual', ...SAY.ANNUAL_AMOUNT, params: { annualNok }, sources: [{ step: 'rate' }] },
  ],
};

const SAY = codedTexts({
  CLASS: {
    nb: 'Landbakgrunnen {country} hører til {regionWord}, som har {classWord} sats.',
    en: 'The country background {country} belongs to {regionWord}, which has the {classWord} rate.',
  },
  CLASS_UNKNOWN: {
    nb: 'Landbakgrunnen {country} står ikke i regiontabellen. Satsen er derfor ukjent.',
    en: 'The country background {country} is not in the region table. The rate is therefore unknown.',
  },
  RATE_YEAR: {
    nb: 'Satsen for år {k} i {year} er {rateNok} ({classWord} sats).',
    en: 'The rate for year {k} in {year} is {rateNok} ({classWord} rate).',
  },
  RATE_SINGLE: { nb: 'Satsen i {year} er {rateNok}.', en: 'The rate in {year} is {rateNok}.' },
  ANNUAL_AMOUNT: { nb: 'Beløpet for året er {annualNok}.', en: 'The amount for the year is {annualNok}.' },
});
