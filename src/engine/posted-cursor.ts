import type { PostedEntry } from '../domain';

/** Walks the posted entries, which ascend by person, beside the register. */
export class PostedCursor {
  readonly #iterator: Iterator<PostedEntry>;
  #next: PostedEntry | undefined;

  constructor(entries: Iterable<PostedEntry>) {
    this.#iterator = entries[Symbol.iterator]();
    this.#advance();
  }

  /** Person of the next entry; Infinity after the last. */
  get personId(): number {
    return this.#next === undefined ? Number.POSITIVE_INFINITY : this.#next.personId;
  }

  /** All entries of that person, which must be the next one; an empty list where the next one is somebody else. */
  take(personId: number): readonly PostedEntry[] {
    if (this.personId !== personId) return NOTHING_POSTED;
    const entries: PostedEntry[] = [];
    while (this.#next !== undefined && this.#next.personId === personId) {
      entries.push(this.#next);
      this.#advance();
    }
    return entries;
  }

  #advance(): void {
    const step = this.#iterator.next();
    this.#next = step.done ? undefined : step.value;
  }
}

/** The entries of somebody to whom nothing has been posted. */
export const NOTHING_POSTED: readonly PostedEntry[] = [];
