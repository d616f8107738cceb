import { type CaseAct, componentOrdinal } from '../domain';

/** The code that a case names in place of one at which translation stopped; undefined where none does. */
export type SuccessorOf = (stopped: number) => number | undefined;

/**
 * To whom cases pay a difference whose recipient was split (rulebook 9a): for a grant year, component, person or none, and the
 * code at which translation to the cut-off date stops. The basis recipient stays what it is.
 */
export class PinnedSuccessors {
  readonly #acts = new Map<string, CaseAct>();

  /** @param cases acts in force, persons by the ids that count */
  constructor(cases: readonly CaseAct[]) {
    const pins = cases.filter(({ kind }) => kind === 'pin_successor').sort((a, b) => a.order - b.order);
    for (const act of pins) {
      const ordinal = act.component === '' ? -1 : componentOrdinal(act.component);
      this.#acts.set(keyOf(act.grantYear, ordinal, act.personId, act.basisRecipient), act);
    }
  }

  /** What cases say of a person, or of the kommuner of a component without persons; undefined where no case says anything. */
  of(grantYear: number, component: number, personId: number): SuccessorOf | undefined {
    if (this.#acts.size === 0) return undefined;
    return (stopped) => this.actOf(grantYear, component, personId, stopped)?.recipient;
  }

  actOf(grantYear: number, component: number, personId: number, stopped: number): CaseAct | undefined {
    return this.#acts.get(keyOf(grantYear, component, personId, stopped));
  }

  /** The acts that hold, one a code. */
  acts(): Iterable<CaseAct> {
    return this.#acts.values();
  }
}

function keyOf(grantYear: number, component: number, personId: number, code: number): string {
  return `${grantYear} ${component} ${personId} ${code}`;
}
