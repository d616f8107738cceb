import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { nowUtc } from '../../effects';
import type { SizingTools } from '../facts/sizing-tools';
import { keyIdsInUse } from '../privacy/keys-in-use';
import type { Comparison } from './execute-compare';
import { type PersonStep, personSteps } from './person-steps';
import { protectionOf } from './protected-persons';

/** A person's way from A to B. */
export interface PersonCompared {
  /** Pseudonym. */
  readonly person: string;
  /** Nothing in kroner is told of somebody with a protected address: no steps. */
  readonly isProtected: boolean;
  readonly steps: readonly PersonStep[];
}

/**
 * A person's way from A to B step by step. Who asks is logged before anything is known; of somebody with a protected
 * address nothing in kroner: beside what recipients gain and lose it could tell the place.
 */
export function comparePerson(
  comparison: Comparison,
  personId: number,
  { installation, shelf }: SizingTools,
): PersonCompared {
  const { db, pseudonymKeyFile, as: actor = '' } = installation;
  const { a, b } = comparison;
  const identity = shelf.snapshot(b.place).identities.get(personId) ?? personId;
  const person = pseudonymsOf(readPseudonymKeyInUse(pseudonymKeyFile, keyIdsInUse(db))).of(identity);
  const subjects = [person, a.label, b.label];
  logAccess(accessLogPath(db), { kind: 'explain', actor, at: nowUtc(), runId: '', subjects });
  const test = protectionOf(comparison, shelf);
  const isProtected = test(personId) || test(identity);
  const steps = personSteps(comparison.stages, identity);
  return { person, isProtected, steps: isProtected ? [] : steps };
}
