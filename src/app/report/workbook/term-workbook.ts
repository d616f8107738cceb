import { type Language, textOf } from '../../../messages';
import { type Cell, type WorkbookSheet, workbookBytes } from '../../../payout';
import { marksOf, type ReportModel } from '../../../report';
import { type CorrectionSum, correctionSheet } from '../correction-sums';
import { type Book, cell, type Heading, sheet, text } from './book-sheet';
import { componentSheet, partSheet, recipientSheet } from './grant-sheets';
import { findingSheet, heldSheet } from './held-sheets';
import { parameterSheet } from './parameter-sheet';
import { paymentSheet } from './payment-sheet';

/**
 * A term as a workbook: front, grants, recipients, their grants and payments, held, findings, parameters. It shows what the
 * pages of the same report show and no more. Texts are texts, never formulas; the same report gives the same bytes.
 *
 * @param corrections undefined in a report to be shared
 */
export function termWorkbook(
  model: ReportModel,
  corrections: readonly CorrectionSum[] | undefined,
  language: Language,
): Promise<Buffer> {
  const book = { model, language };
  return workbookBytes([
    frontSheet(book),
    componentSheet(book),
    recipientSheet(book),
    partSheet(book),
    paymentSheet(book),
    ...(corrections === undefined ? [] : [correctionSheet(model, corrections, language)]),
    heldSheet(book),
    findingSheet(book),
    parameterSheet(book),
  ]);
}

function frontSheet(book: Book): WorkbookSheet {
  const { model, language } = book;
  const mark = marksOf({ model, language, up: '' }).join(' ');
  const [now] = model.runs;
  const facts: (readonly [Heading, Cell])[] = [
    ['report.workbook.mark', mark],
    ['report.workbook.run', model.runId],
    ['report.workbook.as_of', model.asOf],
    ['report.workbook.extract', model.extractTakenAt],
    ['report.workbook.manifest', model.manifestHash],
    ['report.workbook.posting_head', model.postingHead],
    ['report.workbook.journal_head', model.journalHead],
    ['report.persons', cell(book, now?.persons)],
    ['report.gross', cell(book, now?.grossNok)],
    ['report.corrections', cell(book, now?.correctionsNok)],
    ['report.net', cell(book, now?.netNok)],
    ['report.paid', cell(book, now?.paidNok)],
    ['report.held', cell(book, now?.heldNok)],
  ];
  const rows = facts.map(([key, value]): Cell[] => [textOf(key, language), value]);
  return sheet(book, 'report.menu.overview', [text('report.figure', 30), ['report.rules.value', 'number', 70]], rows);
}
