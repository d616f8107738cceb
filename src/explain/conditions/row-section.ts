import {
  asDay,
  at,
  CATEGORIES,
  DECISION_KINDS,
  i32,
  isCounted,
  isPerDecision,
  LAWS,
  STATUS,
  TABLE,
  u8,
} from '../../domain';
import type { ExplainCode } from '../../messages';
import type { Section, Step } from '../../report';
import type { ChapterInput } from '../register/chapter-input';
import { cell, rowOfLine } from '../register/subject';
import { isoDay, step } from '../steps/step';
import { conditionSteps } from './condition-steps';
import { noCandidates } from './no-candidates';

/**
 * The rows that were tried: the one that triggers with every condition, those that fail with the conditions that they
 * fail, first the first one.
 */
export function rowSection(input: ChapterInput): Section {
  const { record, component, id } = input;
  const triggers = record.status !== STATUS.notTriggered;
  const steps = record.candidates.map((candidate) => candidateStep(input, candidate));
  // A row that triggers makes the others idle talk, but for 43 g, where each decision stands for itself.
  const reported =
    triggers && !isPerDecision(component) ? steps.filter((each) => each.code !== failCode(input)) : steps;
  const counts = isCounted(component);
  const found: ExplainCode = isPerDecision(component) ? 'SECTION_DECISIONS' : 'SECTION_ROW';
  const title: ExplainCode = counts ? 'SECTION_COUNTED' : triggers ? found : 'SECTION_WHY_NOT';
  const none = record.candidates.length === 0 && !triggers;
  const { rows } = input.module;
  return { id: `${id}/row`, title, steps: none && rows ? [noCandidates(input.subject, rows, id)] : reported };
}

function failCode({ record }: ChapterInput): ExplainCode {
  return record.candidateTable === TABLE.decisions ? 'DECISION_FAILS' : 'ROW_FAILS';
}

function candidateStep(input: ChapterInput, candidate: { line: number; failures: number }): Step {
  const { subject, record, component, id } = input;
  const isDecision = record.candidateTable === TABLE.decisions;
  const table = isDecision ? 'decisions' : 'target_group';
  const row = rowOfLine(subject, table, candidate.line);
  const rowId = `${id}/row/${candidate.line}`;
  const conditions = conditionSteps(input, row, candidate.failures, rowId);
  const qualifies = candidate.failures === 0;
  const chosen = isDecision ? qualifies : candidate.line === chosenLine(input);
  const code: ExplainCode = !qualifies
    ? failCode(input)
    : isDecision
      ? 'DECISION_TRIGGERS'
      : !chosen
        ? 'ROW_ALSO'
        : isCounted(component)
          ? 'ROW_COUNTS'
          : 'ROW_TRIGGERS';
  const made = step(rowId, code, isDecision ? decisionParams(input, row) : rowParams(input, row), [
    cell(subject, table, row),
  ]);
  return { ...made, steps: chosen ? conditions : conditions.filter((condition) => condition.met === false) };
}

/** The first row that qualifies; the trace of a count keeps no line of its own for it. */
function chosenLine({ record }: ChapterInput): number {
  return record.chosenLine !== 0
    ? record.chosenLine
    : (record.candidates.find(({ failures }) => failures === 0)?.line ?? 0);
}

/** Words of a row of the target group. */
function rowParams({ subject }: Pick<ChapterInput, 'subject'>, row: number): Record<string, string> {
  const { targetGroup } = subject.block;
  return {
    categoryWord: at(CATEGORIES, u8(targetGroup.category, row))[0],
    lawWord: at(LAWS, u8(targetGroup.law, row))[0],
    enteredDay: isoDay(i32(targetGroup.enteredOn, row)),
  };
}

function decisionParams({ subject }: ChapterInput, row: number): Record<string, string> {
  const { decisions } = subject.block;
  return {
    kindWord: at(DECISION_KINDS, u8(decisions.kind, row))[0],
    decidedDay: isoDay(asDay(i32(decisions.decidedOn, row))),
  };
}
