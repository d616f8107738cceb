const LINE_FEED = 0x0a;
const QUOTE = 0x22;

/** Where a header ends. */
export interface HeaderEnd {
  /** The first byte behind it. */
  readonly bytes: number;
  /** Lines that it takes: more than one where a quoted name holds a line end (RFC 4180). */
  readonly lines: number;
}

/** Where the header at the start of a text ends; undefined where no line of the text ends it. */
export function headerEnd(text: Uint8Array): HeaderEnd | undefined {
  let lines = 0;
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const byte = text[place];
    if (byte === QUOTE) quoted = !quoted;
    if (byte !== LINE_FEED) continue;
    lines += 1;
    if (!quoted) return { bytes: place + 1, lines };
  }
  return undefined;
}
