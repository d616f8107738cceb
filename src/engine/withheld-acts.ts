import { type CaseAct, type Finding, finding } from '../domain';

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
