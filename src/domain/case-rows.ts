/*
 * A row that a case gives stands in no file. In the place of its line it has the number of the act that gives it, above every
 * line of a file, so that what a trace or an explanation says of rows leads to the case.
 */
const ACTS_FROM = 2 ** 31;

/** What stands for the line of a row that an act of a case gives. */
export function lineOfAct(act: number): number {
  return ACTS_FROM + act;
}

/** The act that gives a row, by its line as it is stored (signed or not); 0 for a row of a file. */
export function actOfLine(line: number): number {
  const unsigned = line >>> 0;
  return unsigned < ACTS_FROM ? 0 : unsigned - ACTS_FROM;
}

/** The line in its file; 0 for a row that a case gives. */
export function lineInFile(line: number): number {
  return actOfLine(line) === 0 ? line : 0;
}
