import { type CaseAct, type Finding, finding, type PostedEntry } from '../domain';
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

/** What cases decide of persons who are withheld: of two acts on one person the one confirmed later holds. */
export class WithheldActs {
  readonly #acts: ReadonlyMap<number, CaseAct>;
  readonly #found = new Set<number>();

  constructor(cases: readonly CaseAct[]) {
    const acts = cases.filter(({ kind }) => kind === 'keep' || kind === 'correct').sort((a, b) => a.order - b.order);
    this.#acts = new Map(acts.map((act) => [act.personId, act]));
  }

  /** The act on somebody who is withheld. */
  of(personId: number): CaseAct | undefined {
    this.#found.add(personId);
    return this.#acts.get(personId);
  }

  /** Once everybody has been worked out: one finding for each act on somebody of whom nothing was withheld. */
  idle(): Finding[] {
    return [...this.#acts.values()]
      .filter(({ personId }) => !this.#found.has(personId))
      .map(({ personId, caseNumber, act, kind }) =>
        finding('info', 'CASE_WITHHOLDS_NOBODY', { personId }, { caseNumber, act, kind }),
      );
  }
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
