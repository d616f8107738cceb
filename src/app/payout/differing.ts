/** Places that are named; of more, the first ones. */
const TOLD_MAX = 20;

/** First words of the rows that one list has and the other has not. */
export function differing(one: readonly string[], other: readonly string[]): string[] {
  const [left, right] = [new Set(one), new Set(other)];
  const rows = [...one.filter((row) => !right.has(row)), ...other.filter((row) => !left.has(row))];
  return [...new Set(rows.map((row) => row.split(' ')[0] ?? ''))].slice(0, TOLD_MAX);
}

/** A row of a document: what it is of, and its figures. */
interface FiguresRow {
  readonly place: string;
  readonly figures: readonly (string | undefined)[];
}

/**
 * First words of the rows of a document that are not as they are meant, `-` before them where it has too many. Figures that it
 * does not show are passed over; their row stands there all the same.
 */
export function differingRows(
  shown: readonly (FiguresRow & { readonly isHidden: boolean })[],
  meant: readonly FiguresRow[],
): string[] {
  const passedOver = new Set(shown.filter(({ isHidden }) => isHidden).map(({ place }) => place));
  const textOf = ({ place, figures }: FiguresRow, isHidden: boolean): string =>
    isHidden ? place : `${place} ${figures.join(' ')}`.trimEnd();
  const [found, wanted] = [
    shown.map((row) => textOf(row, row.isHidden)),
    meant.map((row) => textOf(row, passedOver.has(row.place))),
  ];
  return [...(found.length > wanted.length ? ['-'] : []), ...differing(found, wanted)];
}
