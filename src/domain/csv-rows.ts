/**
 * Rows of a CSV text of ours (RFC 4180, comma, LF or CRLF), the header included. For small files that this program has
 * written or ships with; a user's files are read by the register room, with every fault told.
 */
export function csvRows(text: string): string[][] {
  return text.includes('"') ? [...quotedRows(text)] : plainRows(text);
}

function plainRows(text: string): string[][] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.split(','));
}

function* quotedRows(text: string): Generator<string[]> {
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) break;
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    yield row;
    row = [];
  }
}

/** Rows of a large text, one after the other; the header is the first. */
function* eachRow(text: string): Generator<string[]> {
  if (text.includes('"')) {
    yield* quotedRows(text);
    return;
  }
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from);
    const end = next < 0 ? text.length : next;
    yield text.slice(from, text[end - 1] === '\r' ? end - 1 : end).split(',');
    from = end + 1;
  }
}

/** The same as csvRecords() without holding them all at once. */
export function* eachCsvRecord(text: string): Generator<{ readonly cell: (column: string) => string }> {
  const rows = eachRow(text);
  const header: readonly string[] = rows.next().value ?? [];
  const place = new Map(header.map((name, index) => [name, index]));
  for (const row of rows) yield { cell: (column) => row[place.get(column) ?? -1] ?? '' };
}

/** Rows as objects under the names of the header, with their line numbers. */
export function csvRecords(text: string): { readonly line: number; readonly cell: (column: string) => string }[] {
  const [header = [], ...rows] = csvRows(text);
  const place = new Map(header.map((name, index) => [name, index]));
  return rows.map((row, index) => ({
    line: index + 2,
    cell: (column) => row[place.get(column) ?? -1] ?? '',
  }));
}

/** Rows as plain objects, by the names of the header. */
export function csvObjects(text: string): Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = csvRows(text);
  return rows.map((row) => Object.fromEntries(header.map((name, place) => [name, row[place] ?? ''])));
}
