/** Columns that name a row of each compared file; the other columns are its content. */
export const EXPECTED_TABLES: Readonly<Record<string, readonly string[]>> = {
  'payout_lines.csv': ['grant_year', 'component', 'person_ref', 'basis_recipient_id'],
  'payouts.csv': ['recipient_id', 'netting_group'],
  'sizing.csv': ['recipient_id', 'component', 'year_number', 'rate_class'],
  'held.csv': ['grant_year', 'component', 'person_ref', 'reason'],
  'hours_basis.csv': ['kommune', 'law', 'year_number'],
};
