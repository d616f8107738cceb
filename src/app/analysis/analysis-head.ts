import type { Day, ErrorDetail } from '../../domain';
import { type LeftOut, leftOutOf, registerWarnings } from '../facts/left-out';
import type { Analysis } from './open-analysis';

/** What every answer about a register that is of no grants says of itself. */
export interface AnalysisHead {
  readonly grantYear: number;
  /** D */
  readonly asOf: Day;
  /** Id of the snapshot. */
  readonly snapshot: string;
  readonly leftOut: LeftOut;
  /** What the register says of itself: a damaged snapshot put aside, rows left out. */
  readonly warnings: readonly ErrorDetail[];
}

/** The head of an answer about hours or statistics. */
export function analysisHead({ snapshot, grantYear, asOf }: Analysis): AnalysisHead {
  return {
    grantYear,
    asOf,
    snapshot: snapshot.snapshotId,
    leftOut: leftOutOf(snapshot, asOf),
    warnings: registerWarnings(snapshot),
  };
}
