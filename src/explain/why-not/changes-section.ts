import { type ChangeSet, type DateMargin, findChanges, lineOfChange, nearestLimit, Trial } from '../../analysis';
import { at, factsOfPerson, isCounted, type PersonFacts, type RuleModule } from '../../domain';
import type { ExplainCode } from '../../messages';
import type { Section, Step } from '../../report';
import { conditionSource, labelOf } from '../conditions/condition-steps';
import type { ChapterInput } from '../register/chapter-input';
import { contractNames, type PersonTable, rowOfLine } from '../register/subject';
import { isoDay, step } from '../steps/step';
import { cellOfFact, changeStep, factWord } from './change-sentence';

/** Possibilities that are reported; of further ones only the number. */
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
  const reported = sets
    .slice(0, SETS_MOST)
    .map((set, place) => setStep(input, facts, set, `${id}/changes/${place + 1}`));
  const more = sets.length - reported.length;
  const steps = [
    ...marginSteps(input, trial, facts, sets),
    { ...step(`${id}/changes`, at(HEADINGS, size)), steps: reported },
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

function wouldStep({ component, subject }: ChapterInput, { result }: ChangeSet, id: string): Step {
  if (isCounted(component)) return step(`${id}/would`, 'WOULD_COUNT');
  if (result.missingCell !== '') return step(`${id}/would`, 'WOULD_LACK_RATE', { cell: result.missingCell });
  const { annualAmountNok: annualNok, heldNok, firstTerm: term } = result;
  // Of a protected person a split is not told: in some years only one kommune was split.
  if (heldNok === 0 || subject.isProtected) return step(`${id}/would`, 'WOULD_GIVE', { annualNok, term });
  return step(`${id}/would`, 'WOULD_GIVE_PART', { annualNok, paidNok: annualNok - heldNok, heldNok, term });
}

/**
 * How far the first condition that failed, on the row that came furthest, was from being met: by a date that a change
 * which gives something moves, too. Another date would be no way to the grant.
 */
function marginSteps(input: ChapterInput, trial: Trial, facts: PersonFacts, sets: readonly ChangeSet[]): Step[] {
  const nearest = nearestLimit(trial, facts);
  if (!nearest?.date || !isMovedBy(sets, facts, nearest.date)) return [];
  const { subject, module, id } = input;
  const { table, line, column, value, limit, days } = nearest.date;
  const condition = at(module.conditions, nearest.condition);
  const made = step(
    `${id}/changes/margin`,
    'NEAREST_DATE',
    { fieldWord: factWord(table, column), fromDay: isoDay(value), toDay: isoDay(limit), movedDays: days },
    [
      cellOfFact(subject, table, line, column),
      conditionSource(input, condition, rowOfLine(subject, fileOf(module), nearest.line)),
    ],
  );
  return [{ ...made, label: labelOf(condition) }];
}

function isMovedBy(sets: readonly ChangeSet[], facts: PersonFacts, margin: DateMargin): boolean {
  const { table, line, column, value, limit } = margin;
  return sets.some(({ changes }) =>
    changes.some(
      (change) =>
        change.kind === 'value' &&
        change.table === table &&
        change.column === column &&
        Math.sign(change.to - value) === Math.sign(limit - value) &&
        lineOfChange(facts, change) === line,
    ),
  );
}

function fileOf({ rows }: RuleModule): PersonTable {
  return contractNames(rows?.table ?? 'targetGroup', '').table;
}
