import type {
  CostBaseColumns,
  DecisionColumns,
  HoursColumns,
  PersonRowColumns,
  PlaceColumns,
  RegisterBlock,
  TargetGroupColumns,
  TeachingHoursColumns,
} from '../../domain';
import { type BlockTable, ColumnBlob, type KeyTable } from './snapshot-format';

/** What the snapshot knows of a person beside the rows. */
export interface SnapshotBlock extends RegisterBlock {
  /** 1 where the person's national id is also another person's. */
  readonly sharedNationalId: Uint8Array;
}

/**
 * A stored block as columns over its blobs. A table is read when it is first asked for: explaining a person needs no
 * hours.
 *
 * @param part bytes of the block's own part (undefined) or of one of its tables
 * @param keys bytes of the keys of a table's rows; undefined where the snapshot has none
 */
export function readBlock(
  firstOrdinal: number,
  part: (table: BlockTable | undefined) => Uint8Array,
  keys: (table: KeyTable) => Uint8Array | undefined,
): SnapshotBlock {
  const own = new ColumnBlob(part(undefined));
  const once = <T>(table: BlockTable, read: (blob: ColumnBlob) => T): (() => T) => {
    let columns: T | undefined;
    return () => {
      columns ??= read(new ColumnBlob(part(table)));
      return columns;
    };
  };
  const tables = {
    persons: once('persons', readPersons),
    targetGroup: once('target_group', (blob) => withKeys(readTargetGroup(blob), () => keys('target_group'))),
    decisions: once('decisions', (blob) => withKeys(readDecisions(blob), () => keys('decisions'))),
    residence: once('residence', (blob) => readPlaces(blob, true)),
    trainingKommune: once('training_kommune', (blob) => readPlaces(blob, false)),
    upperSecondary: once('upper_secondary', (blob) => readPlaces(blob, false)),
    hours: once('hours', readHours),
  };
  return {
    firstOrdinal,
    personCount: own.persons,
    personIds: own.f64(own.persons),
    withheld: own.u8(own.persons),
    sharedNationalId: own.u8(own.persons),
    get persons() {
      return tables.persons();
    },
    get targetGroup() {
      return tables.targetGroup();
    },
    get decisions() {
      return tables.decisions();
    },
    get residence() {
      return tables.residence();
    },
    get trainingKommune() {
      return tables.trainingKommune();
    },
    get upperSecondary() {
      return tables.upperSecondary();
    },
    get hours() {
      return tables.hours();
    },
  };
}

function readPersons(blob: ColumnBlob): PersonRowColumns {
  return {
    personId: blob.f64(),
    offsets: blob.u32(blob.persons + 1),
    line: blob.u32(),
    registeredOn: blob.i32(),
    birthDate: blob.i32(),
    deathDate: blob.i32(),
    emigratedOn: blob.i32(),
    country: blob.u16(),
    sex: blob.u8(),
    addressProtection: blob.u8(),
    upperSecondaryBefore: blob.u8(),
  };
}

/** A table with the keys of its rows, which are read when they are first asked for: no rule needs them. */
function withKeys<Table extends object>(
  table: Table,
  read: () => Uint8Array | undefined,
): Table & { readonly key: Float64Array | undefined } {
  let keys: Float64Array | undefined;
  return {
    ...table,
    get key() {
      const bytes = keys === undefined ? read() : undefined;
      if (bytes) keys = new ColumnBlob(bytes).f64();
      return keys;
    },
  };
}

function readTargetGroup(blob: ColumnBlob): TargetGroupColumns {
  return {
    offsets: blob.u32(blob.persons + 1),
    line: blob.u32(),
    registeredOn: blob.i32(),
    permitGrantedOn: blob.i32(),
    enteredOn: blob.i32(),
    leftOn: blob.i32(),
    law: blob.u8(),
    category: blob.u8(),
  };
}

function readDecisions(blob: ColumnBlob): DecisionColumns {
  return {
    offsets: blob.u32(blob.persons + 1),
    line: blob.u32(),
    registeredOn: blob.i32(),
    decision: blob.u32(),
    kommune: blob.i32(),
    decidedOn: blob.i32(),
    trainingStartsOn: blob.i32(),
    kind: blob.u8(),
    outcome: blob.u8(),
  };
}

function readPlaces(blob: ColumnBlob, withKind: boolean): PlaceColumns {
  return {
    offsets: blob.u32(blob.persons + 1),
    line: blob.u32(),
    registeredOn: blob.i32(),
    recipient: blob.i32(),
    fromDate: blob.i32(),
    toDate: blob.i32(),
    kind: withKind ? blob.u8() : new Uint8Array(blob.rows),
  };
}

function readHours(blob: ColumnBlob): HoursColumns {
  return {
    offsets: blob.u32(blob.persons + 1),
    line: blob.u32(),
    registeredOn: blob.i32(),
    kommune: blob.i32(),
    month: blob.i32(),
    absenceHundredths: blob.u32(),
    hoursHundredths: blob.u16(),
    category: blob.u8(),
    source: blob.u8(),
  };
}

export function readTeachingHours(bytes: Uint8Array): TeachingHoursColumns {
  const blob = new ColumnBlob(bytes);
  return {
    hoursHundredths: blob.f64(),
    line: blob.u32(),
    registeredOn: blob.i32(),
    kommune: blob.i32(),
    month: blob.i32(),
  };
}

export function readCostBase(bytes: Uint8Array): CostBaseColumns {
  const blob = new ColumnBlob(bytes);
  return { costNok: blob.f64(), line: blob.u32(), kommune: blob.i32(), year: blob.i32() };
}
