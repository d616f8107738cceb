import { join } from 'node:path';
import { assert } from '../../domain';
import { pathExists, startThread } from '../../effects';
import { KeyCheck } from '../reading/check-keys';
import { PersonIndex, type PersonIndexMemory } from '../reading/person-index';
import { type FieldContext, type RowTarget, TableReader } from '../reading/read-fields';
import type { TableHeader } from '../reading/read-header';
import { dropSegments, readSegments, type SegmentedFile, segmentedFile } from '../reading/segments';
import { type RejectColumns, RejectLog } from '../rejects/reject-log';
import { type BucketShape, RowStore } from '../spill/row-store';
import { type SpilledBucket, SpillFile } from '../spill/spill-buckets';
import { TABLE_SPECS } from '../tables/table-specs';
import { type ReadingContext, rejectDoubles, type TableReading, withTable } from './read-table';

/** What a second thread runs: compiled beside this file; not there where the program runs uncompiled. */
export const HOURS_THREAD = join(__dirname, 'hours-thread.js');

/** How hours.csv is shared between two threads. */
export interface Sharing {
  readonly shape: BucketShape;
  /** Where a second thread may spill. */
  readonly spillPath: string;
  readonly threadScript: string;
}

/** What a thread is given to read its share of hours.csv. */
interface HoursInput extends Pick<FieldContext, 'held' | 'limits'> {
  readonly kind: 'hours input';
  readonly segments: SegmentedFile;
  readonly name: string;
  readonly header: TableHeader;
  readonly index: PersonIndexMemory;
  readonly shape: BucketShape;
  readonly spillPath: string;
}

/** What the thread has read. */
interface HoursAnswer {
  readonly kind: 'hours answer';
  readonly rows: number;
  readonly store: readonly SpilledBucket[];
  readonly keys: readonly SpilledBucket[];
  readonly rejects: RejectColumns;
}

/** Reading of hours.csv that has begun. Either of the two ends it. */
export interface HoursReading {
  finish(): TableReading;
  /** Waits until the second thread has let go of its files. */
  abandon(): void;
}

const SPEC = TABLE_SPECS.hours;
/** Smaller files are read before a second thread has started. */
const THREADED_SEGMENTS = 4;

/** True for a large and clean file, which can be cut into segments, where the second thread's script is there. */
export function isShareable({ files, limits }: ReadingContext, { threadScript }: Sharing): boolean {
  const survey = files.get('hours')?.survey;
  if (survey === undefined || survey.encoding !== 'utf-8' || !survey.plain || survey.lineEnd === 'CR') return false;
  if (survey.longestLineBytes > limits.lineBytes || !pathExists(threadScript)) return false;
  return survey.bytes >= THREADED_SEGMENTS * survey.segmentBytes;
}

/**
 * Begins to read hours.csv, by far the largest file, in segments, which a second thread takes while this one still
 * reads other tables, and both after that. Undefined where its header is at fault.
 */
export function beginHours(
  context: ReadingContext,
  index: PersonIndex,
  store: RowStore,
  { shape, spillPath, threadScript }: Sharing,
): HoursReading | undefined {
  const { held, limits } = context;
  return withTable(context, 'hours', ({ file, header, headerBytes, firstLine }) => {
    const { survey, name, path } = file;
    const segments = segmentedFile(path, survey, survey.markBytes + headerBytes, firstLine);
    const shared = { held, limits, index: index.memory, shape, spillPath };
    const input: HoursInput = { kind: 'hours input', segments, name, header, ...shared };
    const thread = startThread(threadScript, input);
    return {
      finish() {
        const keys = new KeyCheck(SPEC, same, context.spill);
        let counted = 0;
        const rows = readShare(input, context, { index, keys, ...storing(store) }, (taken) => {
          context.progress.add((taken - counted) * survey.segmentBytes);
          counted = taken;
        });
        const answer = hoursAnswer(thread.finish());
        const spill = new SpillFile(spillPath);
        store.join(answer.store, spill);
        keys.join(answer.keys, spill);
        context.rejects.join(answer.rejects);
        const reading: TableReading = { table: 'hours', file, header, rows: rows + answer.rows };
        rejectDoubles(context, reading, keys, same);
        return reading;
      },
      abandon() {
        dropSegments(segments);
        thread.stop();
      },
    };
  });
}

/** What the second thread does: reads segments until none is left; all that was read is in the spill file then. */
export function readHoursShare(value: unknown): HoursAnswer {
  assert(isMarked<HoursInput>(value, 'hours input'), 'the hours thread is given its input');
  const spill = new SpillFile(value.spillPath);
  const store = new RowStore(SPEC, value.shape, spill);
  const keys = new KeyCheck(SPEC, same, spill);
  const rejects = new RejectLog(value.limits.rejectsListed);
  const target = { index: new PersonIndex(value.index), keys, ...storing(store) };
  const rows = readShare(value, { ...value, rejects }, target, () => {});
  const answer = { store: store.spilled(), keys: keys.spilled(), rejects: rejects.columns() };
  spill.close();
  return { kind: 'hours answer', rows, ...answer };
}

/** Reads what is left of the segments; gives the number of rows. */
function readShare(
  { segments, name, header }: Pick<HoursInput, 'segments' | 'name' | 'header'>,
  context: FieldContext,
  target: RowTarget,
  taken: (segments: number) => void,
): number {
  const reader = new TableReader(SPEC, { name, header }, context, target);
  readSegments(segments, reader, taken);
  return reader.rows;
}

function storing(store: RowStore): Pick<RowTarget, 'accept'> {
  return { accept: (ordinal, line, values) => store.append(ordinal, line, values, '') };
}

function same(personId: number): number {
  return personId;
}

function hoursAnswer(value: unknown): HoursAnswer {
  assert(isMarked<HoursAnswer>(value, 'hours answer'), 'the hours thread gives its answer');
  return value;
}

function isMarked<T extends { readonly kind: string }>(value: unknown, kind: T['kind']): value is T {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
