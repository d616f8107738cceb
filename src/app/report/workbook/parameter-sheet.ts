import { explainWord, rulebookText, textOf } from '../../../messages';
import type { WorkbookSheet } from '../../../payout';
import { type Book, sheet, text } from './book-sheet';

/** Rates, limits and assumptions with status and source. */
export function parameterSheet(book: Book): WorkbookSheet {
  const { language } = book;
  return sheet(
    book,
    'report.menu.rules',
    [
      text('report.rules.key', 40),
      text('report.rules.years', 14),
      text('report.rate_class', 10),
      ['report.rules.value', 'number', 24],
      text('report.rules.status', 14),
      text('report.rules.source', 50),
      text('report.rules.used', 18),
    ],
    book.model.parameters.flatMap(({ key, rows }) =>
      rows.map(({ years, rateClass, valueNok, value, status, source, isUsed }) => [
        key,
        years,
        explainWord(rateClass, language),
        valueNok ?? value,
        explainWord(status, language),
        rulebookText(source, language),
        isUsed ? textOf('report.rules.yes', language) : '',
      ]),
    ),
  );
}
