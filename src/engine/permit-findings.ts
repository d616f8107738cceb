import { scopeMask } from '../../rules';
import { type Finding, finding, i32, lineInFile, NO_DAY, type Outcome, type PersonView, u32 } from '../domain';
import type { ComponentPlan } from './plan';

/** A finding of a permit date that was asked for and is empty (rulebook 2, E3). */
export function permitDateMissing(
  plan: Pick<ComponentPlan, 'grantYear' | 'component'>,
  person: PersonView,
  row: number | undefined,
): Finding {
  const line = row === undefined ? 0 : lineInFile(u32(person.block.targetGroup.line, row));
  const personId = person.block.personIds[person.index] ?? 0;
  const place = { file: 'target_group', line, column: 'permit_granted_on', personId };
  return finding('warning', 'PERMIT_DATE_MISSING', place, { year: plan.grantYear, component: plan.component });
}

/**
 * The first candidate whose empty permit date was asked for: one that the rule judges by its permit, and that is not of
 * those that count for nothing in the year anyhow.
 */
export function rowWithoutPermit(plan: ComponentPlan, person: PersonView, outcome: Outcome): number | undefined {
  const scope = scopeMask(plan.module.conditions);
  const empty = outcome.candidateRows.filter((row) => hasNoPermit(person, row));
  const failuresOf = (row: number): number => outcome.candidateFailures[outcome.candidateRows.indexOf(row)] ?? 0;
  return empty.find((row) => needsPermit(plan, person, row) && (failuresOf(row) & scope) === 0) ?? empty[0];
}

/**
 * The row for which somebody would count for grunntilskudd but for an empty permit date; undefined where there is
 * none, or the person counts by another row.
 */
export function uncountedWithoutPermit(plan: ComponentPlan, person: PersonView, outcome: Outcome): number | undefined {
  if (outcome.chosenRow >= 0) return undefined;
  return outcome.candidateRows.find(
    (row, place) =>
      isSingle(outcome.candidateFailures[place] ?? 0) &&
      hasNoPermit(person, row) &&
      needsPermit(plan, person, row, outcome.candidateFailures[place]),
  );
}

/** One condition alone. */
function isSingle(failures: number): boolean {
  return failures !== 0 && (failures & (failures - 1)) === 0;
}

function hasNoPermit({ block }: PersonView, row: number): boolean {
  return i32(block.targetGroup.permitGrantedOn, row) === NO_DAY;
}

/** A condition, of those that failed, would need the permit of the row. Bound for the few persons who get here. */
function needsPermit({ module, context }: ComponentPlan, person: PersonView, row: number, failures = -1): boolean {
  return module.conditions.some(
    (condition, place) =>
      ((failures >> place) & 1) === 1 &&
      condition.bind(context).emptyCell?.(person, row) === 'targetGroup.permitGrantedOn',
  );
}
