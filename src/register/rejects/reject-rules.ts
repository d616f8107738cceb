/*
 * Why a row of an extract is rejected (data contract 1). The code is the `rule` of rejected.csv and the key of its
 * text in the message catalogue; the place in the list stands in columns. New ones go to the end.
 */
export const REJECT_RULES = [
  'VALUE_MISSING',
  'PERSON_ID_FORM',
  'DATE_FORM',
  'DATE_IMPOSSIBLE',
  'MONTH_FORM',
  'YEAR_FORM',
  'KOMMUNE_FORM',
  'KOMMUNE_UNKNOWN',
  'FYLKE_FORM',
  'FYLKE_UNKNOWN',
  'COUNTRY_FORM',
  'CODE_UNKNOWN',
  'NUMBER_FORM',
  'NUMBER_TOO_HIGH',
  'END_BEFORE_START',
  'FIELD_COUNT',
  'QUOTING',
  'ENCODING',
  'DUPLICATE_KEY',
  'DECISION_OF_TWO_PERSONS',
  'IDENTITY_CIRCLE',
  'PERSON_UNKNOWN',
  'FILE_MISSING',
  'FILE_TWICE',
  'FILE_UNREADABLE',
  'COLUMN_MISSING',
  'COLUMN_TWICE',
  'ROW_COUNT_DIFFERS',
  'EXTRACT_JSON',
  'WHOLE_NUMBER_FORM',
  'RECIPIENT_FORM',
  'PERSON_NOT_EXPECTED',
  'CODE_HOLDS_NUMBER',
  'TEXT_HOLDS_ID',
  'BALANCE_ABOVE_ZERO',
  'RATE_CLASS_OF_KEY',
  'RATE_CELL_TWICE',
  'RECIPIENT_UNKNOWN',
  'SUM_TOO_HIGH',
  'RATE_TOO_HIGH',
  'EXTRACT_JSON_TEXT',
] as const;

export type RejectRule = (typeof REJECT_RULES)[number];

/** Faults of a whole file: no limit lets a run go on past them. */
export const FILE_RULES: ReadonlySet<RejectRule> = new Set<RejectRule>([
  'FILE_MISSING',
  'FILE_TWICE',
  'FILE_UNREADABLE',
  'COLUMN_MISSING',
  'COLUMN_TWICE',
  'ROW_COUNT_DIFFERS',
  'EXTRACT_JSON',
  'SUM_TOO_HIGH',
  'EXTRACT_JSON_TEXT',
]);
