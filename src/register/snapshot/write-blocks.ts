import { f64, u8 } from '../../domain/columns';
import type { Identities } from '../keys/identities';
import type { RejectLog } from '../rejects/reject-log';
import type { BucketStore } from '../spill/bucket-store';
import type { RowLayout } from '../spill/row-layout';
import { BlobWriter } from './block-blob';
import { BLOCK_TABLES, type BlockTable } from './block-columns';
import { type OrderedRows, orderRows } from './order-rows';
import { BLOCK_PARTS, BLOCK_PERSONS } from './snapshot-meta';
import type { SnapshotWriter } from './snapshot-writer';
import { writeTableBlob } from './write-table-blob';

/** A table's rows with the layout in which they are packed. */
export interface StoredTable {
  readonly layout: RowLayout;
  readonly store: BucketStore;
}

/** Everything that blocks are written from. */
export interface BlockSource {
  readonly ids: Float64Array;
  /** By ordinal. */
  readonly withheld: Uint8Array;
  readonly sharedNationalId: Uint8Array;
  readonly tables: Readonly<Record<BlockTable, StoredTable>>;
  readonly personsPerBucket: number;
  readonly rejects: RejectLog;
  readonly identities: Identities;
}

/** Most buckets that persons are sorted into while an extract is read. */
const BUCKETS_MAXIMUM = 64;

/** How persons are sorted into buckets of whole blocks. */
export function bucketShape(persons: number): { buckets: number; personsPerBucket: number } {
  const blocks = Math.ceil(persons / BLOCK_PERSONS);
  const blocksPerBucket = Math.max(1, Math.ceil(blocks / BUCKETS_MAXIMUM));
  return { buckets: Math.ceil(blocks / blocksPerBucket), personsPerBucket: blocksPerBucket * BLOCK_PERSONS };
}

/**
 * Writes all persons with their rows, bucket by bucket, as blocks of a snapshot.
 *
 * @param written told the persons of each block
 */
export function writeBlocks(source: BlockSource, writer: SnapshotWriter, written: (persons: number) => void): void {
  const persons = source.ids.length;
  for (let bucket = 0; bucket * source.personsPerBucket < persons; bucket += 1) {
    const first = bucket * source.personsPerBucket;
    const count = Math.min(source.personsPerBucket, persons - first);
    const ordered = BLOCK_TABLES.map((table) => orderBucket(source, table, bucket, first, count));
    for (let start = 0; start < count; start += BLOCK_PERSONS) {
      const blockPersons = Math.min(BLOCK_PERSONS, count - start);
      const part = ((first + start) / BLOCK_PERSONS) * BLOCK_PARTS;
      writer.part(part, ownPart(source, first + start, blockPersons));
      ordered.forEach((rows, index) => {
        const table = BLOCK_TABLES[index];
        if (table === undefined) return;
        writer.part(part + index + 1, writeTableBlob(table, source.tables[table].layout, rows, start, blockPersons));
      });
      written(blockPersons);
    }
  }
}

function orderBucket(
  source: BlockSource,
  table: BlockTable,
  bucket: number,
  first: number,
  count: number,
): OrderedRows {
  const { layout, store } = source.tables[table];
  const rejected = source.rejects.rejectedLines(table);
  return orderRows(table, layout, store.load(bucket), { first, count }, rejected, source.identities);
}

function ownPart(source: BlockSource, first: number, count: number): Uint8Array {
  const blob = new BlobWriter(count, count, count * 10);
  const ids = blob.f64(count);
  const withheld = blob.u8(count);
  const shared = blob.u8(count);
  for (let index = 0; index < count; index += 1) {
    ids[index] = f64(source.ids, first + index);
    withheld[index] = u8(source.withheld, first + index);
    shared[index] = u8(source.sharedNationalId, first + index);
  }
  return blob.bytes;
}
