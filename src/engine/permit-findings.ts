import { CATEGORY, type Finding, finding, i32, LAW, NO_DAY, type Outcome, type PersonView, u8, u32 } from '../domain';
import type { ComponentPlan } from './plan';

/** A finding of a permit date that was asked for and is empty (rulebook 2, E3). */
export function permitDateMissing(
  plan: Pick<ComponentPlan, 'grantYear' | 'component'>,
  person: PersonView,
  row: number | undefined,
): Finding {
  const line = row === undefined ? 0 : u32(person.block.targetGroup.line, row);
  const personId = person.block.personIds[person.index] ?? 0;
  const place = { file: 'target_group', line, column: 'permit_granted_on', personId };
  return finding('warning', 'PERMIT_DATE_MISSING', place, { year: plan.grantYear, component: plan.component });
}

/** Failures of category or year: a row with one of them was not asked for its permit date. */
const NOT_OF_THE_YEAR = 0b11;

/**
 * The first candidate whose empty permit date was asked for: not under introduksjonsloven, and not of rows that count
 * for nothing in the year anyhow.
 */
export function rowWithoutPermit(person: PersonView, outcome: Outcome): number | undefined {
  const { targetGroup } = person.block;
  const isEmpty = (row: number): boolean => i32(targetGroup.permitGrantedOn, row) === NO_DAY;
  const asked = outcome.candidateRows.find(
    (row, index) =>
      isEmpty(row) &&
      u8(targetGroup.law, row) === LAW.integreringsloven &&
      ((outcome.candidateFailures[index] ?? 0) & NOT_OF_THE_YEAR) === 0,
  );
  return asked ?? outcome.candidateRows.find(isEmpty);
}

/**
 * The row for which somebody would count for grunntilskudd but for an empty permit date; undefined where there is
 * none, or the person counts by another row.
 */
export function uncountedWithoutPermit(plan: ComponentPlan, person: PersonView, outcome: Outcome): number | undefined {
  if (outcome.chosenRow >= 0) return undefined;
  const { targetGroup } = person.block;
  const ageAlone = 1 << plan.module.conditions.findIndex(({ id }) => id === 'E3');
  return outcome.candidateRows.find(
    (row, index) =>
      outcome.candidateFailures[index] === ageAlone &&
      i32(targetGroup.permitGrantedOn, row) === NO_DAY &&
      (u8(targetGroup.law, row) === LAW.integreringsloven ||
        u8(targetGroup.category, row) === CATEGORY.rightNorwegian6a),
  );
}
