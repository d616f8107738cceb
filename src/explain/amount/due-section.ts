import { STATUS } from '../../domain';
import { type SaidDue, sayDue } from '../../engine';
import type { Section } from '../../report';
import type { ChapterInput } from '../register/chapter-input';
import { ruleSteps } from '../register/rule-steps';

/** What of the amount for the year is due at the run's term. */
export function dueSection(input: ChapterInput): Section {
  const said = saidDue(input);
  return { id: `${input.id}/due`, title: 'SECTION_DUE', steps: said ? ruleSteps(input, [said.step]) : [] };
}

/** Assumptions that decided what is due: arrears of the year before (A17), and those of the calendar. */
export function dueAssumptions(input: ChapterInput): readonly string[] {
  return saidDue(input)?.assumptions ?? [];
}

function saidDue(input: ChapterInput): SaidDue | undefined {
  const { status } = input.record;
  return status === STATUS.triggered || status === STATUS.noRecipient ? sayDue(input, input.record) : undefined;
}
