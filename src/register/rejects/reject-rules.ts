import { groupDigits, isRatherPersonId, showInvisible, withPlainMinus } from '../../domain';

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
  'LINE_END_IN_VALUE',
  'INVISIBLE_CHARACTER',
  'LINE_TOO_LONG',
  'FIELD_TOO_LONG',
  'HEADER_UNKNOWN',
  'HEADER_QUOTING',
  'SEPARATOR_UNKNOWN',
  'SEPARATOR_DIFFERS',
  'COLUMN_RESEMBLES',
  'COLUMN_WANTED',
  'FILE_RESEMBLES',
  'FILE_IS_FOLDER',
  'ACCOUNT_CHECK',
  'ORG_NUMBER_CHECK',
  'KID_CHECK',
  'POST_CODE_FORM',
  'COUNTRY_OF_TWO_FORM',
  'ACCOUNT_SHARED',
  'ORG_NUMBER_SHARED',
  'RECIPIENT_ROWS_OVERLAP',
  'RECIPIENT_ENDED',
  'RECIPIENT_NOT_BEGUN',
  'DATE_IN_FUTURE',
  'ARRIVALS_ORDER',
  'ARRIVALS_TWICE',
  'ARRIVALS_ALL_BESIDE_CLASS',
  'ARRIVALS_GROUP',
  'PERSONS_FORM',
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
  'LINE_TOO_LONG',
  'FIELD_TOO_LONG',
  'HEADER_UNKNOWN',
  'HEADER_QUOTING',
  'SEPARATOR_UNKNOWN',
  'SEPARATOR_DIFFERS',
  'COLUMN_RESEMBLES',
  'COLUMN_WANTED',
  'FILE_RESEMBLES',
  'FILE_IS_FOLDER',
]);

/** Longest value shown in a message or a list of rejects. */
const SHOWN_CHARACTERS = 60;

/** Words that all begin with a capital letter: "Nordmann, Ola", "KARI NORDMANN". No code of the data contract is written so. */
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]*(?:,? +\p{Lu}[\p{L}.'’-]*)+$/u;

/** Characters that may stand between the words of a name without being seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zs}\p{Default_Ignorable_Code_Point}]+/gu;

/** Eleven digits or more with what may stand between the groups of an id: blanks of any width, hyphens, dots, unseen marks. */
const LONG_NUMBER = /\d(?:\p{Cf}*[\p{Zs}\t.\-\u2010-\u2015\u2212\u00b7_]?\p{Cf}*\d){10,}/gu;

/**
 * A value as it may be shown. Ids keep their shape only: digits become `*` and letters `x`, so that a wrong length or
 * a letter among digits can be seen but nobody can be recognised. Anything that looks like an id or like the name of a
 * person is masked wherever it stands, for columns get swapped. Invisible and control characters stand there by name.
 */
export function maskValue(value: string, isId: boolean): string {
  const masked =
    isId || FULL_NAME.test(value.replace(UNSEEN, ' '))
      ? value.replace(/\p{Nd}/gu, '*').replace(/\p{L}/gu, 'x')
      : value.replace(LONG_NUMBER, (digits) => digits.replace(/\d/g, '*'));
  const printable = showInvisible(masked);
  const characters = printable.length > SHOWN_CHARACTERS ? Array.from(printable) : [];
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join('')}…` : printable;
}

/**
 * A value of a column of kroner or other figures as it may be shown: a long one in groups of three, so that no door takes it
 * for an id; masked where it is rather an id.
 */
export function maskAmount(value: string): string {
  const [, sign = '', digits = '', decimals = ''] = /^(-?)(\d{11,40})([.,]\d+)?$/.exec(withPlainMinus(value)) ?? [];
  if (digits === '' || isRatherPersonId(digits)) return maskValue(value, digits !== '');
  return `${sign}${groupDigits(digits)}${decimals}`;
}
