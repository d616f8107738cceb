import type { TraceLeaf } from '../../trace';

/** Walks the leaves of persons beside the register: both ascend by id, and a leaf names the line of its persons row. */
export class LeafWalk {
  readonly #leaves: Iterator<TraceLeaf>;
  #next: TraceLeaf | undefined;

  constructor(leaves: Iterable<TraceLeaf>) {
    this.#leaves = leaves[Symbol.iterator]();
    this.#advance();
  }

  /** The leaf of the person whose persons row stands on that line; undefined where the run told nothing. */
  of(line: number): TraceLeaf | undefined {
    while (this.#next?.kind === 'absentPerson') this.#advance();
    const leaf = this.#next;
    if (line === 0 || leaf?.kind !== 'person' || leaf.place !== line) return undefined;
    this.#advance();
    return leaf;
  }

  #advance(): void {
    const step = this.#leaves.next();
    this.#next = step.done ? undefined : step.value;
  }
}
