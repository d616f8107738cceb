/** What a table of a run folder must look like (data contract 4). */
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
  /** A column and what stands in it in rows that may have the key of the row before. */
  readonly again?: readonly [column: string, value: string] | undefined;
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** @param columns with `#` behind those of whole numbers, `?` behind those of whole numbers or nothing */
function table(
  file: string,
  columns: string,
  rest: Partial<Pick<TableSpec, 'order' | 'key' | 'again'>> = {},
): TableSpec {
  const all = words(columns);
  const plain = (names: readonly string[]): string[] => names.map((name) => name.replace(/[#?]$/, ''));
  const order = rest.order ?? plain(all).filter((column) => column !== 'run_id');
  return {
    file,
    columns: plain(all),
    wholes: plain(all.filter((column) => /[#?]$/.test(column))),
    optional: plain(all.filter((column) => column.endsWith('?'))),
    order,
    key: rest.key ?? order.length,
    again: rest.again,
  };
}

const PARAMETERS = 'kind key grant_year? rate_class value unit status source note last_grant_year? assumption used';

/** Every table that a run folder must hold, in the newest format. */
export const RUN_TABLES: readonly TableSpec[] = [
  table('balances_before.csv', 'recipient_id netting_group balance#', { key: 2 }),
  table('findings.csv', 'severity code file line? column person_ref kommune message action', { key: 0 }),
  table('held.csv', 'grant_year# component person_ref annual_amount? held_amount? reason'),
  table(
    'hours_basis.csv',
    'grant_year# as_of kommune law year_number participants# hours_norwegian hours_social_studies absence_hours ' +
      'average_hours hours_rows# hours_rows_on_time# starters# starters_within_3_months# triggering_without_hours# ' +
      'hours_without_decision#',
    { key: 5 },
  ),
  table('parameters.csv', PARAMETERS, { key: 4 }),
  table(
    'payout_lines.csv',
    'line_id run_id grant_year# term# component code person_ref recipient_id basis_recipient_id annual_amount? ' +
      'share_numerator# share_denominator# cumulative_due# previously_posted# amount# reason netting_group trace_id',
    { order: words('grant_year component person_ref basis_recipient_id'), again: ['reason', 'adjustment'] },
  ),
  table(
    'payouts.csv',
    'run_id term# recipient_id recipient_name org_number account_number netting_group lines_total# carried_in# paid# ' +
      'carried_out# payment_ref',
  ),
  table('posted_before.csv', 'person_ref grant_year# component basis_recipient_id amount# code code_order#'),
  table('rejected.csv', 'file line? column rule expected value', { key: 0 }),
  table(
    'sizing.csv',
    'grant_year# as_of recipient_id component year_number? rate_class persons# days# rate? annual_amount#',
    { key: 6 },
  ),
];

const WITHOUT_LIMITS = table('parameters.csv', PARAMETERS.replace(' last_grant_year? assumption', ''), { key: 4 });

/** Acts of cases, in folders of runs that started from any. */
export const CASES_TABLE = table(
  'cases_before.csv',
  'order# act# case_number# kind grant_year? component person_ref recipient_id basis_recipient_id from_date to_date amount# ' +
    'code table key row',
  { key: 1 },
);

/** Grants of counts that were frozen and not posted, in folders of runs that found any. */
const FROZEN_TABLE = table(
  'frozen_before.csv',
  'grant_year# component basis_recipient_id persons# rate_class amount# reason',
  { key: 3 },
);

/** What tables depend on in an identity. */
interface FolderKind {
  readonly files: readonly { readonly name: string }[];
  readonly identity: { readonly format: 1 } | { readonly format: 2; readonly cases_sha256: string };
}

/** The tables of a run folder; in format 1 parameters.csv has no limits. */
export function runTables({ identity, files }: FolderKind): readonly TableSpec[] {
  if (identity.format === 1) {
    return RUN_TABLES.map((spec) => (spec.file === WITHOUT_LIMITS.file ? WITHOUT_LIMITS : spec));
  }
  const hasFrozen = files.some(({ name }) => name === FROZEN_TABLE.file);
  return [...RUN_TABLES, ...(identity.cases_sha256 === '' ? [] : [CASES_TABLE]), ...(hasFrozen ? [FROZEN_TABLE] : [])];
}

export const TRACE_FILES = ['trace.bin', 'trace.index', 'trace.lines', 'trace.persons', 'trace.tree'];
/** Copy of the recipients file, in folders of runs that read one. */
export const RECIPIENTS_COPY = 'recipients.csv';
