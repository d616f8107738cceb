import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, readTable } from './csv';
import { readDate } from './dates';
import { isKnownFylke, isKnownKommune } from './places';
import { type Column, readCodeValue, TABLES, type Table } from './tables';

/** What was read of one table: rows that were accepted and rows that were not, in the order of the file. */
export interface ReadTable {
  accepted: Row[];
  rejected: Row[];
  readonly total: number;
}

export interface Extract {
  readonly tables: ReadonlyMap<string, ReadTable>;
  /** Day on which it was taken; empty where it does not say. */
  readonly takenAt: string;
  /** Id that a person has now. */
  canonical(id: string): string;
  /** Steps from an id to the one that the person has now. */
  chainLength(id: string): number;
  /** Persons of whom a row (other than hours) was rejected. */
  readonly withheld: ReadonlySet<string>;
}

/** Reads and checks an extract (data contract 1 and 2; rulebook, head). */
export function readExtract(folder: string): Extract {
  const tables = new Map<string, ReadTable>();
  for (const table of TABLES) tables.set(table.name, readAndCheck(folder, table));
  const ids = tableOf(tables, 'person_ids');
  reject(ids, (row) => isInCircle(row, ids.accepted));
  const next = new Map(ids.accepted.map((row) => [row.text('old_person_id'), row.text('person_id')]));
  const canonical = (id: string): string => {
    const following = next.get(id);
    return following === undefined ? id : canonical(following);
  };
  const chainLength = (id: string): number => {
    const following = next.get(id);
    return following === undefined ? 0 : 1 + chainLength(following);
  };
  rejectDecisionsOfSeveralPersons(tableOf(tables, 'decisions'), canonical);
  const known = new Set(tableOf(tables, 'persons').accepted.map((row) => canonical(row.text('person_id'))));
  for (const [name, table] of tables) {
    if (name === 'persons' || name === 'person_ids' || name === 'teaching_hours') continue;
    reject(table, (row) => !known.has(canonical(row.text('person_id'))));
  }
  return { tables, takenAt: takenAtOf(folder), canonical, chainLength, withheld: findWithheld(tables, canonical) };
}

function takenAtOf(folder: string): string {
  const path = join(folder, 'extract.json');
  if (!existsSync(path)) return '';
  const said: { taken_at?: string } = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  return (said.taken_at ?? '').slice(0, 10);
}

export function tableOf(tables: ReadonlyMap<string, ReadTable>, name: string): ReadTable {
  const table = tables.get(name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

function reject(table: ReadTable, isWrong: (row: Row) => boolean): void {
  const wrong = new Set(table.accepted.filter(isWrong));
  table.rejected.push(...wrong);
  table.accepted = table.accepted.filter((row) => !wrong.has(row));
}

function readAndCheck(folder: string, table: Table): ReadTable {
  const aliases = new Map(
    table.columns.flatMap((column) => column.aliases.map((alias) => [alias, column.name] as const)),
  );
  const rows = readTable(folder, table.fileNames, aliases);
  const result: ReadTable = { accepted: [], rejected: [], total: rows.length };
  const keyCounts = new Map<string, number>();
  for (const row of rows) {
    const key = table.key === '' ? '' : row.text(table.key);
    keyCounts.set(key, (keyCounts.get(key) ?? 0) + 1);
  }
  for (const row of rows) {
    const clean = cleanRow(row, table.columns);
    const key = table.key === '' ? '' : row.text(table.key);
    const isDouble = key !== '' && (keyCounts.get(key) ?? 0) > 1;
    if (clean === undefined || isDouble || endsBeforeItStarts(clean)) result.rejected.push(row);
    else result.accepted.push(clean);
  }
  return result;
}

/** The row with every value in its one form; undefined where a value can't be read. */
function cleanRow(row: Row, columns: readonly Column[]): Row | undefined {
  let clean = row;
  for (const column of columns) {
    const text = row.text(column.name);
    if (text === '') {
      if (column.required) return undefined;
      continue;
    }
    const value = readValue(column.read, text);
    if (value === '') return undefined;
    clean = clean.with(column.name, value);
  }
  return clean;
}

/** A value in its one form, empty where it can't be read. */
function readValue(read: string, text: string): string {
  const code = readCodeValue(read, text);
  if (code !== undefined) return code;
  const keep = (isRight: boolean): string => (isRight ? text : '');
  if (read === 'date') return readDate(text);
  if (read === 'person') return keep(/^\d{12}$/.test(text));
  if (read === 'country') return keep(/^[A-Z]{3}$/.test(text));
  if (read === 'kommune') return keep(isKnownKommune(text));
  if (read === 'fylke') return keep(isKnownFylke(text));
  if (read === 'month') return keep(/^\d{4}-(0[1-9]|1[0-2])$/.test(text));
  if (read === 'decimal' || read === 'hours') return readHundredths(text, read === 'hours' ? 25_000 : Infinity);
  return text;
}

/** Hours as a text of hundredths; empty where the text is no such number or above the limit. */
function readHundredths(text: string, limit: number): string {
  const parts = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (!parts) return '';
  const hundredths = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return hundredths <= limit ? String(hundredths) : '';
}

function endsBeforeItStarts(row: Row): boolean {
  const from = row.text('from_date') || row.text('entered_on');
  const to = row.text('to_date') || row.text('left_on');
  return to !== '' && to < from;
}

/** True where following the changes from a row's old id comes back to it. */
function isInCircle(row: Row, rows: readonly Row[]): boolean {
  const next = new Map(rows.map((other) => [other.text('old_person_id'), other.text('person_id')]));
  let id: string | undefined = row.text('old_person_id');
  for (let step = 0; step <= rows.length; step += 1) {
    id = id === undefined ? undefined : next.get(id);
    if (id === row.text('old_person_id')) return true;
  }
  return false;
}

function rejectDecisionsOfSeveralPersons(decisions: ReadTable, canonical: (id: string) => string): void {
  const persons = new Map<string, Set<string>>();
  for (const row of [...decisions.accepted, ...decisions.rejected]) {
    const named = persons.get(row.text('decision_id')) ?? new Set();
    if (row.text('person_id') !== '') named.add(canonical(row.text('person_id')));
    persons.set(row.text('decision_id'), named);
  }
  reject(decisions, (row) => (persons.get(row.text('decision_id'))?.size ?? 0) > 1);
}

function findWithheld(tables: ReadonlyMap<string, ReadTable>, canonical: (id: string) => string): Set<string> {
  const withheld = new Set<string>();
  for (const [name, table] of tables) {
    if (name === 'hours' || name === 'teaching_hours') continue;
    for (const row of table.rejected) {
      withheld.add(canonical(row.text('person_id')));
      if (name === 'person_ids') withheld.add(canonical(row.text('old_person_id')));
    }
  }
  return withheld;
}

/** True where in some table the rejected rows are more than so many percent of its rows (data contract 1). */
export function rejectsTooMuch(extract: Extract, limitPercent: number | undefined): boolean {
  return [...extract.tables.values()].some(({ rejected, total }) =>
    limitPercent === undefined ? rejected.length > 0 : rejected.length * 100 > limitPercent * total,
  );
}
