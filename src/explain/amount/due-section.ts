import { asDay, isPerDecision, quarterOf, STATUS } from '../../domain';
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
  const dueNok = record.cumulativeDueNok;
  const rule = [ruleSource(input, 'rulebook 6')];
  const assumed = dueAssumptions(input).map((name) => assumption(input, name));
  const annual = [{ kind: 'step', step: `${id}/annual` } as const, ...rule, ...assumed];
  const year = record.grantYear;
  if (!isCurrentYear) return step(`${id}/due`, 'DUE_ARREARS', { year, dueNok }, annual);
  if (isPerDecision(component)) return step(`${id}/due`, 'DUE_DECISIONS', { term: dueTerm, dueNok }, rule);
  const firstTerm = firstTermOf(input);
  const params = { firstTerm, term: dueTerm, dueNok, annualNok: record.annualAmountNok };
  const own = input.module.dues?.text;
  if (own) return { ...step(`${id}/due`, 'DUE_WHOLE', params, annual), code: 'DUE_OWN', text: own };
  if (dueTerm < firstTerm) return step(`${id}/due`, 'DUE_LATER', params, annual);
  if (!isSpread(input) || firstTerm === 4) return step(`${id}/due`, 'DUE_WHOLE', params, annual);
  if (dueTerm === 4) return step(`${id}/due`, 'DUE_SHARE_ALL', params, annual);
  return step(`${id}/due`, 'DUE_SHARE', { ...params, parts: dueTerm - firstTerm + 1, of: 5 - firstTerm }, annual);
}

/** Assumptions that decided what is due: arrears of the year before (A17), equal shares over the terms (A16). */
export function dueAssumptions(input: ChapterInput): string[] {
  const { record, component, dueTerm, isCurrentYear } = input;
  if (record.status !== STATUS.triggered && record.status !== STATUS.noRecipient) return [];
  if (!isCurrentYear) return ['A17'];
  if (isPerDecision(component) || input.module.dues || !isSpread(input)) return [];
  return firstTermOf(input) < 4 && dueTerm >= firstTermOf(input) && dueTerm < 4 ? ['A16'] : [];
}

function firstTermOf({ calendar, component, record }: ChapterInput): number {
  return calendar.firstTerm(component, record.yearNumber, quarterOf(asDay(record.dueDay)));
}

/** The amount falls due in shares, not at once. */
function isSpread({ calendar, component }: ChapterInput): boolean {
  return calendar.cumulativeDue(component, 4, 1, 1) !== 4;
}
