import { NO_PERSON } from '../../domain';
import type { Identities } from '../reading/identities';
import { KeyCheck } from '../reading/key-check';
import type { PersonIndex } from '../reading/person-index';
import type { RowTarget, RowTexts } from '../reading/read-fields';
import type { BlockTable } from '../snapshot/snapshot-format';
import type { BucketStore } from '../spill/row-store';
import type { SpillFile } from '../spill/spill-buckets';
import { TABLE_SPECS, type TableName, type TableSpec } from '../tables/table-specs';
import { confirmKeys, rejectLate } from './confirm-keys';
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

/** What a target of persons' rows works with. */
export interface PersonRowsContext {
  /** Undefined where persons.csv could not be read: then nobody is called unknown, and no row is stored. */
  readonly index: PersonIndex | undefined;
  readonly identities: Pick<Identities, 'canonical'>;
  readonly spill: SpillFile;
  /** Told of each person with a rejected row. */
  concern(personId: number): void;
}

/** Puts the rows of persons into their store and notes their keys. */
export class PersonRowsTarget implements RowTarget {
  readonly keys: KeyCheck;
  readonly shared: KeyCheck;
  readonly #context: PersonRowsContext;
  readonly #spec: TableSpec;
  readonly #store: BucketStore;
  #ordinal = -1;

  constructor(context: PersonRowsContext, spec: TableSpec, store: BucketStore) {
    this.#context = context;
    this.#spec = spec;
    this.#store = store;
    this.keys = new KeyCheck(spec.keyField, false, context.spill);
    this.shared = new KeyCheck(spec.sharedField, true, context.spill);
  }

  seen(_line: number, personId: number, texts: RowTexts): void {
    this.keys.add(texts, NO_PERSON);
    if (this.#spec.sharedField >= 0) this.shared.add(texts, this.#context.identities.canonical(personId));
  }

  knows(personId: number): boolean {
    this.#ordinal = this.#context.index?.find(personId) ?? -1;
    return this.#ordinal >= 0 || this.#context.index === undefined;
  }

  accept(line: number, values: Float64Array, texts: RowTexts): void {
    if (this.#ordinal < 0) return;
    const text = this.#spec.sharedField >= 0 ? texts.text(this.#spec.sharedField) : '';
    this.#store.append(this.#ordinal, line, values, text);
  }

  /** A rejected hours row holds nobody (rulebook, Missing). */
  reject(_line: number, personId: number): void {
    if (personId !== NO_PERSON && this.#spec.table !== 'hours') this.#context.concern(personId);
  }
}
