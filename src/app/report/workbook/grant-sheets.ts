import { explainWord } from '../../../messages';
import type { WorkbookSheet } from '../../../payout';
import { type Book, cell, kroner, sheet, text } from './book-sheet';

/** Sums by grant and grant year. */
export function componentSheet(book: Book): WorkbookSheet {
  const columns = ['report.annual', 'report.before', 'report.lines', 'report.later', 'report.held_part'] as const;
  return sheet(
    book,
    'report.front.components',
    [text('report.component', 44), text('report.grant_year', 12), ...columns.map(kroner)],
    book.model.components.map((row) => [
      explainWord(row.component, book.language),
      String(row.grantYear),
      ...[row.annualNok, row.postedBeforeNok, row.linesNok, row.dueLaterNok, row.heldNok].map((one) => cell(book, one)),
    ]),
    true,
  );
}

/** Sums by recipient. */
export function recipientSheet(book: Book): WorkbookSheet {
  const columns = ['report.lines', 'report.last_lines', 'report.paid', 'report.annual'] as const;
  return sheet(
    book,
    'report.recipients',
    [
      text('report.number', 10),
      text('report.recipient', 30),
      ...columns.map(kroner),
      ['report.persons_programme', 'number', 24],
    ],
    book.model.recipients.map(({ id, name, linesNok, lastNok, paidNok, annualNok, persons }) => [
      id,
      name,
      ...[linesNok, lastNok, paidNok, annualNok, persons].map((one) => cell(book, one)),
    ]),
    true,
  );
}

/** Grants of each recipient. */
export function partSheet(book: Book): WorkbookSheet {
  const columns = ['report.annual', 'report.lines', 'report.last_lines'] as const;
  return sheet(
    book,
    'report.recipient.components',
    [
      text('report.number', 10),
      text('report.recipient', 30),
      text('report.component', 44),
      ['report.persons', 'number', 12],
      ...columns.map(kroner),
    ],
    book.model.recipients.flatMap(({ id, name, components }) =>
      components.map(({ component, persons, annualNok, linesNok, lastNok }) => [
        id,
        name,
        explainWord(component, book.language),
        ...[persons, annualNok, linesNok, lastNok].map((one) => cell(book, one)),
      ]),
    ),
    true,
  );
}
