import { limitsOf } from '../../../rules';
import { at, type Condition, LAWS, type Said, u8 } from '../../domain';
import type { Source, Step } from '../../report';
import { type ChapterInput, ruleSource } from '../register/chapter-input';
import { cellSource } from '../register/rule-steps';
import { rowOfLine, type Subject } from '../register/subject';
import { limitSource } from '../steps/sources';

/** Each condition of the rule for a candidate row, in the rule's order, met or not, with value and limit. */
export function conditionSteps(chapter: ChapterInput, row: number, failures: number, id: string): Step[] {
  const { subject, record, module, year } = chapter;
  const anchorRow = record.anchorLine === 0 ? -1 : rowOfLine(subject, 'target_group', record.anchorLine);
  const decisionRow = record.decisionLine === 0 ? -1 : rowOfLine(subject, 'decisions', record.decisionLine);
  return module.conditions.flatMap((condition, place) => {
    const met = ((failures >> place) & 1) === 0;
    const said = condition.bind(year).say({ person: subject, row, met, anchorRow, decisionRow });
    if (said === undefined) return [];
    const { parameterLine } = subject.context;
    const limits = (said.limits ?? condition.limits).map((key) => limitSource(limitsOf(year).row(key), parameterLine));
    const rules = [conditionSource(chapter, condition, row), ...limits];
    return [{ ...saidStep(subject, said, `${id}/${condition.id}`, id, ...rules), label: labelOf(condition), met }];
  });
}

/** The rule of a condition: what holds for the law of the row. */
export function conditionSource(chapter: ChapterInput, { paragraph, paragraphByLaw }: Condition, row: number): Source {
  const law = chapter.module.rows?.table === 'targetGroup' ? lawOf(chapter.subject, row) : undefined;
  return ruleSource(chapter, (law && paragraphByLaw?.[law]) ?? paragraph);
}

function lawOf({ block }: Subject, row: number): (typeof LAWS)[number][0] {
  return at(LAWS, u8(block.targetGroup.law, row))[0];
}

/** What a rule says, with the cells that its values come from. What is reported below it is named after the row. */
function saidStep(subject: Subject, said: Said, id: string, rowId: string, ...rules: readonly Source[]): Step {
  const { code, text, params, words, cells, others = {} } = said;
  const sources = cells.map((each) => cellSource(subject, each.cell, each.row));
  const steps = Object.entries(others).map(([name, other]) => saidStep(subject, other, `${rowId}/${name}`, rowId));
  return { id, label: '', code, text, params, ...(words ? { words } : {}), sources: [...sources, ...rules], steps };
}

/** `E4` in front of a sentence; conditions that the rulebook does not number have no label. */
export function labelOf({ id }: Condition): string {
  return /^E\d$/.test(id) ? id : '';
}
