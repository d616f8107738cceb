import type { Component, NettingGroup } from '../domain';
import type { Database, SqlValue } from '../effects';
import { componentOfNumber, groupOfNumber, nameIn } from './codes';

/*
 * What a query gives, told once: names of values, their SQL and how each is read; the type of its rows follows from that.
 */

/** A value of a query: its SQL and how it is read. */
export interface Column<T> {
  readonly sql: string;
  read(value: SqlValue): T;
}

/** Values of a query by their names, in its order. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row of such a query. */
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: ReturnType<C[Name]['read']> };

export const whole = (sql: string): Column<number> => ({ sql, read: Number });
export const text = (sql: string): Column<string> => ({ sql, read: String });
/** A JSON list of texts; none where it is no list. */
export const texts = (sql: string): Column<readonly string[]> => ({
  sql,
  read: (value) => {
    const parsed: unknown = JSON.parse(String(value));
    return Array.isArray(parsed) ? parsed.map(String) : [];
  },
});
/** A condition, or a column that is 0 or 1. */
export const flag = (sql: string): Column<boolean> => ({ sql, read: (value) => value === 1 });
/** null where it is empty. */
export const wholeOrNull = (sql: string): Column<number | null> => ({
  sql,
  read: (value) => (value === null ? null : Number(value)),
});
/** One of a closed list of names; another is a broken ledger (nameIn). */
export const oneOf = <T extends string>(sql: string, names: readonly T[]): Column<T> => ({
  sql,
  read: (value) => nameIn(names, value),
});
export const component = (sql: string): Column<Component> => ({ sql, read: componentOfNumber });
export const group = (sql: string): Column<NettingGroup> => ({ sql, read: groupOfNumber });

/**
 * Rows of a query that is asked more than once.
 *
 * @param rest of the statement, from FROM on
 */
export function queryOf<C extends Columns>(
  db: Database,
  columns: C,
  rest: string,
): (...values: readonly SqlValue[]) => RowOf<C>[];
export function queryOf(db: Database, columns: Columns, rest: string): (...values: readonly SqlValue[]) => object[] {
  const named = Object.entries(columns);
  const query = db.prepare(`SELECT ${named.map(([, { sql }]) => sql).join(', ')} ${rest}`);
  const rowOfValues = (row: readonly SqlValue[]): object =>
    Object.fromEntries(named.map(([name, { read }], place) => [name, read(row[place] ?? null)]));
  return (...values) => query.all(...values).map(rowOfValues);
}

/**
 * Rows of a query.
 *
 * @example rowsOf(db, { line: whole('line'), code: text('code') }, 'FROM postings WHERE posting = ?', posting)
 */
export function rowsOf<C extends Columns>(
  db: Database,
  columns: C,
  rest: string,
  ...values: readonly SqlValue[]
): RowOf<C>[] {
  return queryOf(db, columns, rest)(...values);
}

/** The first of them; undefined where there is none. */
export function rowOf<C extends Columns>(
  db: Database,
  columns: C,
  rest: string,
  ...values: readonly SqlValue[]
): RowOf<C> | undefined {
  return rowsOf(db, columns, rest, ...values)[0];
}

/** The first value of each row of a query. */
export function valuesOf<T>(
  db: Database,
  read: (value: SqlValue) => T,
  sql: string,
  ...values: readonly SqlValue[]
): T[] {
  return db
    .prepare(sql)
    .all(...values)
    .map(([value = null]) => read(value));
}
