const QUOTE = '"';

/** Longest record, in characters (data contract 1, limits); what is longer is no row of ours. */
const LONGEST_RECORD = 1_048_576;

/**
 * Splits text that comes in pieces into records of RFC 4180 with LF line ends, as our own files have them. Nothing is
 * mended: what does not fit is told as undefined. A quote that never ends, or a line that does not, takes the longest
 * record with it and no more, and each character is looked at once.
 */
export class CsvRecords {
  readonly #take: (fields: string[] | undefined, line: number) => void;
  /** Pieces of the line that has not ended yet, and their length. */
  #rest: string[] = [];
  #restLength = 0;
  /** Lines of the record that has not ended yet, and their length. */
  #record: string[] = [];
  #recordLength = 0;
  #quotes = 0;
  #line = 0;
  #recordLine = 1;

  /** @param take a record's fields with the line on which it begins; undefined where the quoting is broken */
  constructor(take: (fields: string[] | undefined, line: number) => void) {
    this.#take = take;
  }

  add(text: string): void {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      if (this.#rest.length === 0) this.#addLine(line, line.length);
      else this.#endRest(line);
    }
    if (last !== '') this.#addRest(last);
  }

  /** True where the last line had its end and no quote is open. */
  end(): boolean {
    return this.#restLength === 0 && this.#record.length === 0;
  }

  #addRest(piece: string): void {
    this.#restLength += piece.length;
    if (this.#restLength <= LONGEST_RECORD) this.#rest.push(piece);
    else this.#rest = [''];
  }

  #endRest(piece: string): void {
    this.#addRest(piece);
    const [line, length] = [this.#rest.join(''), this.#restLength];
    this.#rest = [];
    this.#restLength = 0;
    this.#addLine(line, length);
  }

  /** @param length of the whole line, which is not kept where it is too long */
  #addLine(line: string, length: number): void {
    this.#line += 1;
    if (this.#record.length === 0) {
      this.#recordLine = this.#line;
      if (length <= LONGEST_RECORD && !line.includes(QUOTE)) {
        this.#take(line.split(','), this.#line);
        return;
      }
    }
    this.#record.push(line);
    this.#recordLength += length + 1;
    this.#quotes += countQuotes(line);
    const isTooLong = this.#recordLength > LONGEST_RECORD + 1;
    if (this.#quotes % 2 === 1 && !isTooLong) return;
    const record = this.#record.join('\n');
    this.#record = [];
    this.#recordLength = 0;
    this.#quotes = 0;
    this.#take(isTooLong ? undefined : splitQuoted(record), this.#recordLine);
  }
}

function countQuotes(text: string): number {
  return text.split(QUOTE).length - 1;
}

function splitQuoted(record: string): string[] | undefined {
  const fields: string[] = [];
  let place = 0;
  for (;;) {
    const match = /"((?:[^"]|"")*)"(?=,|$)|([^",]*)(?=,|$)/y;
    match.lastIndex = place;
    const found = match.exec(record);
    if (!found) return undefined;
    fields.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', QUOTE));
    place = match.lastIndex;
    if (place === record.length) return fields;
    place += 1;
  }
}
