import { NO_PERSON } from '../domain';
import type { BlockTable } from './block-columns';
import type { BucketStore } from './bucket-store';
import type { Identities } from './identities';
import { KeyRegister } from './key-register';
import { rejectLate } from './late-rejects';
import type { PersonIndex } from './person-index';
import type { Concerned } from './read-identities';
import { type ReadingContext, readTable, type TableReading } from './read-table';
import { SharedIds } from './shared-ids';
import type { RowTarget, RowTexts } from './table-reader';
import type { TableSpec } from './table-spec';
import { TABLE_SPECS } from './table-specs';

/** What the rows of persons are read with. */
export interface PersonContext extends ReadingContext {
  readonly identities: Identities;
  readonly concerned: Concerned;
  /** Undefined where persons.csv could not be read: then nobody is called unknown. */
  readonly index: PersonIndex | undefined;
}

/** Reads a table of rows that belong to persons into its store; late faults are noted. */
export function readPersonRows(
  context: PersonContext,
  table: Exclude<BlockTable, 'persons'>,
  store: BucketStore,
): TableReading | undefined {
  const spec = TABLE_SPECS[table];
  const target = new PersonRowsTarget(context, spec, store);
  const reading = readTable(context, table, target);
  if (reading === undefined) return undefined;
  const faults = [
    { field: spec.keyField, rule: 'DUPLICATE_KEY' as const, rows: target.keys.repeated() },
    { field: spec.sharedField, rule: 'DECISION_OF_TWO_PERSONS' as const, rows: target.shared.contested() },
  ];
  for (const { field, rule, rows } of faults) {
    rejectLate(context, table, reading, field, rule, rows);
    for (const row of rows) target.reject(row.line, row.personId);
  }
  return reading;
}

class PersonRowsTarget implements RowTarget {
  readonly keys = new KeyRegister();
  readonly shared: SharedIds;
  readonly #context: PersonContext;
  readonly #spec: TableSpec;
  readonly #store: BucketStore;

  constructor(context: PersonContext, spec: TableSpec, store: BucketStore) {
    this.#context = context;
    this.#spec = spec;
    this.#store = store;
    this.shared = new SharedIds(context.identities);
  }

  seen(line: number, personId: number, texts: RowTexts): void {
    const { keyField, sharedField, personField } = this.#spec;
    if (keyField >= 0) this.keys.add(texts.text(keyField), line, personId);
    if (sharedField >= 0) this.shared.add(texts.text(sharedField), line, personId, texts.text(personField));
  }

  knows(personId: number): boolean {
    return this.#context.index === undefined || this.#context.index.find(personId) >= 0;
  }

  accept(line: number, values: Float64Array, texts: RowTexts): void {
    const ordinal = this.#context.index?.find(values[this.#spec.personField] ?? NO_PERSON) ?? -1;
    if (ordinal < 0) return;
    const text = this.#spec.sharedField >= 0 ? texts.text(this.#spec.sharedField) : '';
    this.#store.append(ordinal, line, values, text);
  }

  /** A rejected hours row holds nobody (rulebook, Missing). */
  reject(_line: number, personId: number): void {
    if (personId !== NO_PERSON && this.#spec.table !== 'hours') this.#context.concerned.add(personId);
  }
}
