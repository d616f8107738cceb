import type { RunContents } from '../../audit/verify/run-contents';
import type { ErrorDetail } from '../../domain';
import type { VerifyInput } from './verify-input';

/** Placeholder. */
export function compareSql(
  _input: VerifyInput,
  _runs: readonly RunContents[],
  _problems: ErrorDetail[],
): { compared: number } {
  return { compared: 0 };
}
