import { type ChangeSet, findChanges } from '../../analysis/counterfactual/find-changes';
import { nearestLimit } from '../../analysis/counterfactual/nearest-limit';
import { factsOfPerson, type PersonFacts } from '../../analysis/counterfactual/person-facts';
import { Trial } from '../../analysis/counterfactual/trial';
import { at, isCounted } from '../../domain';
import type { ExplainCode } from '../../messages/explain/explain-text';
import type { Section, Step } from '../../report/explanation/explanation';
import { labelOf } from '../conditions/condition-steps';
import { type ChapterInput, ruleSource } from '../register/chapter-input';
import { isoDay, step } from '../steps/step';
import { cellOfFact, changeStep, factWord } from './change-sentence';

/** Possibilities that are told; of further ones only the number. */
const SETS_MOST = 5;
const HEADINGS: readonly ExplainCode[] = ['CHANGES_NONE', 'CHANGES_ONE', 'CHANGES_TWO', 'CHANGES_THREE'];

/**
 * For a component that gives nothing to the person: the first condition that failed with its margin, and the smallest
 * changes of registered values that would have given something, each found by running the rule. Empty where it gives.
 */
export function changesSection(input: ChapterInput): Section {
  const { subject, component, record, id } = input;
  const { request, rules } = subject.context;
  const trial = new Trial({ request, rules, component, grantYear: record.grantYear });
  const facts = factsOfPerson(subject.block, subject.index);
  const section = { id: `${id}/changes`, title: 'SECTION_CHANGES' as const };
  if (trial.run(facts).gives) return { ...section, steps: [] };
  const sets = findChanges(trial, facts);
  const size = sets[0]?.changes.length ?? 0;
  const told = sets.slice(0, SETS_MOST).map((set, place) => setStep(input, facts, set, `${id}/changes/${place + 1}`));
  const more = sets.length - told.length;
  const steps = [
    ...marginSteps(input, trial, facts),
    { ...step(`${id}/changes`, at(HEADINGS, size)), steps: told },
    ...(more > 0 ? [step(`${id}/changes/more`, 'CHANGES_MORE', { moreWays: more })] : []),
  ];
  return { ...section, steps };
}

function setStep(input: ChapterInput, facts: PersonFacts, set: ChangeSet, id: string): Step {
  const [first] = set.changes;
  const would = wouldStep(input, set, id);
  if (first && set.changes.length === 1) {
    return { ...changeStep(input, facts, first, id), steps: [would] };
  }
  const parts = set.changes.map((change, place) => changeStep(input, facts, change, `${id}/${place + 1}`));
  return { ...step(id, 'CHANGE_TOGETHER'), steps: [...parts, would] };
}

function wouldStep({ component }: ChapterInput, { result }: ChangeSet, id: string): Step {
  if (isCounted(component)) return step(`${id}/would`, 'WOULD_COUNT');
  if (result.missingCell !== '') return step(`${id}/would`, 'WOULD_LACK_RATE', { cell: result.missingCell });
  return step(`${id}/would`, 'WOULD_GIVE', { annualNok: result.annualAmountNok, term: result.firstTerm });
}

/** How far the first condition that failed, on the row that came furthest, was from being met. */
function marginSteps(input: ChapterInput, trial: Trial, facts: PersonFacts): Step[] {
  const nearest = nearestLimit(trial, facts);
  if (!nearest?.date) return [];
  const { subject, module, id } = input;
  const { table, line, column, value, limit, days } = nearest.date;
  const condition = at(module.conditions, nearest.condition);
  const made = step(
    `${id}/changes/margin`,
    'NEAREST_DATE',
    { fieldWord: factWord(table, column), fromDay: isoDay(value), toDay: isoDay(limit), movedDays: days },
    [cellOfFact(subject, table, line, column), ruleSource(input, condition.paragraph)],
  );
  return [{ ...made, label: labelOf(condition) }];
}
