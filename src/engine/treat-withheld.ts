import { type CaseAct, finding, type PostedEntry } from '../domain';
import type { PersonRun } from './person-run';
import type { RunState } from './run-state';
import { holdWithheld } from './withheld';

/** A person with postings of whom the extract says nothing that can be used. */
export interface WithheldPerson {
  readonly personId: number;
  /** A row was rejected, rather than that there is none. */
  readonly isRejected: boolean;
  readonly posted: readonly PostedEntry[];
  readonly leaf: number;
}

/**
 * What becomes of a withheld person's postings (rulebook head, 9a): they stand and are an error, they stand by a case, or a
 * case has them corrected to nothing. Returns the sum of the lines in kroner.
 */
export function treatWithheld(state: RunState, personRun: PersonRun, person: WithheldPerson): number {
  const { personId, isRejected, posted, leaf } = person;
  const { plan, held, findings, trace } = state;
  trace.beginAbsentPerson(leaf, personId);
  const act = state.withheldActs.of(personId);
  if (act?.kind === 'correct') {
    const linesNok = personRun.correct(personId, posted, leaf);
    findings.push(decided('CASE_CORRECTS', act, -linesNok));
    return linesNok;
  }
  const reason = isRejected ? 'rejected_row' : 'missing_from_extract';
  const postedNok = holdWithheld(personId, reason, posted, plan.perPerson, held, act !== undefined);
  const code = isRejected ? 'PERSON_WITHHELD_REJECTED_ROW' : 'PERSON_MISSING_FROM_EXTRACT';
  const open = finding('error', code, { file: 'persons', personId }, { postedNok });
  findings.push(act === undefined ? open : decided('CASE_KEEPS', act, postedNok));
  return 0;
}

function decided(code: 'CASE_KEEPS' | 'CASE_CORRECTS', { personId, caseNumber, act }: CaseAct, amountNok: number) {
  return finding('info', code, { file: 'persons', personId }, { caseNumber, act, amountNok });
}
