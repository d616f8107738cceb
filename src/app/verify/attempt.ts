import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { errorCodeOf } from '../../effects';

/** What is found on the way. */
export interface Found {
  readonly problems: ErrorDetail[];
  readonly notes: ErrorDetail[];
}

/** Details of a check that stopped, at most so many. */
const DETAILS_REPORTED = 50;

/**
 * Does one of the checks. Where something was found wrong before it, a check that breaks off on the same damage is reported
 * with the rest, so that nothing found is lost; where all was well it is a fault of its own and goes on its way.
 */
export function attempt<T>(problems: ErrorDetail[], check: () => T): T | undefined {
  try {
    return check();
  } catch (cause) {
    if (problems.length === 0) throw cause;
    problems.push(...brokenOff(cause));
    return undefined;
  }
}

/** What a check that broke off is to a reader. */
function brokenOff(cause: unknown): ErrorDetail[] {
  if (cause instanceof NorsktilskuddError) {
    return [...cause.details.slice(0, DETAILS_REPORTED), errorDetail(cause.code, cause.params)];
  }
  const reason = errorCodeOf(cause) ?? (cause instanceof Error ? cause.name : '');
  return [errorDetail('VERIFY_BROKE_OFF', { reason })];
}
