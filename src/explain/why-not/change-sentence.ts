import type { AddedRow, Change, ValueChange } from '../../analysis';
import {
  asDay,
  at,
  blockOfFacts,
  CATEGORIES,
  type CellTable,
  DECISION_KINDS,
  FAR_FUTURE,
  type FactRow,
  factsOfPerson,
  isPerDecision,
  LAWS,
  NO_DAY,
  OUTCOMES,
  type PersonFacts,
  RESIDENCE_KIND,
  RESIDENCE_KINDS,
  unpackCountry,
} from '../../domain';
import type { ExplainCode, ExplainParams } from '../../messages';
import type { Source, Step } from '../../report';
import type { ChapterInput } from '../register/chapter-input';
import { fieldWord } from '../register/field-word';
import { cell, contractNames, placeText, rowOfLine, type Subject } from '../register/subject';
import { isoDay, step } from '../steps/step';

/** The word for a column that facts know. */
export function factWord(table: CellTable, column: string): string {
  const names = contractNames(table, column);
  return fieldWord(names.table, names.field);
}

/** The cell of the extract in which a registered value stands. */
export function cellOfFact(subject: Subject, table: CellTable, line: number, column: string): Source {
  const names = contractNames(table, column);
  return cell(subject, names.table, rowOfLine(subject, names.table, line), names.field);
}

/** One change as a sentence, with the cell that it is about. */
export function changeStep(input: ChapterInput, facts: PersonFacts, change: Change, id: string): Step {
  if (change.kind === 'added') return addedStep(input, change, id);
  const { subject } = input;
  const line = at(facts.rows[change.table], change.row).line ?? 0;
  const source = cellOfFact(subject, change.table, line, change.column);
  const { code, params } = valueSentence(input, change);
  return step(id, code, { fieldWord: factWord(change.table, change.column), ...params }, [source]);
}

function valueSentence(
  input: ChapterInput,
  change: ValueChange,
): { readonly code: ExplainCode; readonly params: ExplainParams } {
  const { column, from, to, daysMoved } = change;
  const place = (code: number): string => placeText(input.subject, code, asDay(input.year.lastDay));
  if (column === 'country') return { code: 'CHANGE_COUNTRY', params: { country: unpackCountry(from) } };
  if (column === 'recipient' || column === 'kommune') {
    return { code: 'CHANGE_PLACE', params: { fromPlace: place(from), toPlace: place(to) } };
  }
  const words = wordsOf(change);
  if (words) return { code: 'CHANGE_CODE', params: { fromWord: at(words, from), toWord: at(words, to) } };
  if (to === FAR_FUTURE) return { code: 'CHANGE_NO_END', params: { fromDay: isoDay(from) } };
  if (column === 'registeredOn' && to > input.year.asOf) {
    return { code: 'CHANGE_UNKNOWN', params: { fromDay: isoDay(from), toDay: isoDay(to) } };
  }
  if (daysMoved === null) return { code: 'CHANGE_EMPTY_DATE', params: { toDay: isoDay(to) } };
  const params = { fromDay: isoDay(from), toDay: isoDay(to), movedDays: daysMoved };
  return { code: to < from ? 'CHANGE_EARLIER' : 'CHANGE_LATER', params };
}

/** Words of a coded column, undefined for a date. */
function wordsOf({ table, column }: ValueChange): readonly string[] | undefined {
  switch (column) {
    case 'category':
      return CATEGORIES.map(([name]) => name);
    case 'law':
      return LAWS.map(([name]) => name);
    case 'outcome':
      return OUTCOMES.map(([name]) => name);
    case 'kind':
      return table === 'decisions'
        ? DECISION_KINDS.map(([name]) => name)
        : RESIDENCE_KINDS.map(([name]) => `kind_${name}`);
    default:
      return undefined;
  }
}

function addedStep(input: ChapterInput, { table, row }: AddedRow, id: string): Step {
  const asOfDay = isoDay(input.year.asOf);
  if (table === 'decisions') {
    const kind = row.kind ?? 0;
    const params = { kindWord: at(DECISION_KINDS, kind)[0], asOfDay, decidedDay: isoDay(row.decidedOn ?? 0) };
    return step(id, isPerDecision(input.component) ? 'ADD_DECISION_IN_YEAR' : 'ADD_DECISION', params);
  }
  if (table === 'residence') {
    const place = placeText(input.subject, row.recipient ?? 0, input.year.lastDay);
    const code = row.kind === RESIDENCE_KIND.receptionCentre ? 'ADD_CENTRE' : 'ADD_HOME';
    return step(id, code, { fromDay: isoDay(row.fromDate ?? 0), place, asOfDay });
  }
  const params = {
    categoryWord: at(CATEGORIES, row.category ?? 0)[0],
    lawWord: at(LAWS, row.law ?? 0)[0],
    enteredDay: isoDay(row.enteredOn ?? 0),
  };
  if (!asksForPermit(input, row)) return step(id, 'ADD_TARGET_GROUP', params);
  return step(id, 'ADD_TARGET_GROUP_PERMIT', { ...params, permitDay: isoDay(row.permitGrantedOn ?? 0) });
}

/** The rule asks for the day of the permit of such a row: without one it would miss it. */
function asksForPermit({ module, year, subject }: ChapterInput, row: FactRow): boolean {
  const facts = factsOfPerson(subject.block, subject.index);
  const targetGroup = [{ ...row, permitGrantedOn: NO_DAY }];
  const block = blockOfFacts({ ...facts, rows: { ...facts.rows, targetGroup } });
  const person = { block, index: 0, personRow: 0 };
  return module.conditions.some(
    (condition) => condition.bind(year).emptyCell?.(person, 0) === 'targetGroup.permitGrantedOn',
  );
}
