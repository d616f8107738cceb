import { type Options, stringify } from 'csv-stringify/sync';

type Value = string | number;

/** Columns of a table with their headings: of each what stands in it of a row. */
export type CsvColumns<Row> = readonly (readonly [heading: string, cell: (row: Row) => Value])[];

/** CSV for people: semicolons, a mark that it is UTF-8, headings in words, and no text that a spreadsheet would run. */
export function peopleCsv<Row>(rows: readonly Row[], columns: CsvColumns<Row>): string {
  return csvText(rows, columns, { delimiter: ';', bom: true, record_delimiter: 'windows' });
}

/** The numbers of a figure as CSV for people. */
export function figureCsv(headings: readonly string[], rows: readonly (readonly Value[])[]): string {
  return peopleCsv(
    rows,
    headings.map((heading, index) => [heading, (row) => row[index] ?? '']),
  );
}

/** CSV for programs: names and forms of the contract; what is not shown is empty. */
export function openCsv<Row>(rows: readonly Row[], columns: CsvColumns<Row>): string {
  return csvText(rows, columns, {});
}

function csvText<Row>(rows: readonly Row[], columns: CsvColumns<Row>, form: Options): string {
  const lines = [columns.map(([heading]) => heading), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  return stringify(lines, { ...form, escape_formulas: true });
}
