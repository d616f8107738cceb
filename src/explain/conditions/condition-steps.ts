import type { Step } from '../../report/explanation/explanation';
import { type ChapterInput, ruleSource } from '../register/chapter-input';
import { step } from '../steps/step';
import type { ConditionInput, Sentence } from './condition-sentence';
import { countSentence } from './count-conditions';
import { decisionSentence } from './decision-conditions';
import {
  ageSentence,
  aliveInYear,
  categorySentence,
  memberSentence,
  under67Sentence,
  yearNumberSentence,
} from './target-group-conditions';

/** Each condition of the rule for a candidate row, in the rule's order, met or not, with value and limit. */
export function conditionSteps(chapter: ChapterInput, row: number, failures: number, id: string): Step[] {
  return chapter.module.conditions.flatMap((condition, index) => {
    if (isUntried(chapter, condition.id, failures)) return [];
    const met = ((failures >> index) & 1) === 0;
    const sentence = sentenceOf({ chapter, condition, row, met, rowId: id });
    const sources = [...sentence.sources, ruleSource(chapter, condition.paragraph)];
    const made = step(`${id}/${condition.id}`, sentence.code, sentence.params, sources);
    const label = /^E\d$/.test(condition.id) ? condition.id : '';
    return [{ ...made, label, met, steps: sentence.steps ?? [] }];
  });
}

/** Section 37 d looks for a decision only where the entry is in the year; else nothing can be said of one. */
function isUntried({ component }: ChapterInput, condition: string, failures: number): boolean {
  return component === 'persontilskudd37d' && condition === 'E4' && (failures & 1) === 1;
}

function sentenceOf(input: ConditionInput): Sentence {
  const { chapter, condition } = input;
  if (chapter.component === 'utvidet43g') return decisionSentence(input);
  switch (condition.id) {
    case 'E1':
      return categorySentence(input);
    case 'E2':
      return yearNumberSentence(input);
    case 'E3':
      return ageSentence(input);
    case 'E4':
      return decisionSentence(input);
    case 'E5':
      return memberSentence(input);
    case 'E6':
      return aliveInYear(input);
    case 'E7':
      return under67Sentence(input);
    default:
      return countSentence(input);
  }
}
