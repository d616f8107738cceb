import { moduleFor } from '../../../rules';
import type { Stratum } from '../../audit';
import { COMPONENTS } from '../../domain';

/** What decides the stratum of a line. */
export interface LineFacts {
  readonly reason: string;
  readonly isProtected: boolean;
  readonly isNewRule: boolean;
  readonly isNewPerson: boolean;
}

/** The stratum of a line: the first that fits. */
export function stratumOf({ reason, isProtected, isNewRule, isNewPerson }: LineFacts): Stratum {
  if (isProtected) return 'protected';
  if (reason === 'correction' || reason === 'arrears') return reason;
  if (isNewRule) return 'new_rule';
  return isNewPerson ? 'first_time' : 'regular';
}

/** The grant year is the first of the component's rule module. */
export function isNewRule(component: string, grantYear: number): boolean {
  const known = COMPONENTS.find((each) => each === component);
  return known !== undefined && moduleFor(known, grantYear)?.firstGrantYear === grantYear;
}
