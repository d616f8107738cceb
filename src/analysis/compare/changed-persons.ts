import { f64 } from '../../domain';
import { PersonValuer } from './person-amounts';
import type { Stage } from './size-side';

/**
 * Persons of whom something changes between two stages, by the group in which it stands. Grunntilskudd and the hour grant are
 * not of persons.
 *
 * @param groupOf of a share, by recipient and cellKey()
 * @param most persons that are kept of a group
 */
export function changedPersons(
  before: Stage,
  after: Stage,
  groupOf: (recipient: number, cell: number) => number,
  most: number,
): Map<number, Set<number>> {
  const changed = new Map<number, Set<number>>();
  const [one, other] = [new Walk(before), new Walk(after)];
  for (;;) {
    const personId = Math.min(one.next, other.next);
    if (personId === Number.POSITIVE_INFINITY) return changed;
    const sums = new Map<number, number>();
    for (const [walk, sign] of [
      [one, -1],
      [other, 1],
    ] as const) {
      walk.take(personId, (cell, recipient, _days, amountNok) => {
        const group = groupOf(recipient, cell);
        sums.set(group, (sums.get(group) ?? 0) + sign * amountNok);
      });
    }
    for (const [group, amountNok] of sums) {
      if (amountNok === 0) continue;
      const persons = changed.get(group) ?? new Set<number>();
      changed.set(group, persons);
      if (persons.size < most) persons.add(personId);
    }
  }
}

/** Persons of a stage in the order of their ids. */
class Walk {
  readonly #stage: Stage;
  readonly #valuer: PersonValuer;
  #place = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#valuer = new PersonValuer(stage.facts, stage.view);
  }

  get next(): number {
    const { personIds } = this.#stage.facts;
    return this.#place < personIds.length ? f64(personIds, this.#place) : Number.POSITIVE_INFINITY;
  }

  take(personId: number, work: Parameters<PersonValuer['value']>[1]): void {
    if (this.next !== personId) return;
    this.#valuer.value(this.#place, work);
    this.#place += 1;
  }
}
