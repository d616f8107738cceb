import type { CostBaseColumns, TeachingHoursColumns } from '../../domain';
import type { GrowingColumn } from '../spill/growing-column';
import { BlobReader, BlobWriter } from './block-blob';

/** teaching_hours.csv as one blob; the columns stand in the order of the table's fields, lines first. */
export function writeTeachingHours(columns: readonly GrowingColumn[]): Uint8Array {
  const [line, kommune, month, hours, registeredOn] = columns.map((column) => column.view());
  const rows = line?.length ?? 0;
  const blob = new BlobWriter(rows, 0, rows * 24);
  blob.f64(rows).set(hours ?? []);
  blob.u32(rows).set(line ?? []);
  blob.i32(rows).set(registeredOn ?? []);
  blob.i32(rows).set(kommune ?? []);
  blob.i32(rows).set(month ?? []);
  return blob.bytes;
}

export function readTeachingHours(bytes: Uint8Array): TeachingHoursColumns {
  const blob = new BlobReader(bytes);
  return {
    hoursHundredths: blob.f64(),
    line: blob.u32(),
    registeredOn: blob.i32(),
    kommune: blob.i32(),
    month: blob.i32(),
  };
}

/** cost_base.csv as one blob. Costs are read as hundredths and kept in kroner. */
export function writeCostBase(columns: readonly GrowingColumn[]): Uint8Array {
  const [line, kommune, year, cost] = columns.map((column) => column.view());
  const rows = line?.length ?? 0;
  const blob = new BlobWriter(rows, 0, rows * 20);
  blob.f64(rows).set((cost ?? new Float64Array(0)).map((hundredths) => hundredths / 100));
  blob.u32(rows).set(line ?? []);
  blob.i32(rows).set(kommune ?? []);
  blob.i32(rows).set(year ?? []);
  return blob.bytes;
}

export function readCostBase(bytes: Uint8Array): CostBaseColumns {
  const blob = new BlobReader(bytes);
  return { costNok: blob.f64(), line: blob.u32(), kommune: blob.i32(), year: blob.i32() };
}
