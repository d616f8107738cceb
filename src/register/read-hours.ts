import { join } from 'node:path';
import { pathExists, startThread } from '../effects';
import type { BucketStore } from './bucket-store';
import { type HoursInput, hoursAnswer } from './hours-work';
import { PersonRowsTarget } from './person-rows-target';
import { finishPersonRows, type PersonContext, readPersonRows } from './read-person-rows';
import { readerOf, type TableReading, withTable } from './read-table';
import { readSegments, segmentedFile } from './segment-reader';
import { SpillFile } from './spill-file';
import { SEGMENT_BYTES } from './survey-file';
import { TABLE_SPECS } from './table-specs';

/** Compiled beside this file. */
const SCRIPT = join(__dirname, 'hours-thread.js');

/** How persons are sorted into buckets, and where a second thread may spill. */
export interface HoursShape {
  readonly shape: { readonly buckets: number; readonly personsPerBucket: number };
  readonly spillPath: string;
  /** False to read with one thread. */
  readonly threads: boolean;
}

/**
 * Begins to read hours.csv, by far the largest file, and returns how to finish. A large and clean file is cut into
 * segments, which a second thread reads while this one still reads other tables, and both after that; every other file
 * is read in one go when it is finished.
 */
export function beginHours(
  context: PersonContext,
  store: BucketStore,
  options: HoursShape,
): () => TableReading | undefined {
  const file = context.files.get('hours');
  const survey = file?.survey;
  const clean = survey?.encoding === 'utf-8' && !survey.quotes && survey.lineFeeds.length > 0;
  if (!options.threads || !clean || !pathExists(SCRIPT)) return () => readPersonRows(context, 'hours', store);
  const begun = withTable(context, 'hours', (open) => {
    const { index } = context;
    if (index === undefined || open.headerBytes > SEGMENT_BYTES / 2) return undefined;
    const { path, name, survey } = open.file;
    const dataStart = survey.markBytes + open.headerBytes;
    const segments = segmentedFile(path, survey.bytes, dataStart, survey.lineFeeds);
    const { header } = open;
    const input: HoursInput = {
      kind: 'hours input',
      segments,
      name,
      header,
      held: context.held,
      index: index.memory,
      shape: options.shape,
      spillPath: options.spillPath,
    };
    return { file: open.file, header, input, thread: startThread(SCRIPT, input) };
  });
  if (begun === undefined) return () => undefined;
  return () => {
    const target = new PersonRowsTarget({ ...context, concern() {} }, TABLE_SPECS.hours, store);
    const reader = readerOf(context, 'hours', begun, target);
    readSegments(begun.input.segments, reader);
    const answer = hoursAnswer(begun.thread.finish());
    const spill = new SpillFile(options.spillPath);
    store.join(answer.store, spill);
    target.keys.join(answer.keys, spill);
    context.rejects.join(answer.rejects);
    const reading = { file: begun.file, header: begun.header, rows: reader.rows + answer.rows };
    finishPersonRows(context, 'hours', reading, target);
    return reading;
  };
}
