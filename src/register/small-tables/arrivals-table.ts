import { RATE_CLASSES, type RateClass } from '../../domain';
import { choiceColumn, personsColumn, textColumn, yearColumn } from './small-column-kinds';
import type { SmallColumn, SmallTableSpec } from './small-table';

/** A row of arrivals.csv: persons who enter a group in a year, as somebody foresees it. */
export interface ArrivalsRow {
  readonly year: number;
  /** Name of the group. */
  readonly group: string;
  readonly rateClass: RateClass | 'all';
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** A group that people enter, and the classes of its rates. */
export interface ArrivalsGroup {
  readonly name: string;
  readonly rateClasses: readonly RateClass[];
}

const YEAR = yearColumn('year', { aliases: ['grant_year', 'aar'] });
const CLASSES = ['all', ...RATE_CLASSES] as const;
const RATE_CLASS_COLUMN = choiceColumn('rate_class', CLASSES, 'all', { required: false });
const LOW = personsColumn('low');
const MID = personsColumn('mid');
const HIGH = personsColumn('high');
/** More than ever come in a year: what is higher is a slip of the pen. */
const PERSONS_MAXIMUM = 1_000_000;

/** arrivals.csv: year, group, rate_class (empty or `all` for all), low, mid, high. */
export function arrivalsTable(groups: readonly ArrivalsGroup[]): SmallTableSpec<ArrivalsRow> {
  const names = groups.map(({ name }) => name);
  const group = groupColumn(names);
  /** Whether the first row of a year and group is of all classes. */
  const isOfAll = new Map<string, boolean>();
  return {
    table: 'arrivals',
    columns: [YEAR, group, RATE_CLASS_COLUMN, LOW, MID, HIGH],
    row: (cell) => ({
      year: cell(YEAR),
      group: cell(group),
      rateClass: cell(RATE_CLASS_COLUMN),
      low: cell(LOW),
      mid: cell(MID),
      high: cell(HIGH),
    }),
    check(row, report) {
      const allowed = groups.find(({ name }) => name === row.group)?.rateClasses ?? [];
      if (row.rateClass !== 'all' && !allowed.some((one) => one === row.rateClass)) {
        report(RATE_CLASS_COLUMN, 'RATE_CLASS_OF_KEY', { key: row.group, allowed: ['all', ...allowed].join(', ') });
      }
      const cell = `${row.year} ${row.group}`;
      const isAll = row.rateClass === 'all';
      if ((isOfAll.get(cell) ?? isAll) !== isAll) report(RATE_CLASS_COLUMN, 'ARRIVALS_ALL_BESIDE_CLASS', { cell });
      else isOfAll.set(cell, isAll);
      if (row.low > row.mid || row.mid > row.high) report(MID, 'ARRIVALS_ORDER', {});
      if (row.high > PERSONS_MAXIMUM) report(HIGH, 'NUMBER_TOO_HIGH', { maximum: PERSONS_MAXIMUM });
    },
    unique: {
      column: group,
      rule: 'ARRIVALS_TWICE',
      name: ({ year, group: name, rateClass }) => `${year} ${name} ${rateClass}`,
    },
  };
}

function groupColumn(names: readonly string[]): SmallColumn<string> {
  const text = textColumn('group');
  const parse = (given: string): string | undefined => names.find((name) => name === given.trim().toLowerCase());
  return { ...text, rule: 'ARRIVALS_GROUP', params: { allowed: names.join(', ') }, parse };
}
