import type { Section } from '../../../report/explanation/explanation';
import { assumption, type ChapterInput } from '../register/chapter-input';
import { step } from '../steps/step';

/** The assumptions that decided something for this person, by their numbers. */
export function assumptionSection(input: ChapterInput): Section {
  const { record, id } = input;
  const numbers = Array.from({ length: 20 }, (_, number) => number).filter(
    (number) => ((record.assumptions >> number) & 1) === 1,
  );
  const steps = numbers.map((number) => {
    const name = `A${number}`;
    const made = step(`${id}/assumption/${name}`, 'ASSUMPTION', { idWord: name }, [assumption(input, name)]);
    return { ...made, label: name };
  });
  return { id: `${id}/assumptions`, title: 'SECTION_ASSUMPTIONS', steps };
}
