import { type Language, type TextKey, textOf } from '../../../messages';
import { columnLetters, type WorkbookColumn } from '../../../payout';

type Plan = readonly [title: TextKey, width: number, kind?: 'text'];

/** Columns of the sheet of lines, in their order. */
const LINES = {
  line: ['report.line', 9],
  pseudonym: ['report.pseudonym', 36, 'text'],
  component: ['report.component', 26, 'text'],
  group: ['report.group', 20, 'text'],
  grantYear: ['report.grant_year', 12, 'text'],
  code: ['report.code', 12, 'text'],
  reason: ['report.reason', 14, 'text'],
  rate: ['report.audit.rate', 14],
  partAbove: ['report.audit.part_above', 12],
  partBelow: ['report.audit.part_below', 12],
  dueOfAll: ['report.audit.due_of_all', 16],
  days: ['report.audit.days', 10],
  daysOfAll: ['report.audit.days_of_all', 14],
  roundedDown: ['report.audit.rounded_down', 16],
  leftOver: ['report.audit.left_over', 14],
  due: ['report.due', 16],
  posted: ['report.posted', 16],
  difference: ['report.audit.difference', 16],
  amount: ['report.audit.amount', 16],
  check: ['report.audit.check', 10],
} as const satisfies Readonly<Record<string, Plan>>;
export type LineColumn = keyof typeof LINES;

/** Columns of the sheet of payments. */
const GROUPS = {
  group: ['report.group', 24, 'text'],
  listed: ['report.audit.listed', 18],
  unlisted: ['report.audit.unlisted', 26],
  lines: ['report.audit.lines', 18],
  carriedIn: ['report.carried_in', 16],
  toPay: ['report.audit.to_pay', 18],
  toCarry: ['report.audit.to_carry', 18],
  paid: ['report.audit.paid', 18],
  carriedOut: ['report.audit.carried_out', 18],
  check: ['report.audit.check', 10],
} as const satisfies Readonly<Record<string, Plan>>;
export type GroupColumn = keyof typeof GROUPS;

/** `H7`: the cell of a column in a row of the sheet of lines. */
export function lineCell(column: LineColumn, row: number): string {
  return columnLetters(Object.keys(LINES).indexOf(column)) + row;
}

export function groupCell(column: GroupColumn, row: number): string {
  return columnLetters(Object.keys(GROUPS).indexOf(column)) + row;
}

export const lineColumns = (language: Language): WorkbookColumn[] => columns(LINES, language);
export const groupColumns = (language: Language): WorkbookColumn[] => columns(GROUPS, language);

function columns(plans: Readonly<Record<string, Plan>>, language: Language): WorkbookColumn[] {
  return Object.values(plans).map(
    ([title, width, kind]): WorkbookColumn => ({ title: textOf(title, language), kind: kind ?? 'number', width }),
  );
}
