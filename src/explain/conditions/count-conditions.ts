import { countDateOf, YearLimits } from '../../../rules';
import { asDay, assert, i32, yearOf } from '../../domain';
import { cell } from '../register/subject';
import { ageAt, type ConditionInput, isoDay, type Sentence, targetGroup } from './condition-sentence';
import { aliveSentence } from './target-group-conditions';

/** Conditions of the count for grunntilskudd, of chapter 6A and of asylum seekers. */
export function countSentence(input: ConditionInput): Sentence {
  const { chapter, condition, row, met } = input;
  const { subject, record, year } = chapter;
  const table = targetGroup(chapter);
  const entered = i32(table.enteredOn, row);
  const countDate = countDateOf(record.grantYear, year.limits);
  const enteredDay = isoDay(entered);
  const countDay = isoDay(countDate);
  const entry = [cell(subject, 'target_group', row, 'entered_on')];
  switch (condition.id) {
    case 'entered_by_count_date':
      return {
        code: met ? 'COUNT_ENTERED_MET' : 'COUNT_ENTERED_FAILED',
        params: { enteredDay, countDay },
        sources: entry,
      };
    case 'member_on_count_date':
      return {
        code: met ? 'COUNT_MEMBER_MET' : 'COUNT_MEMBER_FAILED',
        params: { leftDay: isoDay(i32(table.leftOn, row)), countDay },
        sources: [cell(subject, 'target_group', row, 'left_on')],
      };
    case 'alive_on_count_date':
      return aliveSentence(input, countDate);
    case 'before_end_of_chapter_6a': {
      const params = {
        enteredDay,
        endDay: isoDay(new YearLimits(year.limits, record.grantYear).day('persontilskudd37d.last_entry') + 1),
      };
      return { code: met ? 'BEFORE_END_6A_MET' : 'BEFORE_END_6A_FAILED', params, sources: entry };
    }
    case 'entered_in_year': {
      const params = { enteredDay, year: record.grantYear };
      return { code: met ? 'ENTERED_IN_YEAR_MET' : 'ENTERED_IN_YEAR_FAILED', params, sources: entry };
    }
    case 'asylum_seeker':
      return {
        code: 'ASYLUM_CATEGORY_MET',
        params: {},
        sources: [cell(subject, 'target_group', row, 'category')],
      };
    case 'first_row':
      return { code: met ? 'FIRST_ROW_MET' : 'FIRST_ROW_FAILED', params: {}, sources: entry };
    case 'age': {
      const limitYears = new YearLimits(year.limits, yearOf(asDay(entered))).ages('asylum.age_on_entry').from;
      return {
        code: met ? 'ASYLUM_AGE_MET' : 'ASYLUM_AGE_FAILED',
        params: { enteredDay, ageYears: ageAt(chapter, entered), limitYears },
        sources: [...entry, cell(subject, 'persons', subject.personRow, 'birth_date')],
      };
    }
    default:
      assert(false, `no sentence for the condition ${condition.id}`);
  }
}
