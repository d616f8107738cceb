const QUOTE = '"';

/** Longest record, in characters (data contract 1, limits); what is longer is no row of ours. */
const LONGEST_RECORD = 1_048_576;

/**
 * Splits text that comes in pieces into records of RFC 4180 with LF line ends, as our own files have them. Nothing is
 * mended: what does not fit is given as undefined. A quote that never ends, or a line that does not, takes the longest
 * record with it and no more, and each character is looked at once.
 */
export class CsvRecords {
  readonly #take: (fields: string[] | undefined, line: number) => void;
  /** The record that has not ended yet, as far as it may be long; its length and quotes; the line on which it begins. */
  #pieces: string[] = [];
  #length = 0;
  #quotes = 0;
  #recordLine = 1;
  #line = 1;

  /** @param take a record's fields with the line on which it begins; undefined where the quoting is broken */
  constructor(take: (fields: string[] | undefined, line: number) => void) {
    this.#take = take;
  }

  add(text: string): void {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      this.#addPiece(line);
      this.#endLine();
    }
    this.#addPiece(last);
  }

  /** True where the last line had its end and no quote is open. */
  end(): boolean {
    return this.#length === 0;
  }

  #addPiece(piece: string): void {
    this.#length += piece.length;
    if (this.#length > LONGEST_RECORD) return;
    this.#pieces.push(piece);
    if (piece.includes(QUOTE)) this.#quotes += piece.split(QUOTE).length - 1;
  }

  #endLine(): void {
    this.#line += 1;
    const isTooLong = this.#length > LONGEST_RECORD;
    if (this.#quotes % 2 === 1 && !isTooLong) {
      this.#addPiece('\n');
      return;
    }
    const record = this.#pieces.join('');
    const fields = this.#quotes === 0 ? record.split(',') : splitQuoted(record);
    const line = this.#recordLine;
    [this.#pieces, this.#length, this.#quotes, this.#recordLine] = [[], 0, 0, this.#line];
    this.#take(isTooLong ? undefined : fields, line);
  }
}

function splitQuoted(record: string): string[] | undefined {
  const fields: string[] = [];
  const field = /"((?:[^"]|"")*)"(?=,|$)|([^",]*)(?=,|$)/y;
  for (;;) {
    const found = field.exec(record);
    if (!found) return undefined;
    fields.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', QUOTE));
    if (field.lastIndex === record.length) return fields;
    field.lastIndex += 1;
  }
}

/** Records of a small table by the names of its columns, with their lines. */
export function recordsOf(textOfTable: string): { readonly line: number; readonly cell: (name: string) => string }[] {
  const records: { line: number; cells: string[] }[] = [];
  const reader = new CsvRecords((cells, line) => records.push({ line, cells: cells ?? [] }));
  reader.add(textOfTable);
  const [head, ...rest] = records;
  return rest.map(({ line, cells }) => ({ line, cell: (name) => cells[head?.cells.indexOf(name) ?? -1] ?? '' }));
}
