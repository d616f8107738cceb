import type { RawStatistics } from './collect-statistics';
import { type CountTable, sumFigures } from './count-table';
import type { Dimension } from './dimensions';
import { type PublishedTable, publishTable } from './publish-table';

/** A table as shown, with what its rows and columns are. */
export interface StatisticsTable {
  readonly measure: 'participants' | 'starters';
  readonly rowDimension: Dimension;
  readonly columnDimension: Exclude<Dimension, 'kommune'>;
  /** undefined: too few persons in all for anything to be shown. */
  readonly table: PublishedTable | undefined;
}

/**
 * Tables of which no small group and nothing that leads to one is shown: primary suppression of groups below the
 * threshold, secondary suppression of what they could be worked out from, over all tables together.
 */
export function publishStatistics(raw: RawStatistics, threshold: number): StatisticsTable[] {
  const { participants, starters } = raw;
  return [...publishParticipants(participants, threshold), ...publishStarters(starters, threshold)];
}

function publishParticipants(tables: RawStatistics['participants'], threshold: number): StatisticsTable[] {
  // The row totals stand in all three tables, so their rows are hidden alike; column totals stand in one table each.
  const totals = rowTotals(tables.bySex);
  const hiddenRows = hideRows(totals, threshold);
  const isShown = sumOf(totals) >= threshold;
  const named = [
    ['sex', tables.bySex],
    ['age_group', tables.byAgeGroup],
    ['law', tables.byLaw],
  ] as const;
  return named.map(([columnDimension, counts]) => {
    const answer = isShown ? publishTable(counts, { threshold, totalsMayHide: true, hiddenRows }) : undefined;
    return {
      measure: 'participants' as const,
      rowDimension: 'kommune' as const,
      columnDimension,
      table: answer?.table,
    };
  });
}

function publishStarters(tables: RawStatistics['starters'], threshold: number): StatisticsTable[] {
  // How many began in time in the whole country stands in all four tables: nothing is shown where that is a small group.
  const national = rowTotals(tables.sexByStart);
  const isShown =
    sumOf(national) >= threshold && [...national.values()].every((persons) => persons === 0 || persons >= threshold);
  const divided = [
    ['sex', tables.sexByStart],
    ['age_group', tables.ageGroupByStart],
    ['law', tables.lawByStart],
  ] as const;
  const rules = { threshold, totalsMayHide: true, hiddenRows: new Set<number>() };
  return [
    {
      measure: 'starters' as const,
      rowDimension: 'kommune' as const,
      columnDimension: 'start' as const,
      table: isShown ? publishByStart(tables.byStart, threshold) : undefined,
    },
    ...divided.map(([columnDimension, counts]) => ({
      measure: 'starters' as const,
      rowDimension: 'start' as const,
      columnDimension,
      table: isShown ? publishTable(counts, rules).table : undefined,
    })),
  ];
}

/** Column totals stand in other tables too and are shown, so a row that cannot be protected is hidden whole. */
function publishByStart(counts: CountTable, threshold: number): PublishedTable | undefined {
  const totals = rowTotals(counts);
  const also = new Set<number>();
  for (;;) {
    const hiddenRows = hideRows(totals, threshold, also);
    const answer = publishTable(counts, { threshold, totalsMayHide: false, hiddenRows });
    if (answer.table !== undefined) return answer.table;
    const next = answer.hideToo ?? smallestShown(totals, hiddenRows);
    if (next === undefined) return undefined;
    also.add(next);
    for (const key of hiddenRows) also.add(key);
  }
}

function smallestShown(totals: ReadonlyMap<number, number>, hidden: ReadonlySet<number>): number | undefined {
  return [...totals]
    .filter(([key, persons]) => persons > 0 && !hidden.has(key))
    .sort(([a, x], [b, y]) => x - y || a - b)[0]?.[0];
}

function rowTotals(counts: CountTable): Map<number, number> {
  return new Map(counts.rowKeys().map((key) => [key, sumFigures(counts.row(key)).persons]));
}

function sumOf(totals: ReadonlyMap<number, number>): number {
  return [...totals.values()].reduce((sum, persons) => sum + persons, 0);
}

/** Fewest rows that are hidden together, so that none of them is what is left of the whole. */
const ROWS_TOGETHER_MIN = 3;

/**
 * Rows of which not even the total is shown: those with fewer persons than the threshold, and with them the next
 * smallest until they are three or more with twice the threshold of persons together, so that the reader cannot tell a
 * small one from one that is there for company. All rows where there are not enough. Rows of nobody are hidden with
 * them, so that a row of which nothing is shown may be of nobody.
 *
 * @param totals persons by row key
 * @param also rows that must be hidden whatever their size
 */
export function hideRows(
  totals: ReadonlyMap<number, number>,
  threshold: number,
  also: ReadonlySet<number> = new Set(),
): Set<number> {
  const ascending = [...totals].filter(([, persons]) => persons > 0).sort(([a, x], [b, y]) => x - y || a - b);
  const isSmall = ([key, persons]: readonly [number, number]): boolean =>
    also.has(key) || (persons > 0 && persons < threshold);
  const hidden = new Set([...totals].filter(isSmall).map(([key]) => key));
  if (hidden.size === 0) return hidden;
  const nobody = [...totals].filter(([, persons]) => persons === 0);
  for (const [key] of ascending) {
    if (hidden.size >= ROWS_TOGETHER_MIN && personsOf(hidden, totals) >= 2 * threshold) break;
    hidden.add(key);
  }
  for (const [key] of nobody) hidden.add(key);
  return hidden;
}

function personsOf(keys: ReadonlySet<number>, totals: ReadonlyMap<number, number>): number {
  return [...keys].reduce((sum, key) => sum + (totals.get(key) ?? 0), 0);
}
