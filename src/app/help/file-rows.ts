import { RATES_TABLE, RECIPIENTS_TABLE, TABLE_SPECS } from '../../register';

interface Column {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

/**
 * A row for each column of the tables that are read: file, column, its other names, whether it must be filled in.
 *
 * @param yes the word of columns that must be filled in
 */
export function fileRows(yes: string): string[][] {
  const rows = (file: string, columns: readonly Column[]): string[][] =>
    columns.map(({ name, aliases, required }, index) => [
      index === 0 ? file : '',
      name,
      aliases.join(', '),
      required ? yes : '',
    ]);
  return [
    ...Object.values(TABLE_SPECS).flatMap(({ fileNames, fields }) => rows(fileNames.join(' / '), fields)),
    ...[RATES_TABLE, RECIPIENTS_TABLE].flatMap(({ table, columns }) => rows(`${table}.csv`, columns)),
  ];
}
