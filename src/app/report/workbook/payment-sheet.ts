import { PAYMENT_STAGES } from '../../../domain';
import { explainWord, type Language, textOf } from '../../../messages';
import type { WorkbookSheet } from '../../../payout';
import { type Book, cell, kroner, sheet, text } from './book-sheet';

/** Payments, how far each has come, and its file. */
export function paymentSheet(book: Book): WorkbookSheet {
  const columns = ['report.lines', 'report.carried_in', 'report.paid', 'report.carried_out'] as const;
  return sheet(
    book,
    'report.payments',
    [
      text('report.number', 10),
      text('report.recipient', 30),
      text('report.group', 24),
      ...columns.map(kroner),
      text('report.reference', 38),
      text('report.stage', 24),
      text('report.stage_on', 14),
      text('report.file', 24),
    ],
    book.model.recipients.flatMap(({ id, name, groups }) =>
      groups.map(({ group, linesNok, carriedInNok, paidNok, carriedOutNok, paymentKey, stage, stageOn, file }) => [
        id,
        name,
        explainWord(group, book.language),
        ...[linesNok, carriedInNok, paidNok, carriedOutNok].map((one) => cell(book, one)),
        paymentKey,
        stageText(stage, book.language),
        stageOn,
        file,
      ]),
    ),
    true,
  );
}

/** How far a payment has come; empty for none. */
function stageText(stage: string, language: Language): string {
  const known = PAYMENT_STAGES.find((each) => each === stage);
  return known === undefined ? '' : textOf(`stage.${known}`, language);
}
