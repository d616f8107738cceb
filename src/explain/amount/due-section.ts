import { asDay, type DueSentence, isPerDecision, quarterOf, STATUS } from '../../domain';
import type { Section, Step } from '../../report';
import { assumption, type ChapterInput, ruleSource } from '../register/chapter-input';
import { step } from '../steps/step';

/** What of the amount for the year is due at the run's term. */
export function dueSection(input: ChapterInput): Section {
  const { id, record } = input;
  const triggers = record.status === STATUS.triggered || record.status === STATUS.noRecipient;
  return { id: `${id}/due`, title: 'SECTION_DUE', steps: triggers ? [dueStep(input)] : [] };
}

function dueStep(input: ChapterInput): Step {
  const { id, record, component, dueTerm, isCurrentYear } = input;
  const { cumulativeDueNok: dueNok, grantYear: year } = record;
  const rule = [ruleSource(input, 'rulebook 6')];
  const assumed = dueAssumptions(input).map((name) => assumption(input, name));
  const sources = [{ kind: 'step', step: `${id}/annual` } as const, ...rule, ...assumed];
  if (!isCurrentYear) return step(`${id}/due`, 'DUE_ARREARS', { year, dueNok }, sources);
  if (isPerDecision(component)) return step(`${id}/due`, 'DUE_DECISIONS', { term: dueTerm, dueNok }, rule);
  const { code, text, params } = dueSentence(input);
  return { id: `${id}/due`, label: '', code, text, params, sources, steps: [] };
}

/** Assumptions that decided what is due: arrears of the year before (A17), and those of the calendar. */
export function dueAssumptions(input: ChapterInput): readonly string[] {
  const { record, component, isCurrentYear } = input;
  if (record.status !== STATUS.triggered && record.status !== STATUS.noRecipient) return [];
  if (!isCurrentYear) return ['A17'];
  return isPerDecision(component) ? [] : dueSentence(input).assumptions;
}

function dueSentence({ calendar, component, record, dueTerm: term }: ChapterInput): DueSentence {
  const { annualAmountNok: annualNok, cumulativeDueNok: dueNok } = record;
  const firstTerm = calendar.firstTerm(component, record.yearNumber, quarterOf(asDay(record.dueDay)));
  return calendar.say(component, { annualNok, dueNok, firstTerm, term });
}
