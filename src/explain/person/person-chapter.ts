import { assumptionWords, sayCountTime } from '../../../rules';
import { assumptionsIn, f64, isCounted, isCountedName, payoutCode, STATUS } from '../../domain';
import type { Chapter, Section } from '../../report';
import { dueAssumptions, dueSection } from '../amount/due-section';
import { heldSection } from '../amount/held-section';
import { lineSection, postedSection } from '../amount/line-section';
import { causeSection } from '../cause/cause-section';
import { caseSection } from '../conditions/case-section';
import { rowSection } from '../conditions/row-section';
import { assumption, type ChapterInput } from '../register/chapter-input';
import { ruleSection, ruleSteps } from '../register/rule-steps';
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

/**
 * The assumptions that decided something for this person, those of the rule and those of the calendar: first those that have
 * another possible answer, which could move the amount; then by their numbers.
 */
function assumptionSection(input: ChapterInput): Section {
  const { record, id } = input;
  const names = [...assumptionsIn(record.assumptions), ...dueAssumptions(input)].sort(
    (a, b) => Number(isOpen(input, b)) - Number(isOpen(input, a)) || Number(a.slice(1)) - Number(b.slice(1)),
  );
  const steps = names.map((name) => {
    const made = step(`${id}/assumption/${name}`, 'ASSUMPTION', { idWord: name }, [assumption(input, name)]);
    return { ...made, label: name, words: assumptionWords(input.year.limits, input.year.grantYear) };
  });
  return { id: `${id}/assumptions`, title: 'SECTION_ASSUMPTIONS', steps };
}

/** Whether another answer to the question is possible. */
function isOpen({ subject }: ChapterInput, id: string): boolean {
  const { assumptions } = subject.context.rules.assumptions;
  return assumptions.some((each) => each.id === id && each.alternatives.length > 0);
}

/** Where a person counts for grunntilskudd, and whether this run's count is the one that matters. */
function countedSection(input: ChapterInput): Section {
  const { record, subject, year } = input;
  const { request, manifest } = subject.context;
  const section = { ...ruleSection(input, 'recipients', 'SECTION_COUNTED_WHERE'), id: `${input.id}/counted` };
  if (record.status === STATUS.notTriggered) return section;
  const isDone = !manifest.modules.some((row) => row.grant_year === record.grantYear && isCountedName(row.component));
  return { ...section, steps: [...section.steps, ...ruleSteps(input, sayCountTime(year, request.term, isDone))] };
}
