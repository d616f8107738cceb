import { COMPONENTS, type Component, f64 } from '../../domain';
import { ordinalOfCell } from '../facts/cell-key';
import { PersonValuer } from './person-amounts';
import { type Effects, effectsOf, type Stage } from './size-side';

/** Effects on one person and component, over all recipients. */
export interface PersonEffects extends Effects {
  readonly personId: number;
  readonly component: Component;
}

/** A stage with the place of the person who comes next in it. */
interface Cursor {
  readonly stage: Stage;
  readonly valuer: PersonValuer;
  place: number;
}

/**
 * Effects of every person of either side in the order of their ids, one row a component that has an amount at any stage.
 * Grunntilskudd and the hour grant are not of persons: their effects stand with the recipients alone.
 */
export function* personEffects(stages: readonly Stage[]): Generator<PersonEffects> {
  const cursors = stages.map(
    (stage): Cursor => ({ stage, valuer: new PersonValuer(stage.facts, stage.view), place: 0 }),
  );
  for (;;) {
    const personId = Math.min(...cursors.map(nextId));
    if (personId === Number.POSITIVE_INFINITY) return;
    yield* effectsOfPerson(personId, cursors);
  }
}

function nextId({ stage, place }: Cursor): number {
  const { personIds } = stage.facts;
  return place < personIds.length ? f64(personIds, place) : Number.POSITIVE_INFINITY;
}

function effectsOfPerson(personId: number, cursors: readonly Cursor[]): PersonEffects[] {
  const amounts = new Map<number, number[]>();
  for (const [number, cursor] of cursors.entries()) {
    if (nextId(cursor) !== personId) continue;
    cursor.valuer.value(cursor.place, (cell, _recipient, _days, amountNok) => {
      const ordinal = ordinalOfCell(cell);
      const row = amounts.get(ordinal) ?? cursors.map(() => 0);
      row[number] = (row[number] ?? 0) + amountNok;
      amounts.set(ordinal, row);
    });
    cursor.place += 1;
  }
  return [...amounts]
    .sort(([one], [other]) => one - other)
    .flatMap(([ordinal, row]) => {
      const component = COMPONENTS[ordinal];
      return component === undefined ? [] : [{ personId, component, ...effectsOf(row) }];
    });
}
