import { assert } from '../../domain/errors';
import type { HeldCodes } from '../reading/parse-field';
import { PersonIndex, type PersonIndexMemory } from '../reading/person-index';
import { TableReader } from '../reading/read-fields';
import type { TableHeader } from '../reading/read-header';
import { readSegments, type SegmentedFile } from '../reading/segments';
import type { ReadingLimits } from '../rejects/reading-limits';
import { type RejectColumns, RejectLog } from '../rejects/reject-log';
import { BucketStore, RowLayout } from '../spill/row-store';
import type { SpilledBucket } from '../spill/spill-buckets';
import { SpillFile } from '../spill/spill-buckets';
import { TABLE_SPECS } from '../tables/table-specs';
import { PersonRowsTarget } from './person-rows';

/** What a thread is given to read its share of hours.csv. */
export interface HoursInput {
  readonly kind: 'hours input';
  readonly segments: SegmentedFile;
  readonly name: string;
  readonly header: TableHeader;
  readonly held: HeldCodes;
  readonly limits: ReadingLimits;
  readonly index: PersonIndexMemory;
  readonly shape: { readonly buckets: number; readonly personsPerBucket: number };
  readonly spillPath: string;
}

/** What the thread has read. */
export interface HoursAnswer {
  readonly kind: 'hours answer';
  readonly rows: number;
  readonly store: readonly SpilledBucket[];
  readonly keys: readonly SpilledBucket[];
  readonly rejects: RejectColumns;
}

/** Reads segments of hours.csv until none is left; all that was read is in the spill file then. */
export function readHoursShare(input: HoursInput): HoursAnswer {
  const spec = TABLE_SPECS.hours;
  const spill = new SpillFile(input.spillPath);
  const store = new BucketStore(new RowLayout(spec), false, spill, input.shape);
  const identities = { canonical: (personId: number): number => personId };
  const index = new PersonIndex(input.index);
  const target = new PersonRowsTarget({ index, identities, spill, concern() {} }, spec, store);
  const { held, limits } = input;
  const rejects = new RejectLog(limits.rejectsListed);
  const file = { name: input.name, header: input.header };
  const reader = new TableReader(spec, file, { held, limits, rejects }, target);
  readSegments(input.segments, reader, () => {});
  const answer = { store: store.spilled(), keys: target.keys.spilled(), rejects: rejects.columns() };
  spill.close();
  return { kind: 'hours answer', rows: reader.rows, ...answer };
}

/** What came over to the thread, known by its mark. */
export function hoursInput(value: unknown): HoursInput {
  assert(isMarked<HoursInput>(value, 'hours input'), 'the hours thread is given its input');
  return value;
}

/** What the thread answered, known by its mark. */
export function hoursAnswer(value: unknown): HoursAnswer {
  assert(isMarked<HoursAnswer>(value, 'hours answer'), 'the hours thread gives its answer');
  return value;
}

function isMarked<T extends { readonly kind: string }>(value: unknown, kind: T['kind']): value is T {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
