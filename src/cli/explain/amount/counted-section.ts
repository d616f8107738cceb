import { countDateOf } from '../../../../rules';
import { STATUS } from '../../../domain';
import type { Section } from '../../../report/explanation/explanation';
import { isoDay } from '../conditions/condition-sentence';
import type { ChapterInput } from '../register/chapter-input';
import { cell, placeText } from '../register/subject';
import { step } from '../steps/step';
import { segmentRow, translationSteps } from './segment-steps';

/** Where a person counts for grunntilskudd. */
export function countedSection(input: ChapterInput): Section {
  const { record, subject, year, id } = input;
  const countDay = isoDay(countDateOf(record.grantYear));
  const title = 'SECTION_SPLIT';
  if (record.status === STATUS.notTriggered) return { id: `${id}/counted`, title, steps: [] };
  const [segment] = record.segments;
  if (!segment) return { id: `${id}/counted`, title, steps: [step(`${id}/nowhere`, 'COUNTED_NOWHERE', { countDay })] };
  const { table, row } = segmentRow(input, segment);
  const params = { place: placeText(subject, segment.code, year.firstDay), countDay };
  const counted = step(`${id}/counted`, 'COUNTED', params, [cell(subject, table, row, 'kommune')]);
  return { id: `${id}/counted`, title, steps: [counted, ...translationSteps(input)] };
}
