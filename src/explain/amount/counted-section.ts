import { sayCountTime } from '../../../rules';
import { isCountedName, STATUS } from '../../domain';
import type { Section } from '../../report';
import type { ChapterInput } from '../register/chapter-input';
import { ruleSection, ruleSteps } from '../register/rule-steps';

/** Where a person counts for grunntilskudd, and whether this run's count is the one that matters. */
export function countedSection(input: ChapterInput): Section {
  const { record, subject, year } = input;
  const { request, manifest } = subject.context;
  const section = { ...ruleSection(input, 'recipients', 'SECTION_COUNTED_WHERE'), id: `${input.id}/counted` };
  if (record.status === STATUS.notTriggered) return section;
  const isDone = !manifest.modules.some((row) => row.grant_year === record.grantYear && isCountedName(row.component));
  return { ...section, steps: [...section.steps, ...ruleSteps(input, sayCountTime(year, request.term, isDone))] };
}
