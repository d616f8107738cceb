import { type FrozenGrant, HELD, HELD_REASONS, type PostedState } from '../domain';

/**
 * Grants of a year that were blocked when their count was frozen and have not been posted since (rulebook 9a): runs of the
 * year and the next work them out at their frozen amounts.
 */
export function blockedAtFreeze({ frozen = [] }: PostedState, grantYear: number): FrozenGrant[] {
  const blocked = HELD_REASONS[HELD.blocked];
  return frozen.filter((row) => row.grantYear === grantYear && row.reason === blocked);
}
