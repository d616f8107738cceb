import {
  asRecipientCode,
  type Finding,
  finding,
  formatRecipientCode,
  isCounted,
  NO_RECIPIENT,
  type RunResult,
} from '../../domain';
import { nearStep } from './count-watch';

const ALL = -1;

/** Findings that a whole run shows: counts beside a step of grunntilskudd, participants without a decision. */
export function checkRun(result: RunResult, stepOf: (persons: number) => number): Finding[] {
  return [...countsBesideAStep(result, stepOf), ...participantsWithoutDecision(result)];
}

/** One person more or less would change what the kommune gets (rulebook 5.1). */
function countsBesideAStep(result: RunResult, stepOf: (persons: number) => number): Finding[] {
  return result.sizing.flatMap((row) => {
    if (!isCounted(row.component) || row.recipient === NO_RECIPIENT) return [];
    return nearStep(formatRecipientCode(asRecipientCode(row.recipient)), row.persons, stepOf);
  });
}

function participantsWithoutDecision(result: RunResult): Finding[] {
  const total = result.hoursBasis.find(
    (row) => row.kommune === NO_RECIPIENT && row.law === ALL && row.yearNumber === ALL,
  );
  if (total === undefined || total.hoursWithoutDecision === 0) return [];
  const params = { persons: total.hoursWithoutDecision, participants: total.participants };
  return [finding('info', 'PARTICIPANTS_WITHOUT_DECISION', {}, params)];
}
