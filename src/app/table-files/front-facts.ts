import { type Day, formatDay } from '../../domain';
import type { Front } from './table-workbook';

/** What the first sheet of an analysis says of the register that it is of. */
export function analysisFacts({
  grantYear,
  asOf,
  snapshot,
}: {
  readonly grantYear: number;
  readonly asOf: Day;
  readonly snapshot: string;
}): Front['facts'] {
  return [
    ['tables.fact.grant_year', grantYear],
    ['tables.fact.as_of', formatDay(asOf)],
    ['tables.fact.extract', snapshot],
  ];
}
