import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

/**
 * Differences between an expected file and the one that the program wrote, in the expected file's columns: each names
 * file, row (by its key and its line in the expected file) and column. Empty where they agree, order included.
 */
export function compareTable(
  name: string,
  keys: readonly string[],
  expectedText: string,
  actualText: string,
): string[] {
  const expected = rowsOf(expectedText);
  const actual = rowsOf(actualText);
  const columns = headerOf(expectedText);
  const missing = columns.filter((column) => !headerOf(actualText).includes(column));
  if (missing.length > 0) return missing.map((column) => `${name}: column ${column} is missing`);
  const keyOf = (row: Row): string => keys.map((key) => `${key}=${row[key] ?? ''}`).join(' ');
  const actualByKey = new Map<string, Row[]>();
  for (const row of actual) actualByKey.set(keyOf(row), [...(actualByKey.get(keyOf(row)) ?? []), row]);

  const differences: string[] = [];
  expected.forEach((row, index) => {
    const found = actualByKey.get(keyOf(row))?.shift();
    const place = `${name}:${index + 2} (${keyOf(row)})`;
    if (found === undefined) differences.push(`${place}: row is missing; expected ${contentOf(row, columns, keys)}`);
    else differences.push(...differingCells(row, found, columns).map((cell) => `${place}: ${cell}`));
  });
  for (const row of [...actualByKey.values()].flat()) {
    differences.push(`${name} (${keyOf(row)}): row is not expected; it says ${contentOf(row, columns, keys)}`);
  }
  if (differences.length > 0) return differences;
  return orderDifference(name, expected.map(keyOf), actual.map(keyOf));
}

function rowsOf(text: string): Row[] {
  return parse(text, { columns: true, bom: true });
}

function headerOf(text: string): string[] {
  return (text.split('\n', 1)[0] ?? '').split(',');
}

function contentOf(row: Row, columns: readonly string[], keys: readonly string[]): string {
  const content = columns.filter((column) => !keys.includes(column));
  return content.map((column) => `${column}=${row[column] ?? ''}`).join(' ');
}

function differingCells(expected: Row, found: Row, columns: readonly string[]): string[] {
  return columns
    .filter((column) => expected[column] !== found[column])
    .map((column) => `${column} should be "${expected[column]}", is "${found[column]}"`);
}

function orderDifference(name: string, expected: readonly string[], actual: readonly string[]): string[] {
  const index = expected.findIndex((key, place) => key !== actual[place]);
  return index < 0 ? [] : [`${name}:${index + 2}: rows stand in another order; expected here ${expected[index]}`];
}
