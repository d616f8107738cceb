import { explainWord, type Language, textOf } from '../../../messages';
import { type Cell, Formula, type WorkbookSheet, workbookBytes } from '../../../payout';
import { auditPath, marksOf, type Recipient, type ReportModel } from '../../../report';
import type { ReportFile } from '../write-site';
import { type GroupColumn, groupCell, groupColumns, type LineColumn, lineCell, lineColumns } from './audit-columns';
import { type AuditedLines, type AuditLine, auditLineOf } from './audit-lines';

/** Workbooks of recipients, one after the other. */
export async function* auditWorkbooks(
  model: ReportModel,
  audited: ReadonlyMap<string, AuditedLines>,
  language: Language,
): AsyncGenerator<ReportFile> {
  for (const recipient of model.recipients) {
    const lines = audited.get(recipient.id);
    if (lines === undefined) continue;
    yield { path: auditPath(recipient.id, language), text: await auditWorkbook(model, recipient, lines, language) };
  }
}

interface Book {
  readonly model: ReportModel;
  readonly recipient: Recipient;
  readonly lines: readonly AuditLine[];
  readonly unlistedNok: ReadonlyMap<string, number>;
  readonly language: Language;
}

/**
 * The payment of one recipient reckoned anew in live formulas: every line from rate, days and the krone left over, the lines
 * of each group down to what is paid, and checks that are 0 where the run came to the same.
 */
function auditWorkbook(
  model: ReportModel,
  recipient: Recipient,
  { lines, unlistedNok }: AuditedLines,
  language: Language,
): Promise<Buffer> {
  const book = { model, recipient, lines: [...lines].map(auditLineOf), unlistedNok, language };
  return workbookBytes([frontSheet(book), groupSheet(book), lineSheet(book)]);
}

const LINES_SHEET = 'report.line_count';
const GROUPS_SHEET = 'report.payments';

function frontSheet({ model, recipient: { id, name, groups }, lines, language }: Book): WorkbookSheet {
  const say = (key: Parameters<typeof textOf>[0]): string => textOf(key, language);
  const checks = [
    lines.length === 0 ? '' : `SUM(${ofLines('check', lines, language)})`,
    groups.length === 0
      ? ''
      : `SUM('${say(GROUPS_SHEET)}'!${groupCell('check', 2)}:${groupCell('check', groups.length + 1)})`,
  ].filter((sum) => sum !== '');
  const rows: (Cell | Formula)[][] = [
    [say('report.recipient'), `${id} ${name}`],
    [say('report.workbook.mark'), marksOf({ model, language, up: '' }).join(' ')],
    [say('report.workbook.run'), model.runId],
    [say('report.workbook.manifest'), model.manifestHash],
    [say('report.line_count'), lines.length],
    [say('report.audit.wrong'), checks.length === 0 ? 0 : new Formula(checks.join('+'))],
    ['', say('report.audit.how')],
  ];
  const columns = [
    { title: say('report.figure'), kind: 'text', width: 34 },
    { title: say('report.rules.value'), kind: 'number', width: 90 },
  ] as const;
  return { name: say('report.menu.overview'), columns, rows };
}

/** Cells of a column over all lines, from another sheet. */
function ofLines(column: LineColumn, lines: readonly AuditLine[], language: Language): string {
  const [from, to] = [2, lines.length + 1].map((row) => lineCell(column, row).replace(/^([A-Z]+)/, '$$$1$$'));
  return `'${textOf(LINES_SHEET, language)}'!${from}:${to}`;
}

/** Lines of each group, the balance, and what is paid. */
function groupSheet({ recipient: { groups }, lines, unlistedNok, language }: Book): WorkbookSheet {
  const rows = groups.map((group, index): (Cell | Formula)[] => {
    const cell = (column: GroupColumn): string => groupCell(column, index + 2);
    const sums = ofLines('group', lines, language);
    const listed = `SUMIF(${sums},${cell('group')},${ofLines('difference', lines, language)})`;
    const net = `${cell('listed')}+${cell('unlisted')}+${cell('carriedIn')}`;
    const holds = [
      `${cell('listed')}+${cell('unlisted')}=${cell('lines')}`,
      `${cell('toPay')}=${cell('paid')}`,
      `${cell('toCarry')}=${cell('carriedOut')}`,
    ];
    return [
      explainWord(group.group, language),
      lines.length === 0 ? 0 : new Formula(listed),
      unlistedNok.get(group.group) ?? 0,
      group.linesNok ?? 0,
      group.carriedInNok ?? 0,
      new Formula(`MAX(0,${net})`),
      new Formula(`MIN(0,${net})`),
      group.paidNok ?? 0,
      group.carriedOutNok ?? 0,
      new Formula(`IF(AND(${holds.join(',')}),0,1)`),
    ];
  });
  return { name: textOf(GROUPS_SHEET, language), columns: groupColumns(language), rows };
}

function lineSheet({ language, lines }: Book): WorkbookSheet {
  const rows = lines.map((line, index): (Cell | Formula)[] => {
    const cell = (column: LineColumn): string => lineCell(column, index + 2);
    return [
      line.number,
      line.pseudonym,
      explainWord(line.component, language),
      explainWord(line.group, language),
      String(line.grantYear),
      line.code,
      explainWord(line.reason, language),
      ...shareCells(line, cell),
      line.postedNok,
      new Formula(`${cell('due')}-${cell('posted')}`),
      line.amountNok,
      new Formula(`IF(${cell('difference')}=${cell('amount')},0,1)`),
    ];
  });
  return { name: textOf(LINES_SHEET, language), columns: lineColumns(language), rows };
}

/** From the rate to what is due to the recipient; of what is decided kroner by kroner, that alone. */
function shareCells(line: AuditLine, cell: (column: LineColumn) => string): (Cell | Formula)[] {
  const { annualNok, part, share, leftOverNok, cumulativeNok } = line;
  if (annualNok === undefined) return [null, null, null, null, null, null, null, null, cumulativeNok];
  return [
    annualNok,
    part.above,
    part.below,
    new Formula(`INT(${cell('rate')}*${cell('partAbove')}/${cell('partBelow')})`),
    share.above,
    share.below,
    new Formula(`INT(${cell('dueOfAll')}*${cell('days')}/${cell('daysOfAll')})`),
    leftOverNok,
    new Formula(`${cell('roundedDown')}+${cell('leftOver')}`),
  ];
}
