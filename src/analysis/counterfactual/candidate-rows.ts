import {
  type CellTable,
  cellOf,
  FAR_FUTURE,
  type FactRow,
  i32,
  OSLO,
  OUTCOME,
  type PersonFacts,
  RESIDENCE_KIND,
} from '../../domain';
import { fixedDays, possibleEntries } from './candidate-entries';
import type { AddedRow } from './change';
import { isSplit } from './split-codes';
import type { Trial } from './trial';

/**
 * Rows that could be registered on D, of those that the rule of the component reads: a granted decision of the kind
 * that it needs, a residence that fills the days without one (a reception centre for asylum seekers), and rows in the
 * target group of the categories that it is for, without an end and with an age that counts wherever there is one.
 */
export function candidateRows(trial: Trial, facts: PersonFacts): readonly AddedRow[] {
  const { reads } = trial;
  const kind = reads.residenceKind ?? RESIDENCE_KIND.registered;
  return [
    ...(reads.decisionKind === undefined ? [] : [added('decisions', decisionRow(trial, facts, reads.decisionKind))]),
    ...(reads.cells.has('residence.recipient') ? [added('residence', residenceRow(trial, facts, kind))] : []),
    ...possibleEntries(trial, facts).map((row) => added('targetGroup', row)),
  ];
}

function added(table: CellTable, row: FactRow): AddedRow {
  return { kind: 'added', table, row };
}

/** Decided on D, or on the day nearest to it that the grant year counts. */
function decisionRow(trial: Trial, facts: PersonFacts, kind: number): FactRow {
  const { context } = trial.plan;
  const starts = fixedDays(trial, 'decisions.decidedOn', 'from');
  const first = Math.max(context.firstDay, Math.min(Math.max(...starts), context.lastDay));
  const numbers = facts.rows.decisions.map((row) => cellOf(row, 'decision'));
  return {
    line: 0,
    registeredOn: context.asOf,
    decision: Math.max(-1, ...numbers) + 1,
    kommune: homeOf(trial, facts),
    kind,
    outcome: OUTCOME.granted,
    decidedOn: Math.min(Math.max(first, Math.min(context.asOf, context.lastDay)), lastDecisionDay(trial, facts)),
  };
}

/** The last day on which a decision would serve every row, where the rule asks for one by such a day. */
function lastDecisionDay({ reads }: Trial, facts: PersonFacts): number {
  const entries = facts.rows.targetGroup.map((row) => cellOf(row, 'enteredOn'));
  return Math.min(
    ...reads.days
      .filter(
        ({ cell, is, than }) => cell === 'decisions.decidedOn' && is === 'until' && than === 'targetGroup.enteredOn',
      )
      .map(({ plusDays }) => Math.min(...entries) + plusDays),
  );
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
