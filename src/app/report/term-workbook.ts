import { PAYMENT_STAGES } from '../../domain';
import { explainWord, type Language, rulebookText, textOf } from '../../messages';
import { type Cell, type WorkbookColumn, type WorkbookSheet, workbookBytes } from '../../payout';
import { marksOf, type ReportModel, type Shown } from '../../report';
import { type CorrectionSum, correctionSheet } from './correction-sums';

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

interface Book {
  readonly model: ReportModel;
  readonly language: Language;
}

type Heading = Parameters<typeof textOf>[0];

function text(key: Heading, width = 24): readonly [Heading, WorkbookColumn['kind'], number] {
  return [key, 'text', width];
}

function kroner(key: Heading): readonly [Heading, WorkbookColumn['kind'], number] {
  return [key, 'kroner', 16];
}

function sheet(
  { language }: Book,
  name: Heading,
  columns: readonly (readonly [Heading, WorkbookColumn['kind'], number])[],
  rows: readonly (readonly Cell[])[],
  hasSums = false,
): WorkbookSheet {
  return {
    name: textOf(name, language),
    columns: columns.map(([key, kind, width]) => ({ title: textOf(key, language), kind, width })),
    rows,
    ...(hasSums ? { sumsTitle: textOf('report.sum', language) } : {}),
  };
}

/** What is not shown says so, in the place of its figure. */
function cell({ language }: Book, value: Shown): Cell {
  return value ?? textOf('report.hidden', language);
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

function componentSheet(book: Book): WorkbookSheet {
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

function recipientSheet(book: Book): WorkbookSheet {
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

function partSheet(book: Book): WorkbookSheet {
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
