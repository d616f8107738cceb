import type { ExplainedSource, ExplainedStep } from './explained-world';
import { type CsvRow, englishColumn } from './extract-cells';

type ExtractSource = Extract<ExplainedSource, { kind: 'extract' }>;

/** Values of a sentence by the column in which each of them must stand. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  enteredDay: 'entered_on',
  leftDay: 'left_on',
  categoryWord: 'category',
  lawWord: 'law',
  decidedDay: 'decided_on',
  kindWord: 'kind',
  outcomeWord: 'outcome',
  birthDay: 'birth_date',
  country: 'country_background',
  fromDay: 'from_date',
  toDay: 'to_date',
  permitDay: 'permit_granted_on',
};
/** Sentences that say of a cell that it is empty, or say nothing of its value. */
const SAYS_EMPTY = ['MEMBER_STILL', 'ALIVE_MET', 'PERMIT_MISSING'];

/** What is wrong with a sentence about a row of the extract, held against the row itself. */
export function checkCell(step: ExplainedStep, source: ExtractSource, row: CsvRow, nth: number): string[] {
  const column = englishColumn(source.column);
  if (column === '') return checkRow(step, row);
  const value = row[column];
  if (value === undefined) return [`no column ${source.column}`];
  if (step.code.startsWith('FIELD_')) return checkChange(step, value, nth);
  if (SAYS_EMPTY.includes(step.code)) return value === '' ? [] : [`${column} is ${value}, not empty`];
  const expected = expectedValue(step, column, row);
  return expected === value ? [] : [`${column} is ${value}, told ${expected}`];
}

/** Every value of a sentence about a whole row stands in it. */
function checkRow(step: ExplainedStep, row: CsvRow): string[] {
  const faults = Object.entries(step.params).flatMap(([name, told]) => {
    const column = COLUMN_OF[name];
    if (column === undefined || row[column] === undefined) return [];
    return row[column] === told ? [] : [`${column} is ${row[column]}, told ${told}`];
  });
  return typeof step.params.place === 'string' ? [...faults, ...checkPlace(step.params.place, row)] : faults;
}

/** What a sentence says that a cell holds; the cell itself where the sentence holds no value of it. */
function expectedValue(step: ExplainedStep, column: string, row: CsvRow): string {
  const { params, code } = step;
  const cell = row[column] ?? '';
  if (code === 'WINDOW') return windowEnd(column, String(params.fromDay), String(params.toDay));
  if (code.startsWith('COUNTED') && column.endsWith('_date')) {
    const day = String(params.countDay);
    return (column === 'from_date' ? cell <= day : cell === '' || cell >= day) ? cell : '?';
  }
  switch (column) {
    case 'birth_date':
      return ageOn(cell, String(params.onDay ?? params.permitDay ?? params.enteredDay)) === params.ageYears
        ? cell
        : '?';
    case 'entered_on':
      if (code === 'DECISION_NOT_NEEDED') return cell < '2018-01-01' ? cell : '?';
      if (code.startsWith('FIRST_ROW')) return cell;
      return params.entryYear === undefined
        ? String(params.enteredDay)
        : cell.slice(0, 4) === String(params.entryYear)
          ? cell
          : '?';
    case 'left_on':
      if (code === 'COUNT_MEMBER_MET') return cell === '' || cell > String(params.countDay) ? cell : '?';
      return String(params.leftDay);
    case 'category':
      return code === 'ASYLUM_CATEGORY_MET' ? 'asylum_seeker' : String(params.categoryWord);
    case 'death_date':
    case 'emigrated_on':
      return String(params.eventDay);
    case 'outcome':
      return code === 'DECISION_MET' ? 'granted' : String(params.outcomeWord);
    case 'kommune':
    case 'fylke':
      return [...checkPlace(String(params.place), row), ...checkSegment(step, row)].join() === '' ? cell : '?';
    default:
      return String(params[nameOf(column)]);
  }
}

/** What ends the window: the first day, the day before the one on which the person was out, or the last day. */
function windowEnd(column: string, fromDay: string, toDay: string): string {
  if (column === 'entered_on') return fromDay;
  const after = new Date(Date.parse(toDay) + 86_400_000).toISOString().slice(0, 10);
  return column === 'left_on' ? after : toDay;
}

function nameOf(column: string): string {
  return Object.entries(COLUMN_OF).find(([, each]) => each === column)?.[0] ?? '';
}

/** Place and row name the same number; the place of a protected person is not told. */
function checkPlace(place: string, row: CsvRow): string[] {
  const code = row.kommune ?? row.fylke ?? '';
  const same = place === '' || place.split(' ')[0] === (code === '03' ? '0301' : code);
  return same ? [] : [`the place is ${code}, told ${place}`];
}

/** Days of a piece of the window lie within its row. */
function checkSegment({ code, params }: ExplainedStep, row: CsvRow): string[] {
  if (!code.startsWith('SEGMENT')) return [];
  const within =
    (row.from_date ?? '') <= String(params.fromDay) && (row.to_date || '9999-12-31') >= String(params.toDay);
  return within ? [] : [`the row is of ${row.from_date} to ${row.to_date}`];
}

/** The first source is the cell as it was, the second as it is. */
function checkChange({ params }: ExplainedStep, value: string, nth: number): string[] {
  const side = nth === 0 ? 'before' : 'after';
  const [name = '', told = ''] = Object.entries(params).find(([each]) => each.startsWith(side)) ?? [];
  const same = name.endsWith('Place') ? told === '' || String(told).split(' ')[0] === value : told === value;
  return same ? [] : [`${side} is ${value}, told ${told}`];
}

/** Completed years; 29 February counts from 1 March in common years. */
function ageOn(born: string, on: string): number {
  const [birthYear = '', ...birthday] = born.split('-');
  const [year = '', ...day] = on.split('-');
  return Number(year) - Number(birthYear) - (day.join('-') < birthday.join('-') ? 1 : 0);
}
