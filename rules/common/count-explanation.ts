import {
  actOfLine,
  asDay,
  at,
  codedTexts,
  type Decided,
  type ExplainedKommune,
  type ExplanationStep,
  formatDay,
  type GrantYearContext,
  type KommuneRecord,
  RATE_CLASS,
  RATE_CLASSES,
  TABLE,
  u8,
  u32,
} from '../../src/domain';
import { sayWhole } from '../calendars';
import { sayStep } from '../conditions/count-steps';
import { countDateIn } from '../conditions/membership';
import { limitsOf } from '../parameters/limit-values';
import { sayTranslations } from './window-explanation';

/** Where a person counts for grunntilskudd: the residence of the count date (rulebook 5.1). */
export function sayCounted(decided: Decided): ExplanationStep[] {
  const { context, outcome, person } = decided;
  const countDay = formatDay(asDay(countDateIn(context)));
  const [row] = outcome.segmentRow;
  if (row === undefined) return [{ id: 'nowhere', ...SAY.COUNTED_NOWHERE, params: { countDay }, sources: [] }];
  const code = at(outcome.segmentCode, 0);
  const { pinnedKommune } = person.block;
  const isPinned = at(outcome.segmentTable, 0) === TABLE.pinnedKommune && pinnedKommune !== undefined;
  const cells = (['residence.recipient', 'residence.fromDate', 'residence.toDate'] as const).map((cell) => ({
    cell,
    row,
  }));
  const counted = {
    id: 'counted',
    params: { place: { place: code, on: context.firstDay }, countDay },
    sources: [
      ...(isPinned ? [{ act: actOfLine(u32(pinnedKommune.line, row)) }] : cells),
      { paragraph: 'rulebook 5.1' },
      { limit: 'grunntilskudd.count_day' as const },
    ],
  };
  const onCountDate = context.places.translationTo(asDay(countDateIn(context)));
  if (u8(onCountDate.stopped, code) === 1) {
    return [{ ...counted, ...SAY.COUNTED_SPLIT, ifProtected: SAY.COUNTED_PROTECTED }];
  }
  return [
    { ...counted, ...(isPinned ? SAY.COUNTED_BY_CASE : SAY.COUNTED) },
    ...sayTranslations(decided, outcome.segmentCode),
  ];
}

/**
 * Before the term in which it is due a count is a forecast; once posted it is not done again (A12).
 *
 * @param isDone the run counts nobody, since a posted batch has
 */
export function sayCountTime(context: GrantYearContext, term: number, isDone: boolean): ExplanationStep[] {
  const firstTerm = limitsOf(context).whole('grunntilskudd.due_term');
  if (term < firstTerm) {
    return [{ id: 'later', ...SAY.COUNT_LATER, params: { firstTerm }, sources: [{ paragraph: 'rulebook 6' }] }];
  }
  return isDone ? [{ id: 'frozen', ...SAY.COUNT_FROZEN, params: {}, sources: [{ assumption: 'A12' }] }] : [];
}

/** The count of a kommune, its step and rate, and when the amount falls due (rulebook 5.1, 6). */
export function sayCount(context: GrantYearContext, record: KommuneRecord, term: number): ExplainedKommune {
  const rule = { paragraph: 'rulebook 5.1 (S1, S12)' };
  const countDay = asDay(countDateIn(context));
  const place = { place: record.kommune, on: countDay };
  const count: ExplanationStep = {
    id: 'count',
    ...SAY.COUNT,
    params: { countPersons: record.count, place, countDay: formatDay(countDay) },
    sources: [rule, { limit: 'grunntilskudd.count_day' }],
  };
  const step: ExplanationStep = {
    id: 'step',
    ...sayStep(context, record.count),
    params: {},
    sources: [{ step: 'count' }, rule, { limit: 'grunntilskudd.steps' }],
  };
  const limits = limitsOf(context);
  const firstTerm = limits.whole('grunntilskudd.due_term');
  const { assumption } = limits.row('grunntilskudd.due_term');
  const annualNok = record.annualAmountNok;
  const due = sayWhole({ annualNok, dueNok: term < firstTerm ? 0 : annualNok, firstTerm, term });
  return {
    amount: [count, step, ...sayRate(context, record)],
    due: [{ id: 'due', ...due, sources: [{ paragraph: 'rulebook 6' }, { limit: 'grunntilskudd.due_term' }] }],
    assumptions: [
      'A4',
      ...(limits.isYes('grunntilskudd.counts_6a') ? ['A11'] : []),
      'A12',
      ...(assumption === '' ? [] : [assumption]),
    ],
  };
}

function sayRate({ rates, grantYear }: GrantYearContext, record: KommuneRecord): ExplanationStep[] {
  return record.rateIndexes.map((rate) => ({
    id: 'rate',
    ...SAY.RATE_STEP,
    params: {
      classWord: at(RATE_CLASSES, record.rateClass - RATE_CLASS.low),
      year: grantYear,
      rateNok: at(rates.rates, rate).valueNok,
    },
    sources: [{ rate }],
  }));
}

const SAY = codedTexts({
  COUNT: {
    nb: '{countPersons} ble talt i {place} {countDay}.',
    en: 'Counted in {place} on {countDay}: {countPersons}.',
  },
  RATE_STEP: {
    nb: 'Satsen for grunntilskudd i {year} er {rateNok} ({classWord} sats).',
    en: 'The rate of grunntilskudd in {year} is {rateNok} ({classWord} rate).',
  },
  COUNT_LATER: {
    nb: 'Grunntilskuddet forfaller først i termin {firstTerm}, og da telles det på nytt.',
    en: 'Grunntilskudd does not fall due until term {firstTerm}, and the count is then done again.',
  },
  COUNT_FROZEN: {
    nb: 'Tellingen er bokført i en tidligere kjøring og gjøres ikke om igjen. Det som står her, endrer ikke noe beløp.',
    en: 'The count was posted in an earlier run and is not done again. What stands here changes no amount.',
  },
  COUNTED: {
    nb: 'Personen telles i {place}, der personen var bosatt {countDay}.',
    en: 'The person counts in {place}, the place of residence on {countDay}.',
  },
  COUNTED_BY_CASE: {
    nb: 'Personen telles i {place}, slik en sak har fastsatt, siden registeret ikke har noe bosted {countDay}.',
    en: 'The person counts in {place}, as a case decides, since the register has no residence on {countDay}.',
  },
  COUNTED_NOWHERE: {
    nb: 'Personen har ikke noe registrert bosted på telledagen {countDay} og telles derfor ingen steder.',
    en: 'The person has no registered residence on the count date {countDay} and so counts nowhere.',
  },
  COUNTED_SPLIT: {
    nb: 'Bostedet {countDay} er registrert i {place}, som er delt uten en entydig etterfølger. Personen telles derfor ingen steder.',
    en: 'The residence on {countDay} is registered in {place}, which was split without a unique successor. The person therefore counts nowhere.',
  },
  COUNTED_PROTECTED: {
    nb: 'Personen telles ikke, av en grunn som har med stedet å gjøre og ikke vises.',
    en: 'The person does not count, for a reason that has to do with the place and is not shown.',
  },
});
