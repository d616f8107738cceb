import type { Identities } from '../keys/identities';
import type { PersonIndex } from '../keys/person-index';
import type { BlockTable } from '../snapshot/block-columns';
import type { BucketStore } from '../spill/bucket-store';
import type { TableName } from '../tables/table-spec';
import { TABLE_SPECS } from '../tables/table-specs';
import { confirmKeys } from './confirm-keys';
import { rejectLate } from './late-rejects';
import { PersonRowsTarget } from './person-rows-target';
import type { Concerned } from './read-identities';
import { type ReadingContext, readTable, type TableReading } from './read-table';

/** What the rows of persons are read with. */
export interface PersonContext extends ReadingContext {
  readonly identities: Identities;
  readonly concerned: Concerned;
  readonly index: PersonIndex | undefined;
}

/** Reads a table of rows that belong to persons into its store; late faults are noted. */
export function readPersonRows(
  context: PersonContext,
  table: Exclude<BlockTable, 'persons'>,
  store: BucketStore,
): TableReading | undefined {
  const spec = TABLE_SPECS[table];
  const concern = (personId: number): void => void context.concerned.add(personId);
  const target = new PersonRowsTarget({ ...context, concern }, spec, store);
  const reading = readTable(context, table, target);
  if (reading) finishPersonRows(context, table, reading, target);
  return reading;
}

/** Notes the faults that show only when all rows of the table have been read. */
export function finishPersonRows(
  context: PersonContext,
  table: TableName,
  reading: TableReading,
  target: PersonRowsTarget,
): void {
  const spec = TABLE_SPECS[table];
  const canonical = (personId: number): number => context.identities.canonical(personId);
  const twice = confirmKeys(context, table, spec.keyField, target.keys.suspects());
  const contested = confirmKeys(context, table, spec.sharedField, target.shared.suspects(), canonical);
  rejectLate(context, table, reading, spec.keyField, 'DUPLICATE_KEY', twice);
  rejectLate(context, table, reading, spec.sharedField, 'DECISION_OF_TWO_PERSONS', contested);
  for (const row of [...twice, ...contested]) target.reject(row.line, row.personId);
}
