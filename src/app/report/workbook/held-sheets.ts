import { explainWord } from '../../../messages';
import type { WorkbookSheet } from '../../../payout';
import { type Book, cell, kroner, sheet, text } from './book-sheet';

/** What is held back, by reason. */
export function heldSheet(book: Book): WorkbookSheet {
  return sheet(
    book,
    'report.held',
    [text('report.reason', 40), ['report.count', 'number', 12], kroner('report.amount')],
    book.model.held.map(({ name, count, amountNok }) => [
      explainWord(name, book.language),
      cell(book, count),
      cell(book, amountNok),
    ]),
    true,
  );
}

/** Findings by kind. */
export function findingSheet(book: Book): WorkbookSheet {
  return sheet(
    book,
    'report.front.findings',
    [text('report.finding', 60), text('report.code', 34), text('report.severity', 16), ['report.count', 'number', 12]],
    book.model.findings.map(({ name, severity, count }) => [
      explainWord(name, book.language),
      name,
      explainWord(severity, book.language),
      cell(book, count),
    ]),
  );
}
