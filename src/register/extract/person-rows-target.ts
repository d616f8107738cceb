import { NO_PERSON } from '../../domain';
import type { Identities } from '../keys/identities';
import { KeyCheck } from '../keys/key-check';
import type { PersonIndex } from '../keys/person-index';
import type { RowTarget, RowTexts } from '../rows/table-reader';
import type { BucketStore } from '../spill/bucket-store';
import type { SpillFile } from '../spill/spill-file';
import type { TableSpec } from '../tables/table-spec';

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
