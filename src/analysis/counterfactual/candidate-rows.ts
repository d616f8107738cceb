import {
  CATEGORY,
  DECISION_KINDS,
  dayOf,
  FAR_FUTURE,
  i32,
  LAW,
  nettingGroupOf,
  OSLO,
  OUTCOME,
  RESIDENCE_KIND,
  u8,
} from '../../domain';
import type { AddedRow } from './change';
import { cellOf, type FactRow, type PersonFacts } from './person-facts';
import type { Trial } from './trial';

/**
 * Rows that could be registered on D: a granted decision of each kind, a residence that fills the days without one (a
 * reception centre for asylum seekers), and, for a person without any row in the target group, a row there.
 */
export function candidateRows(trial: Trial, facts: PersonFacts): readonly AddedRow[] {
  const { context } = trial.plan;
  const rows: AddedRow[] = DECISION_KINDS.map((_, kind) => ({
    kind: 'added',
    table: 'decisions',
    row: decisionRow(trial, facts, kind),
  }));
  const asylum = nettingGroupOf(trial.plan.component) === 'asylum';
  const kind = asylum ? RESIDENCE_KIND.receptionCentre : RESIDENCE_KIND.registered;
  rows.push({ kind: 'added', table: 'residence', row: residenceRow(trial, facts, kind) });
  if (facts.rows.targetGroup.length > 0) return rows;
  for (const category of [CATEGORY.rightAndDuty, CATEGORY.rightNorwegian6a, CATEGORY.asylumSeeker]) {
    const enteredOn = context.firstDay;
    rows.push({
      kind: 'added',
      table: 'targetGroup',
      row: {
        line: 0,
        registeredOn: context.asOf,
        law: context.grantYear >= 2021 ? LAW.integreringsloven : LAW.introduksjonsloven,
        category,
        enteredOn,
        permitGrantedOn: enteredOn,
        leftOn: FAR_FUTURE,
      },
    });
  }
  return rows;
}

/** Decided on D, or on the day nearest to it on which the grant year counts a 43g decision. */
function decisionRow(trial: Trial, facts: PersonFacts, kind: number): FactRow {
  const { context } = trial.plan;
  const first = Math.max(context.firstDay, Math.min(dayOf(2023, 7, 1), context.lastDay));
  const numbers = facts.rows.decisions.map((row) => cellOf(row, 'decision'));
  return {
    line: 0,
    registeredOn: context.asOf,
    decision: Math.max(-1, ...numbers) + 1,
    kommune: homeOf(trial, facts),
    kind,
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
  const { stopped, target } = trial.plan.context.translation;
  const codes = [
    ...facts.rows.residence.map((row) => cellOf(row, 'recipient')),
    ...facts.rows.decisions.map((row) => cellOf(row, 'kommune')),
  ];
  const known = codes.findLast((code) => u8(stopped, code) === 0);
  return known === undefined ? OSLO : i32(target, known);
}
