const QUOTE = '"';

/**
 * Splits text that comes in pieces into records of RFC 4180 with LF line ends, as our own files have them. Nothing is
 * mended: what does not fit is told as undefined.
 */
export class CsvRecords {
  readonly #take: (fields: string[] | undefined, line: number) => void;
  #rest = '';
  #record = '';
  #line = 0;
  #recordLine = 1;

  /** @param take a record's fields with the line on which it begins; undefined where the quoting is broken */
  constructor(take: (fields: string[] | undefined, line: number) => void) {
    this.#take = take;
  }

  add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#addLine(line);
  }

  /** True where the last line had its end and no quote is open. */
  end(): boolean {
    return this.#rest === '' && this.#record === '';
  }

  #addLine(line: string): void {
    this.#line += 1;
    if (this.#record === '') {
      this.#recordLine = this.#line;
      if (!line.includes(QUOTE)) {
        this.#take(line.split(','), this.#line);
        return;
      }
    }
    this.#record = this.#record === '' ? line : `${this.#record}\n${line}`;
    if (countQuotes(this.#record) % 2 === 1) return;
    const record = this.#record;
    this.#record = '';
    this.#take(splitQuoted(record), this.#recordLine);
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
