import { join } from 'node:path';
import { pathExists, startThread } from '../../effects';
import { dropSegments, readSegments, segmentedFile } from '../reading/segments';
import type { BucketStore } from '../spill/row-store';
import { SpillFile } from '../spill/spill-buckets';
import { TABLE_SPECS } from '../tables/table-specs';
import { type HoursInput, hoursAnswer } from './hours-work';
import { finishPersonRows, type PersonContext, PersonRowsTarget, readPersonRows } from './person-rows';
import { type OpenTable, readerOf, type TableReading, withTable } from './read-table';

/** What a second thread runs: compiled beside this file; not there where the program runs uncompiled. */
export const HOURS_THREAD = join(__dirname, 'hours-thread.js');

/** How persons are sorted into buckets, and what a second thread needs. */
export interface HoursShape {
  readonly shape: { readonly buckets: number; readonly personsPerBucket: number };
  /** Where a second thread may spill. */
  readonly spillPath: string;
  /** Script of the second thread; null to read with one thread. */
  readonly threadScript: string | null;
}

/** Reading of hours.csv that has begun. Either of the two ends it. */
export interface HoursReading {
  finish(): TableReading | undefined;
  /** Waits until the second thread has let go of its files. */
  abandon(): void;
}

/** Smaller files are read before a second thread has started. */
const THREADED_SEGMENTS = 4;

/**
 * Begins to read hours.csv, by far the largest file. A large and clean file is cut into segments, which a second
 * thread reads while this one still reads other tables, and both after that; every other file is read in one go when
 * it is finished.
 */
export function beginHours(context: PersonContext, store: BucketStore, options: HoursShape): HoursReading {
  const survey = context.files.get('hours')?.survey;
  const { index } = context;
  const { threadScript, shape, spillPath } = options;
  const inOneGo = { finish: () => readPersonRows(context, 'hours', store), abandon() {} };
  if (threadScript === null || index === undefined || !pathExists(threadScript)) return inOneGo;
  if (survey === undefined || survey.encoding !== 'utf-8' || !survey.plain) return inOneGo;
  if (survey.lineEnd === 'CR' || survey.longestLineBytes > context.limits.lineBytes) return inOneGo;
  if (survey.bytes < THREADED_SEGMENTS * survey.segmentBytes) return inOneGo;
  const inputOf = ({ file, header, headerBytes, firstLine }: OpenTable): HoursInput => {
    const segments = segmentedFile(file.path, survey, survey.markBytes + headerBytes, firstLine);
    const { held, limits } = context;
    const shared = { held, limits, index: index.memory, shape, spillPath };
    return { kind: 'hours input', segments, name: file.name, header, ...shared };
  };
  const begun = withTable(context, 'hours', (open) => ({ file: open.file, input: inputOf(open) }));
  if (begun === undefined) return { finish: () => undefined, abandon() {} };
  const { input, file } = begun;
  const thread = startThread(threadScript, input);
  return {
    finish() {
      const target = new PersonRowsTarget({ ...context, concern() {} }, TABLE_SPECS.hours, store);
      const reader = readerOf(context, 'hours', { file, header: input.header }, target);
      let told = 0;
      readSegments(input.segments, reader, (taken) => {
        context.progress.add((taken - told) * survey.segmentBytes);
        told = taken;
      });
      const answer = hoursAnswer(thread.finish());
      const spill = new SpillFile(spillPath);
      store.join(answer.store, spill);
      target.keys.join(answer.keys, spill);
      context.rejects.join(answer.rejects);
      const reading = { file, header: input.header, rows: reader.rows + answer.rows };
      finishPersonRows(context, 'hours', reading, target);
      return reading;
    },
    abandon() {
      dropSegments(input.segments);
      thread.stop();
    },
  };
}
