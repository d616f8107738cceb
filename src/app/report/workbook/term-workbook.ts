import { PAYMENT_STAGES } from '../../../domain';
import { explainWord, type Language, rulebookText, textOf } from '../../../messages';
import { type Cell, type WorkbookSheet, workbookBytes } from '../../../payout';
import { marksOf, type ReportModel } from '../../../report';
import { type CorrectionSum, correctionSheet } from '../correction-sums';
import { type Book, cell, type Heading, kroner, sheet, text } from './book-sheet';
import { componentSheet, partSheet, recipientSheet } from './grant-sheets';

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

/** Rates, limits and assumptions with status and source. */
function parameterSheet(book: Book): WorkbookSheet {
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

/** What is held back, by reason. */
function heldSheet(book: Book): WorkbookSheet {
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
function findingSheet(book: Book): WorkbookSheet {
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

/** Payments, how far each has come, and its file. */
function paymentSheet(book: Book): WorkbookSheet {
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
