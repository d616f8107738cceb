import { type ErrorDetail, errorDetail } from '../../domain';
import type { Snapshot } from '../../register';

/** That a damaged snapshot was put aside and its extract read anew; empty where none was. */
export function snapshotWarnings({ damagedPath }: Pick<Snapshot, 'damagedPath'>): ErrorDetail[] {
  return damagedPath === undefined ? [] : [errorDetail('SNAPSHOT_SET_ASIDE', { file: damagedPath })];
}
