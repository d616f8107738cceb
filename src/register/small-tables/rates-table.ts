import {
  componentOfRate,
  holdsPersonId,
  PARAMETER_STATUSES,
  RATE_CLASSES,
  RATE_KEYS,
  type Rate,
  rateCell,
  traitsOf,
} from '../../domain';
import { choiceColumn, textColumn, wholeColumn, yearColumn } from './small-column-kinds';
import type { SmallTableSpec } from './small-table';

const KEY = choiceColumn('key', RATE_KEYS, 'persontilskudd.year1');
const GRANT_YEAR = yearColumn('grant_year');
const RATE_CLASS_COLUMN = choiceColumn('rate_class', RATE_CLASSES, 'single');
const VALUE = wholeColumn('value');
const STATUS = choiceColumn('status', PARAMETER_STATUSES, 'illustrative');
const SOURCE = textColumn('source');
const NOTE = textColumn('note', { required: false });

/** Highest rate in kroner: what many persons come to can still be added up exactly. */
const RATE_MAXIMUM = 100_000_000;
/** The same of a rate that is paid for every hour. */
const HOUR_RATE_MAXIMUM = 1_000_000;

/** rates.csv: shipped, overlay and derived rates have this one format. */
export const RATES_TABLE: SmallTableSpec<Rate> = {
  table: 'rates',
  columns: [KEY, GRANT_YEAR, RATE_CLASS_COLUMN, VALUE, STATUS, SOURCE, NOTE],
  row: (cell, { file, line }) => ({
    key: cell(KEY),
    grantYear: cell(GRANT_YEAR),
    rateClass: cell(RATE_CLASS_COLUMN),
    valueNok: cell(VALUE),
    status: cell(STATUS),
    source: cell(SOURCE),
    note: cell(NOTE),
    file,
    line,
  }),
  check(row, report) {
    const { rateClasses: allowed, unit } = traitsOf(componentOfRate(row.key));
    if (!allowed.includes(row.rateClass)) {
      report(RATE_CLASS_COLUMN, 'RATE_CLASS_OF_KEY', { key: row.key, allowed: allowed.join(', ') });
    }
    const maximum = unit === 'hours' ? HOUR_RATE_MAXIMUM : RATE_MAXIMUM;
    if (row.valueNok > maximum) report(VALUE, 'RATE_TOO_HIGH', { maximumNok: maximum });
    if (holdsPersonId(row.source)) report(SOURCE, 'TEXT_HOLDS_ID', {});
    if (holdsPersonId(row.note)) report(NOTE, 'TEXT_HOLDS_ID', {});
  },
  unique: {
    column: KEY,
    rule: 'RATE_CELL_TWICE',
    name: (row) => rateCell(row.key, row.grantYear, row.rateClass),
  },
};
