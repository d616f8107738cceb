import { grunntilskuddTermOf } from '../../../rules';
import { COUNT_COMPONENT, STATUS } from '../../domain';
import type { Section, Step } from '../../report';
import { assumption, type ChapterInput, ruleSource } from '../register/chapter-input';
import { ruleSection } from '../register/rule-steps';
import { step } from '../steps/step';

/** Where a person counts for grunntilskudd, and whether this run's count is the one that matters. */
export function countedSection(input: ChapterInput): Section {
  const section = { ...ruleSection(input, 'recipients', 'SECTION_COUNTED_WHERE'), id: `${input.id}/counted` };
  return { ...section, steps: [...section.steps, ...timeSteps(input)] };
}

/** Before the term in which it is due the count is a forecast; once posted it is not done again (A12). */
function timeSteps(input: ChapterInput): Step[] {
  const { record, subject, id } = input;
  const { request, manifest } = subject.context;
  const year = record.grantYear;
  if (record.status === STATUS.notTriggered) return [];
  const firstTerm = grunntilskuddTermOf(year, input.year.limits);
  if (request.term < firstTerm) {
    return [step(`${id}/later`, 'COUNT_LATER', { firstTerm }, [ruleSource(input, 'rulebook 6')])];
  }
  const counts = manifest.modules.some((row) => row.grant_year === year && row.component === COUNT_COMPONENT);
  return counts ? [] : [step(`${id}/frozen`, 'COUNT_FROZEN', {}, [assumption(input, 'A12')])];
}
