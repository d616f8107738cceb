import type { CaseAct, PersonView } from '../domain';
import { personIdOf } from './person-findings';
import { pinnedView } from './pinned-view';

/**
 * What cases say of persons as facts of a grant year (rulebook 9a): the rules are given other rows of a person in that year, and
 * the register's own everywhere else. Nobody is brought in who is missing or withheld, since only persons who are computed are
 * asked for.
 */
export class PinnedPersons {
  readonly #acts = new Map<number, CaseAct[]>();
  readonly #asked = new Set<number>();
  /** The person asked for last, and the views that were made. */
  #last: Pick<PersonView, 'block' | 'index'> | undefined;
  readonly #views = new Map<number, PersonView>();

  /** @param cases acts in force, persons by the ids that count */
  constructor(cases: readonly CaseAct[]) {
    for (const act of cases) {
      if (!isPinOfPerson(act)) continue;
      const known = this.#acts.get(act.personId);
      if (known) known.push(act);
      else this.#acts.set(act.personId, [act]);
    }
  }

  /** The person as the rules of a grant year see it; the very same where no case says anything of it. */
  viewOf(person: PersonView, grantYear: number): PersonView {
    if (this.#acts.size === 0) return person;
    const personId = personIdOf(person);
    if (!this.#acts.has(personId)) return person;
    this.#asked.add(personId);
    if (this.#last?.block !== person.block || this.#last.index !== person.index) {
      this.#last = { block: person.block, index: person.index };
      this.#views.clear();
    }
    const acts = this.actsOf(personId, grantYear);
    const view = this.#views.get(grantYear) ?? (acts.length === 0 ? person : pinnedView(person, acts, grantYear));
    this.#views.set(grantYear, view);
    return view;
  }

  /** Whether cases say anything of a person, in whatever year. */
  has(personId: number): boolean {
    return this.#acts.has(personId);
  }

  /** Whether a person of whom cases say something was worked out. */
  wasAsked(personId: number): boolean {
    return this.#asked.has(personId);
  }

  /** Acts on a person in a grant year, in the order in which they were confirmed. */
  actsOf(personId: number, grantYear: number): CaseAct[] {
    const acts = this.#acts.get(personId) ?? [];
    return acts.filter((act) => act.grantYear === grantYear).sort((a, b) => a.order - b.order);
  }
}

/** Acts that say something of a person's rows. */
export function isPinOfPerson({ kind }: CaseAct): boolean {
  return kind === 'pin_kommune' || kind === 'row_void' || kind === 'row_standing';
}
