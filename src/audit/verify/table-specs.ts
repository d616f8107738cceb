import {
  BALANCE_BEFORE_COLUMNS,
  FINDING_COLUMNS,
  HELD_COLUMNS,
  HOURS_BASIS_COLUMNS,
  PARAMETER_COLUMNS,
  PARAMETER_COLUMNS_1,
  PAYOUT_COLUMNS,
  PAYOUT_LINE_COLUMNS,
  POSTED_BEFORE_COLUMNS,
  REJECTED_COLUMNS,
  SIZING_COLUMNS,
} from '../../payout';

/** What a table of a run folder must look like. */
export interface TableSpec {
  readonly file: string;
  readonly columns: readonly string[];
  /** Columns of whole numbers; an empty one is allowed in those marked `optional`. */
  readonly wholes: readonly string[];
  readonly optional: readonly string[];
  /** Columns that the rows are sorted by, in turn. */
  readonly order: readonly string[];
  /** Number of leading columns of `order` in which no two rows may be equal; 0 where rows may be. */
  readonly key: number;
}

function table(
  file: string,
  columns: readonly string[],
  wholes: readonly string[],
  rest: Partial<Pick<TableSpec, 'optional' | 'order' | 'key'>> = {},
): TableSpec {
  const order = columns.filter((column) => column !== 'run_id');
  return { file, columns, wholes, optional: [], order, key: rest.order?.length ?? order.length, ...rest };
}

const HOURS_COUNTS = HOURS_BASIS_COLUMNS.filter((column) => /participants|_rows|starters|without/.test(column));

function parametersOf(columns: readonly string[]): TableSpec {
  const years = columns.filter((column) => column.endsWith('grant_year'));
  return table('parameters.csv', columns, years, { optional: years, key: 4 });
}

/** Every table that a run folder must hold, in the newest format. */
export const RUN_TABLES: readonly TableSpec[] = [
  table('balances_before.csv', BALANCE_BEFORE_COLUMNS, ['balance'], { key: 2 }),
  table('findings.csv', FINDING_COLUMNS, ['line'], { optional: ['line'], key: 0 }),
  table('held.csv', HELD_COLUMNS, ['grant_year', 'annual_amount', 'held_amount'], {
    optional: ['annual_amount', 'held_amount'],
  }),
  table('hours_basis.csv', HOURS_BASIS_COLUMNS, ['grant_year', ...HOURS_COUNTS], { key: 5 }),
  parametersOf(PARAMETER_COLUMNS),
  table(
    'payout_lines.csv',
    PAYOUT_LINE_COLUMNS,
    [
      'grant_year',
      'term',
      'annual_amount',
      'share_numerator',
      'share_denominator',
      'cumulative_due',
      'previously_posted',
      'amount',
    ],
    { optional: ['annual_amount'], order: ['grant_year', 'component', 'person_ref', 'basis_recipient_id'] },
  ),
  table('payouts.csv', PAYOUT_COLUMNS, ['term', 'lines_total', 'carried_in', 'paid', 'carried_out']),
  table('posted_before.csv', POSTED_BEFORE_COLUMNS, ['grant_year', 'amount', 'code_order']),
  table('rejected.csv', REJECTED_COLUMNS, ['line'], { optional: ['line'], key: 0 }),
  table('sizing.csv', SIZING_COLUMNS, ['grant_year', 'year_number', 'persons', 'days', 'rate', 'annual_amount'], {
    optional: ['year_number', 'rate'],
    key: 6,
  }),
];

/** The same of a run folder of a format. */
export function runTables(format: 1 | 2): readonly TableSpec[] {
  const older = parametersOf(PARAMETER_COLUMNS_1);
  return format === 1 ? RUN_TABLES.map((spec) => (spec.file === older.file ? older : spec)) : RUN_TABLES;
}
