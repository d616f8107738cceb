import { assumptionWords } from '../../../rules';
import { assumptionsIn } from '../../domain';
import type { Section } from '../../report';
import { assumption, type ChapterInput } from '../register/chapter-input';
import { step } from '../steps/step';
import { dueAssumptions } from './due-section';

/**
 * The assumptions that decided something for this person, those of the rule and those of the calendar: first those that have
 * another possible answer, which could move the amount; then by their numbers.
 */
export function assumptionSection(input: ChapterInput): Section {
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
