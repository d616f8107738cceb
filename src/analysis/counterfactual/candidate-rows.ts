import { limitsOf, moduleFor } from '../../../rules';
import { CATEGORY, FAR_FUTURE, i32, nettingGroupOf, OSLO, OUTCOME, RESIDENCE_KIND } from '../../domain';
import { candidateEntries } from './candidate-entries';
import { kindNeeded } from './candidate-values';
import type { AddedRow } from './change';
import { cellOf, type FactRow, type PersonFacts } from './person-facts';
import { isSplit } from './split-codes';
import type { Trial } from './trial';

/**
 * Rows that could be registered on D, of those that the rule of the component reads: a granted decision of the kind
 * that it needs, a residence that fills the days without one (a reception centre for asylum seekers), and rows in the
 * target group of the categories that it is for, without an end and with an age that counts wherever there is one.
 */
export function candidateRows(trial: Trial, facts: PersonFacts): readonly AddedRow[] {
  const { component } = trial.plan;
  const decision: AddedRow = { kind: 'added', table: 'decisions', row: decisionRow(trial, facts) };
  if (component === 'utvidet43g') return [decision];
  const asylum = nettingGroupOf(component) === 'asylum';
  const kind = asylum ? RESIDENCE_KIND.receptionCentre : RESIDENCE_KIND.registered;
  const residence: AddedRow = { kind: 'added', table: 'residence', row: residenceRow(trial, facts, kind) };
  const members = categoriesOf(trial).flatMap((category) =>
    candidateEntries(trial, facts, category).map((row): AddedRow => ({ kind: 'added', table: 'targetGroup', row })),
  );
  return [...(asylum || component === 'grunntilskudd' ? [] : [decision]), residence, ...members];
}

/** Categories of rows for which the component is meant. */
function categoriesOf({ plan }: Trial): readonly number[] {
  if (nettingGroupOf(plan.component) === 'asylum') return [CATEGORY.asylumSeeker];
  if (plan.component === 'persontilskudd37d') return [CATEGORY.rightNorwegian6a];
  const with6a = plan.component === 'grunntilskudd' && moduleFor('persontilskudd37d', plan.grantYear) !== undefined;
  return [CATEGORY.rightAndDuty, ...(with6a ? [CATEGORY.rightNorwegian6a] : [])];
}

/** Decided on D, or on the day nearest to it on which the grant year counts a 43g decision. */
function decisionRow(trial: Trial, facts: PersonFacts): FactRow {
  const { context } = trial.plan;
  const first = Math.max(context.firstDay, Math.min(limitsOf(context).day('utvidet43g.decided_from'), context.lastDay));
  const numbers = facts.rows.decisions.map((row) => cellOf(row, 'decision'));
  return {
    line: 0,
    registeredOn: context.asOf,
    decision: Math.max(-1, ...numbers) + 1,
    kommune: homeOf(trial, facts),
    kind: kindNeeded(trial),
    outcome: OUTCOME.granted,
    decidedOn: Math.max(first, Math.min(context.asOf, context.lastDay)),
  };
}

/** From the first day that could count, so that every row of the person with a later from_date goes before it. */
function residenceRow(trial: Trial, facts: PersonFacts, kind: number): FactRow {
  const entries = facts.rows.targetGroup.map((row) => cellOf(row, 'enteredOn'));
  return {
    line: 0,
    registeredOn: trial.plan.context.asOf,
    recipient: homeOf(trial, facts),
    kind,
    fromDate: Math.min(trial.plan.context.firstDay, ...entries),
    toDate: FAR_FUTURE,
  };
}

/** Where the person was last registered, as far as that number can be paid; Oslo where nothing says. */
function homeOf(trial: Trial, facts: PersonFacts): number {
  const codes = [
    ...facts.rows.residence.map((row) => cellOf(row, 'recipient')),
    ...facts.rows.decisions.map((row) => cellOf(row, 'kommune')),
  ];
  const known = codes.findLast((code) => !isSplit(trial, code));
  return known === undefined ? OSLO : i32(trial.plan.context.translation.target, known);
}
