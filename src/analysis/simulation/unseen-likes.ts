import {
  at,
  type Component,
  componentOrdinal,
  hasParticipants,
  NO_RECIPIENT,
  RATE_CLASS,
  traitsOf,
} from '../../domain';
import { cellKey } from '../facts/cell-key';
import { ENTRY_GROUPS } from './entry-groups';
import type { Piece, YearPieces } from './year-pieces';

/** What is known of a year, for those who are like nobody in it. */
export interface UnseenWorld {
  readonly pieces: YearPieces;
  /** Components that the year grants and nobody leaves out. */
  readonly granted: readonly Component[];
  /** Ways in that are known, of any group and year number. */
  readonly known: readonly Piece[];
  /** Kommuner in which others count. */
  readonly homes: readonly number[];
}

/**
 * Those whom people are taken to be like where nobody of their group, year number and class has been seen: whole rates of every
 * component that one way in triggers, in the kommuner where others count; HELD where nobody does. Where no class is given, the
 * classes are those seen in the group's other year numbers, or the one that it has.
 */
export function unseenLikes(
  { pieces, granted, known, homes }: UnseenWorld,
  group: number,
  step: number,
  rateClass: number | undefined,
): Piece[] {
  const components = at(ENTRY_GROUPS, group).components.filter((component) => granted.includes(component));
  const [first] = components;
  if (first === undefined) return [];
  const seen = known.filter((piece) => piece.group === group).map((piece) => piece.rateClass);
  const usual = seen.length > 0 ? seen : traitsOf(first).rateClasses.map((name) => RATE_CLASS[name]);
  const classes = rateClass === undefined ? usual : [rateClass];
  const places = homes.length > 0 ? homes : [NO_RECIPIENT];
  return Array.from({ length: Math.max(places.length, classes.length) }, (_, index) => {
    const own = at(classes, index % classes.length);
    const cells = components.map((one) => cellKey(componentOrdinal(one), hasParticipants(one) ? step : 0, own));
    return pieces.whole({ group, step, rateClass: own, cells, home: at(places, index % places.length) });
  });
}
