/** How a change falls on recipients. */
export interface Distribution {
  readonly winners: { readonly count: number; readonly sumNok: number };
  readonly losers: { readonly count: number; readonly sumNok: number };
  readonly unchanged: number;
  /** Recipients by how much they change, from the largest loss to the largest gain. */
  readonly bands: readonly Band[];
}

/** Recipients whose change in percent of A lies from `from` up to, not including, `to`; null is without end. */
export interface Band {
  readonly fromPercent: number | null;
  readonly toPercent: number | null;
  readonly count: number;
  readonly sumNok: number;
}

/** A recipient's size on both sides. */
export interface Change {
  readonly recipient: number;
  readonly aNok: number;
  readonly bNok: number;
}

const EDGES = [-20, -10, -5, -2, 0, 2, 5, 10, 20] as const;

/** Winners, losers and the spread of the change. Recipients of nothing on side A stand in the last band. */
export function distributionOf(changes: readonly Change[]): Distribution {
  const side = (wanted: readonly Change[]): { count: number; sumNok: number } => ({
    count: wanted.length,
    sumNok: wanted.reduce((sum, { aNok, bNok }) => sum + bNok - aNok, 0),
  });
  const edges = [null, ...EDGES, null];
  const changed = changes.filter(({ aNok, bNok }) => aNok !== bNok);
  return {
    winners: side(changed.filter(({ aNok, bNok }) => bNok > aNok)),
    losers: side(changed.filter(({ aNok, bNok }) => bNok < aNok)),
    unchanged: changes.length - changed.length,
    bands: edges.slice(0, -1).map((fromPercent, index) => {
      const toPercent = edges[index + 1] ?? null;
      return { fromPercent, toPercent, ...side(changed.filter((change) => liesIn(change, fromPercent, toPercent))) };
    }),
  };
}

/** By cross multiplication: whole kroner, no quotient. */
function liesIn({ aNok, bNok }: Change, fromPercent: number | null, toPercent: number | null): boolean {
  if (aNok === 0) return toPercent === null;
  const hundredfold = (bNok - aNok) * 100;
  return (
    (fromPercent === null || hundredfold >= fromPercent * aNok) &&
    (toPercent === null || hundredfold < toPercent * aNok)
  );
}

/** Largest gains first, then by code; losses the same with `descending` false. */
export function largestChanges(changes: readonly Change[], descending: boolean, limit: number): Change[] {
  const sign = descending ? -1 : 1;
  return changes
    .filter(({ aNok, bNok }) => sign * (bNok - aNok) < 0)
    .toSorted(
      (one, other) => sign * (one.bNok - one.aNok - (other.bNok - other.aNok)) || one.recipient - other.recipient,
    )
    .slice(0, limit);
}
