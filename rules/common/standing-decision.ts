import { type Day, type DecisionColumns, OUTCOME, u8, u32 } from '../../src/domain';
import { isVisible, rowEnd, rowStart } from './visible-rows';

/**
 * Calls back for each standing decision of a person at D: of each decision_id its latest visible row (rulebook 2).
 * Stops and returns the row when the callback returns true; -1 otherwise.
 */
export function findStandingDecision(
  decisions: DecisionColumns,
  personIndex: number,
  asOf: Day,
  accept: (row: number) => boolean,
): number {
  const end = rowEnd(decisions, personIndex);
  let standing = -1;
  for (let row = rowStart(decisions, personIndex); row < end; row += 1) {
    if (isVisible(decisions, row, asOf)) standing = row;
    const lastOfDecision = row + 1 === end || u32(decisions.decision, row + 1) !== u32(decisions.decision, row);
    if (!lastOfDecision) continue;
    if (standing >= 0 && accept(standing)) return standing;
    standing = -1;
  }
  return -1;
}

/** First standing decision of a kind with outcome granted that is accepted, -1 for none (rulebook 2, E4). */
export function findGrantedDecision(
  decisions: DecisionColumns,
  personIndex: number,
  asOf: Day,
  kind: number,
  accept: (row: number) => boolean = () => true,
): number {
  return findStandingDecision(
    decisions,
    personIndex,
    asOf,
    (row) => u8(decisions.kind, row) === kind && u8(decisions.outcome, row) === OUTCOME.granted && accept(row),
  );
}
