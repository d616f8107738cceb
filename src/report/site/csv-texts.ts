import { stringify } from 'csv-stringify/sync';

/** CSV for people: semicolons, a mark that it is UTF-8, headings in words, and no text that a spreadsheet would run. */
export function peopleCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    [columns, ...rows].map((row) => [...row]),
    { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}

/** CSV for programs: names and forms of the contract; what is not shown is empty. */
export function openCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    [columns, ...rows].map((row) => [...row]),
    { escape_formulas: true },
  );
}
