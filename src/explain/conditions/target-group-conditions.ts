import { asDay, at, CATEGORIES, FAR_FUTURE, i32, LAW, NO_DAY, u8, yearOf } from '../../domain';
import { cell, rowOfLine } from '../register/subject';
import { ageAt, type ConditionInput, countsAs6a, isoDay, type Sentence, targetGroup } from './condition-sentence';

/** First day of the year on which the membership could count. */
function memberFrom({ chapter, row }: ConditionInput): number {
  return Math.max(i32(targetGroup(chapter).enteredOn, row), chapter.year.firstDay);
}

/** E1: the category counts. */
export function categorySentence({ chapter, row, met }: ConditionInput): Sentence {
  const category = at(CATEGORIES, u8(targetGroup(chapter).category, row))[0];
  const countingWord = chapter.record.grantYear <= 2018 ? 'right_or_duty' : 'only_right_and_duty';
  return {
    code: met ? 'CATEGORY_MET' : 'CATEGORY_FAILED',
    params: { categoryWord: category, countingWord, year: chapter.record.grantYear },
    sources: [cell(chapter.subject, 'target_group', row, 'category')],
  };
}

/** E2: year 1, 2 or 3. */
export function yearNumberSentence({ chapter, row, met }: ConditionInput): Sentence {
  const { subject, record } = chapter;
  const own = countsAs6a(chapter, row);
  const anchor = own ? row : record.anchorLine === 0 ? -1 : rowOfLine(subject, 'target_group', record.anchorLine);
  if (anchor < 0) return { code: 'YEAR_NUMBER_NONE', params: {}, sources: [] };
  const entered = i32(targetGroup(chapter).enteredOn, anchor);
  const sources = [cell(subject, 'target_group', anchor, 'entered_on')];
  const entryYear = yearOf(asDay(entered));
  const k = record.grantYear - entryYear + 1;
  const params = { entryYear, year: record.grantYear, k };
  if (met) return { code: 'YEAR_NUMBER_MET', params, sources };
  if (k > 3) return { code: 'YEAR_NUMBER_PAST', params, sources };
  const late = k < 1 ? anchor : row;
  return {
    code: 'YEAR_NUMBER_EARLY',
    params: { enteredDay: isoDay(i32(targetGroup(chapter).enteredOn, late)), year: record.grantYear },
    sources: [cell(subject, 'target_group', late, 'entered_on')],
  };
}

/** E3: the age on entry, or when the permit was granted. */
export function ageSentence({ chapter, row, met }: ConditionInput): Sentence {
  const { subject } = chapter;
  const born = cell(subject, 'persons', subject.personRow, 'birth_date');
  const byPermit = u8(targetGroup(chapter).law, row) === LAW.integreringsloven || countsAs6a(chapter, row);
  if (!byPermit) {
    const entered = i32(targetGroup(chapter).enteredOn, row);
    return {
      code: met ? 'AGE_ON_ENTRY_MET' : 'AGE_ON_ENTRY_FAILED',
      params: { enteredDay: isoDay(entered), ageYears: ageAt(chapter, entered) },
      sources: [cell(subject, 'target_group', row, 'entered_on'), born],
    };
  }
  const permit = i32(targetGroup(chapter).permitGrantedOn, row);
  const source = cell(subject, 'target_group', row, 'permit_granted_on');
  if (permit === NO_DAY) return { code: 'PERMIT_MISSING', params: {}, sources: [source] };
  return {
    code: met ? 'AGE_ON_PERMIT_MET' : 'AGE_ON_PERMIT_FAILED',
    params: { permitDay: isoDay(permit), ageYears: ageAt(chapter, permit) },
    sources: [source, born],
  };
}

/** E5: the membership overlaps the grant year. */
export function memberSentence(input: ConditionInput): Sentence {
  const { chapter, row, met } = input;
  const left = i32(targetGroup(chapter).leftOn, row);
  const sources = [cell(chapter.subject, 'target_group', row, 'left_on')];
  if (left === FAR_FUTURE) return { code: 'MEMBER_STILL', params: {}, sources };
  return {
    code: met ? 'MEMBER_MET' : 'MEMBER_FAILED',
    params: { leftDay: isoDay(left), limitDay: isoDay(memberFrom(input)), year: chapter.record.grantYear },
    sources,
  };
}

/** E6: neither dead nor emigrated before the membership could count. */
export function aliveInYear(input: ConditionInput): Sentence {
  return aliveSentence(input, memberFrom(input));
}

/** Neither dead nor emigrated before a day: E6, and the same on the count date. */
export function aliveSentence({ chapter, met }: ConditionInput, limit: number): Sentence {
  const { subject } = chapter;
  const { persons } = subject.block;
  const death = i32(persons.deathDate, subject.personRow);
  const emigration = i32(persons.emigratedOn, subject.personRow);
  const died = death <= emigration;
  const event = Math.min(death, emigration);
  if (event === FAR_FUTURE) {
    const sources = [cell(subject, 'persons', subject.personRow, 'death_date')];
    return {
      code: 'ALIVE_MET',
      params: {},
      sources: [...sources, cell(subject, 'persons', subject.personRow, 'emigrated_on')],
    };
  }
  return {
    code: met ? 'ALIVE_MET_LATER' : 'ALIVE_FAILED',
    params: { eventWord: died ? 'death' : 'emigration', eventDay: isoDay(event), limitDay: isoDay(limit) },
    sources: [cell(subject, 'persons', subject.personRow, died ? 'death_date' : 'emigrated_on')],
  };
}

/** E7: below 67 on the last day of the year before. */
export function under67Sentence({ chapter, met }: ConditionInput): Sentence {
  const { subject, year } = chapter;
  const on = year.firstDay - 1;
  return {
    code: met ? 'UNDER_67_MET' : 'UNDER_67_FAILED',
    params: { onDay: isoDay(on), ageYears: ageAt(chapter, on) },
    sources: [cell(subject, 'persons', subject.personRow, 'birth_date')],
  };
}
