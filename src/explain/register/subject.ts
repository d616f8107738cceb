import { type RuleSet, rowEnd, rowStart, visiblePersonRow } from '../../../rules';
import {
  actOfLine,
  asDay,
  asRecipientCode,
  assert,
  type CellTable,
  CONTRACT_TABLE,
  type Day,
  formatRecipientCode,
  isProtectedPerson,
  type RegisterBlock,
  type RowColumns,
  snakeCase,
  u32,
} from '../../domain';
import type { Snapshot, TableName } from '../../register';
import type { Source } from '../../report';
import type { RunContext } from '../run/run-context';
import { caseSource, extractCell } from '../steps/sources';

/** Tables of a person that explanations speak of, by their place in a block. */
export const BLOCK_KEY = {
  persons: 'persons',
  target_group: 'targetGroup',
  decisions: 'decisions',
  residence: 'residence',
  training_kommune: 'trainingKommune',
  upper_secondary: 'upperSecondary',
} as const;
export type PersonTable = keyof typeof BLOCK_KEY;

/** Table and field of a cell as the data contract calls them. */
export function contractNames(
  table: CellTable,
  column: string,
): { readonly table: PersonTable; readonly field: string } {
  const recipient = table === 'upperSecondary' ? 'fylke' : 'kommune';
  const field = column === 'country' ? 'country_background' : column === 'recipient' ? recipient : snakeCase(column);
  return { table: CONTRACT_TABLE[table], field };
}

/** A person whose rows an explanation reads. */
export interface Subject {
  readonly context: RunContext;
  /** The extract that the rows stand in. */
  readonly snapshot: Snapshot;
  readonly block: RegisterBlock;
  readonly index: number;
  /** The persons row that counts at D, -1 for none. */
  readonly personRow: number;
  /** Places of this person are never named. */
  readonly isProtected: boolean;
}

/** The person at a place of the register. */
export function subjectOf(
  context: RunContext,
  place: { readonly block: RegisterBlock; readonly index: number },
): Subject {
  const { block, index } = place;
  const personRow = visiblePersonRow(block.persons, index, asDay(context.request.asOf));
  const isProtected = isProtectedPerson(block, index);
  return { context, snapshot: context.snapshot, block, index, personRow, isProtected };
}

/** Row of a person's table that stands on a line of its file. */
export function rowOfLine(subject: Subject, table: PersonTable, line: number): number {
  const columns: RowColumns = subject.block[BLOCK_KEY[table]];
  const end = rowEnd(columns, subject.index);
  for (let row = rowStart(columns, subject.index); row < end; row += 1) {
    if (u32(columns.line, row) === line) return row;
  }
  assert(false, `the person has no row on line ${line} of ${table}`);
}

/** The cell of a row of the person. */
export function cell(subject: Subject, table: PersonTable & TableName, row: number, field = ''): Source {
  const columns: RowColumns = subject.block[BLOCK_KEY[table]];
  const line = u32(columns.line, row);
  const act = actOfLine(line);
  return act === 0 ? extractCell(subject.snapshot, table, line, field) : caseSource(subject.context.cases, act);
}

/** A place as text, `0301 Oslo`, named as on a day; empty where the person is protected. */
export function placeText(subject: Pick<Subject, 'isProtected' | 'context'>, code: number, on: Day): string {
  return subject.isProtected ? '' : placeName(subject.context.rules, code, on);
}

/** `0301 Oslo`; the number alone where the register has no name. */
export function placeName(rules: RuleSet, code: number, on: Day): string {
  const recipient = asRecipientCode(code);
  const name = rules.places.nameOn(recipient, on);
  return name === '' ? formatRecipientCode(recipient) : `${formatRecipientCode(recipient)} ${name}`;
}
