import type { EntryHistory } from './entry-history';
import { LOOKS } from './entry-history';

/** Persons of all groups together who stand behind what is seen of one, so that few persons do not decide. */
export const STEADY_PERSONS = 8;

/**
 * How long registration takes in one group: of those who are known some periods after entry, how many came in the last of
 * these. Read backwards, so that whoever is not registered yet is missing on both sides (right truncation).
 */
export interface Delay {
  /** Hits and tries by periods since entry, those of all groups with the weight of a few persons among them. */
  readonly came: readonly number[];
  readonly known: readonly number[];
}

/** From so many persons on, a group's delay is all but its own; where nobody has been seen, all groups weigh as so many. */
const MANY_PERSONS = 100;
const MOST_OF_ALL = 16;

/** The more of a group have been seen, the less all groups together weigh in it. */
function weightOfAll(seen: number): number {
  return seen >= MANY_PERSONS ? 1 : MOST_OF_ALL - ((MOST_OF_ALL - 1) * seen) / MANY_PERSONS;
}

/** Delays of every group, drawn towards those of all groups together. */
export function delaysOf(histories: readonly EntryHistory[]): Delay[] {
  const all = Array.from({ length: LOOKS + 1 }, (_, age) => {
    const sum = (pick: (history: EntryHistory) => readonly number[]): number =>
      histories.reduce((total, history) => total + (pick(history)[age] ?? 0), 0);
    const known = sum(({ within }) => within);
    return known === 0 ? 0 : sum(({ first }) => first) / known;
  });
  return histories.map(({ first, within }) => {
    const later = (count: (age: number) => number): number =>
      all.slice(1).reduce((sum, _, index) => sum + count(index + 1), STEADY_PERSONS);
    // Where a group has not been seen, it is as much later or earlier than all groups as where it has.
    const usual = later((age) => first[age] ?? 0) / later((age) => (within[age] ?? 0) * (all[age] ?? 0));
    const weights = all.map((_, age) => weightOfAll(within[age] ?? 0));
    const likely = all.map((share, age) => (age === 0 ? share : Math.min(1, usual * share)));
    return {
      came: likely.map((share, age) => (first[age] ?? 0) + (weights[age] ?? 0) * share),
      known: weights.map((weight, age) => (within[age] ?? 0) + weight),
    };
  });
}

/** Of those known so many periods after entry, the share who came in the last of them, as seen. */
export function lateShares({ came, known }: Delay): number[] {
  return came.map((hits, age) => Math.min(1, hits / (known[age] ?? 1)));
}

/**
 * Shares of those who come at all that are known 0, 1, 2, ... periods after the one of entry; all of them in the end.
 *
 * @param late of those known so many periods after entry, the share who came in the last of them; as seen or as drawn
 */
export function knownShares(late: readonly number[]): number[] {
  const shares = Array.from({ length: LOOKS + 1 }, () => 1);
  for (let age = LOOKS; age > 0; age -= 1) {
    shares[age - 1] = (shares[age] ?? 1) * (1 - (late[age] ?? 0));
  }
  return shares;
}

/**
 * Share known so many periods after the one of entry, between whole periods by the straight line; who has just entered is
 * half a period before the middle of those who entered within one.
 */
export function shareKnownAt(shares: readonly number[], age: number): number {
  if (age < 0) return Math.max(0, 1 + 2 * age) * (shares[0] ?? 1);
  const whole = Math.floor(age);
  const [from, to] = [shares[whole] ?? 1, shares[whole + 1] ?? 1];
  return from + (to - from) * (age - whole);
}
