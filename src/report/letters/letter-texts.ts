import { csvRecords, type ErrorDetail, errorDetail, parseDay } from '../../domain';
import { LETTER_LANGUAGES } from '../../messages';
import { LETTER_TEXT_KEYS, type LetterTextRow } from './letter';

/** Columns of letter-texts.csv, in their order. */
export const LETTER_TEXT_COLUMNS = [
  'key',
  'language',
  'text',
  'version',
  'approved_by',
  'approved_on',
  'status',
  'valid_from',
  'valid_to',
] as const;

const STATUSES = ['approved', 'draft', 'illustrative'];
/** Values that a text may name. */
const VALUES = ['{grantYear}', '{term}'];

/** Rows of letter-texts.csv, and all that is wrong with them. */
export function readLetterTexts(
  text: string,
  file: string,
): { readonly rows: readonly LetterTextRow[]; readonly faults: readonly ErrorDetail[] } {
  const faults: ErrorDetail[] = [];
  const rows: (LetterTextRow & { readonly line: number })[] = [];
  for (const { line, cell } of csvRecords(text)) {
    const fault = (column: (typeof LETTER_TEXT_COLUMNS)[number], expected: string): void =>
      void faults.push(
        errorDetail('LETTER_TEXT_ROW', {
          file,
          line,
          column,
          found: cell(column) === '' ? '-' : cell(column),
          expected,
        }),
      );
    const key = LETTER_TEXT_KEYS.find((each) => each === cell('key'));
    const language = LETTER_LANGUAGES.find((each) => each === cell('language'));
    if (key === undefined) fault('key', LETTER_TEXT_KEYS.join(', '));
    if (language === undefined) fault('language', LETTER_LANGUAGES.join(', '));
    if (!STATUSES.includes(cell('status'))) fault('status', STATUSES.join(', '));
    if (cell('version').trim() === '') fault('version', '1, 2, ...');
    const named = cell('text').match(/\{[^}]*\}?/g) ?? [];
    if (cell('text').trim() === '' || named.some((name) => !VALUES.includes(name))) fault('text', VALUES.join(', '));
    for (const column of ['approved_on', 'valid_from', 'valid_to'] as const) {
      if (cell(column) !== '' && parseDay(cell(column)) === undefined) fault(column, 'YYYY-MM-DD');
    }
    if (key === undefined || language === undefined) continue;
    rows.push({
      line,
      key,
      language,
      text: cell('text').trim(),
      version: cell('version').trim(),
      approvedBy: cell('approved_by')
        .split(';')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      approvedOn: cell('approved_on'),
      status: cell('status'),
      validFrom: cell('valid_from'),
      validTo: cell('valid_to'),
    });
  }
  rows.forEach((row, place) => {
    const other = rows
      .slice(0, place)
      .find((one) => one.key === row.key && one.language === row.language && overlap(one, row));
    if (other === undefined) return;
    const { line, key, language } = row;
    faults.push(errorDetail('LETTER_TEXT_TWICE', { file, line, key, language, other: other.line }));
  });
  return { rows: rows.map(({ line: _, ...row }) => row), faults };
}

function overlap(one: LetterTextRow, other: LetterTextRow): boolean {
  const last = (row: LetterTextRow): string => (row.validTo === '' ? '9999-12-31' : row.validTo);
  return one.validFrom <= last(other) && other.validFrom <= last(one);
}
