/** A row of person_ids.csv: what was `oldId` is now `newId`. */
export interface IdentityRow {
  readonly line: number;
  readonly oldId: number;
  readonly newId: number;
}

/** The accepted rows of person_ids.csv as chains (rulebook, Identity). */
export class Identities {
  /** Former id to the id that it has become and the steps to it. */
  readonly #ends = new Map<number, { id: number; steps: number }>();

  /** The rows must hold no old id twice and no circle. */
  constructor(rows: Iterable<IdentityRow>) {
    const next = new Map(Array.from(rows, (row) => [row.oldId, row.newId]));
    for (const id of next.keys()) this.#follow(id, next);
  }

  #follow(first: number, next: ReadonlyMap<number, number>): void {
    const path: number[] = [];
    let id = first;
    for (let to = next.get(id); to !== undefined && !this.#ends.has(id); to = next.get(id)) {
      path.push(id);
      id = to;
    }
    const end = this.#ends.get(id) ?? { id, steps: 0 };
    path.reverse().forEach((former, index) => {
      this.#ends.set(former, { id: end.id, steps: end.steps + index + 1 });
    });
  }

  /** The id that an id has become, the chain followed to its end. */
  canonical(personId: number): number {
    return this.#ends.get(personId)?.id ?? personId;
  }

  /** Steps from an id to the one that it has become; 0 for an id that nothing has replaced. */
  distance(personId: number): number {
    return this.#ends.get(personId)?.steps ?? 0;
  }

  /** Every former id followed by the id that it has become, ascending. */
  pairs(): Float64Array {
    const former = Float64Array.from(this.#ends.keys()).sort();
    const pairs = new Float64Array(former.length * 2);
    former.forEach((id, index) => {
      pairs[index * 2] = id;
      pairs[index * 2 + 1] = this.canonical(id);
    });
    return pairs;
  }
}

/** Rows that form circles; a row that leads into one is not among them. */
export function circleRows(rows: readonly IdentityRow[]): IdentityRow[] {
  const rowOf = new Map(rows.map((row) => [row.oldId, row]));
  const visit = new Map<number, number>();
  const found: IdentityRow[] = [];
  let round = 0;
  for (const first of rows) {
    round += 1;
    let row: IdentityRow | undefined = first;
    while (row && !visit.has(row.oldId)) {
      visit.set(row.oldId, round);
      row = rowOf.get(row.newId);
    }
    if (row && visit.get(row.oldId) === round) collectCircle(row, rowOf, found);
  }
  return found;
}

function collectCircle(start: IdentityRow, rowOf: ReadonlyMap<number, IdentityRow>, found: IdentityRow[]): void {
  let row: IdentityRow | undefined = start;
  do {
    found.push(row);
    row = rowOf.get(row.newId);
  } while (row && row !== start);
}
