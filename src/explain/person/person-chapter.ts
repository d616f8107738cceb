import { f64, isCounted, payoutCode, STATUS } from '../../domain';
import type { Chapter } from '../../report';
import { assumptionSection } from '../amount/assumption-section';
import { countedSection } from '../amount/counted-section';
import { dueSection } from '../amount/due-section';
import { heldSection } from '../amount/held-section';
import { lineSection, postedSection } from '../amount/line-section';
import { causeSection } from '../cause/cause-section';
import { caseSection } from '../conditions/case-section';
import { rowSection } from '../conditions/row-section';
import type { ChapterInput } from '../register/chapter-input';
import { ruleSection } from '../register/rule-steps';
import { sectionsOf, step } from '../steps/step';

/** A grant year and component of a person, from the row that triggers to the lines. */
export function personChapter(input: ChapterInput): Chapter {
  const { record, component, id } = input;
  const year = record.grantYear;
  const cases = { ...input, grantYear: year };
  if (isCounted(component)) {
    const title = step(id, 'TITLE_CHAPTER', { componentWord: component, year });
    return { id, title, sections: sectionsOf(caseSection(cases), rowSection(input), countedSection(input)) };
  }
  const known = record.status === STATUS.triggered || record.status === STATUS.noRecipient;
  const code = known ? payoutCode(component, record.yearNumber, record.rateClass) : '';
  const title = step(id, code === '' ? 'TITLE_CHAPTER' : 'TITLE_CHAPTER_CODE', {
    componentWord: component,
    year,
    code,
  });
  const { subject } = input;
  const personId = f64(subject.block.personIds, subject.index);
  const settlement = { ...input, personId, dueStep: known ? `${id}/due` : '' };
  const sections = sectionsOf(
    caseSection(cases),
    rowSection(input),
    ruleSection(input, 'amount', 'SECTION_AMOUNT'),
    dueSection(input),
    known ? ruleSection(input, 'recipients', 'SECTION_SPLIT') : { id, title: 'SECTION_SPLIT', steps: [] },
    postedSection(settlement),
    lineSection(settlement),
    causeSection(input),
    heldSection(settlement),
    assumptionSection(input),
  );
  return { id, title, sections };
}
