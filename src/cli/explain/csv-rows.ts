/** Rows of a CSV text of ours (RFC 4180, comma, LF), the header included; row n stands on line n + 1 where no field has a line end. */
export function csvRows(text: string): string[][] {
  return text.includes('"') ? quotedRows(text) : plainRows(text);
}

function plainRows(text: string): string[][] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.split(','));
}

function quotedRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) break;
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Rows as objects under the names of the header, with their line numbers. */
export function csvRecords(text: string): { readonly line: number; readonly cell: (column: string) => string }[] {
  const [header = [], ...rows] = csvRows(text);
  return rows.map((row, index) => ({
    line: index + 2,
    cell: (column) => row[header.indexOf(column)] ?? '',
  }));
}
