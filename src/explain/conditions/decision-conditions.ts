import { findStandingDecision } from '../../../rules';
import { at, DECISION_KIND, DECISION_KINDS, i32, OUTCOMES, u8, u32 } from '../../domain';
import type { Step } from '../../report/explanation/explanation';
import type { ChapterInput } from '../register/chapter-input';
import { cell, rowOfLine } from '../register/subject';
import { step } from '../steps/step';
import { type ConditionInput, isoDay, type Sentence, targetGroup } from './condition-sentence';

/** Entries before this day need no decision (rulebook 2, E4): 2018-01-01. */
const DECISION_NEEDED_FROM = 17_532;

/** Conditions on decisions: E4, and those of section 43 g. */
export function decisionSentence(input: ConditionInput): Sentence {
  const { chapter, condition, row, met } = input;
  if (chapter.component !== 'utvidet43g') return grantedDecision(input);
  const { decisions } = chapter.subject.block;
  const params = {
    decidedDay: isoDay(i32(decisions.decidedOn, row)),
    outcomeWord: at(OUTCOMES, u8(decisions.outcome, row))[0],
    year: chapter.record.grantYear,
  };
  const source = (field: string): Sentence['sources'] => [cell(chapter.subject, 'decisions', row, field)];
  switch (condition.id) {
    case 'granted':
      return { code: met ? 'GRANTED_MET' : 'GRANTED_FAILED', params, sources: source('outcome') };
    case 'decided_in_year':
      return { code: met ? 'DECIDED_IN_YEAR_MET' : 'DECIDED_IN_YEAR_FAILED', params, sources: source('decided_on') };
    default:
      return { code: met ? 'DECIDED_FROM_MET' : 'DECIDED_FROM_FAILED', params, sources: source('decided_on') };
  }
}

/** E4: a standing decision of the kind that is needed, granted. */
function grantedDecision({ chapter, row, met, rowId }: ConditionInput): Sentence {
  const { subject, component, record } = chapter;
  const is37d = component === 'persontilskudd37d';
  const kindWord = is37d ? 'norwegian_6a' : 'norwegian_and_social_studies';
  const entered = i32(targetGroup(chapter).enteredOn, row);
  if (!is37d && entered < DECISION_NEEDED_FROM) {
    return { code: 'DECISION_NOT_NEEDED', params: {}, sources: [cell(subject, 'target_group', row, 'entered_on')] };
  }
  if (!met || record.decisionLine === 0) {
    const kind = is37d ? DECISION_KIND.norwegian6a : DECISION_KIND.norwegianAndSocialStudies;
    return { code: 'DECISION_FAILED', params: { kindWord }, sources: [], steps: otherOutcomes(chapter, kind, rowId) };
  }
  const decision = rowOfLine(subject, 'decisions', record.decisionLine);
  const decidedDay = isoDay(i32(subject.block.decisions.decidedOn, decision));
  return {
    code: 'DECISION_MET',
    params: { decidedDay, kindWord },
    sources: ['decided_on', 'kind', 'outcome'].map((field) => cell(subject, 'decisions', decision, field)),
  };
}

/** Standing decisions that do not help, each with its kind and outcome. */
function otherOutcomes(chapter: ChapterInput, wanted: number, id: string): Step[] {
  const { subject, year } = chapter;
  const { decisions } = subject.block;
  const steps: Step[] = [];
  findStandingDecision(decisions, subject.index, year.asOf, (row) => {
    const kind = u8(decisions.kind, row);
    const params = {
      decidedDay: isoDay(i32(decisions.decidedOn, row)),
      kindWord: at(DECISION_KINDS, kind)[0],
      outcomeWord: at(OUTCOMES, u8(decisions.outcome, row))[0],
    };
    const [code, field] =
      kind === wanted ? (['DECISION_OTHER', 'outcome'] as const) : (['DECISION_OTHER_KIND', 'kind'] as const);
    steps.push(
      step(`${id}/decision/${u32(decisions.line, row)}`, code, params, [cell(subject, 'decisions', row, field)]),
    );
    return false;
  });
  return steps;
}
