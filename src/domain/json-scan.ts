/**
 * Why a text is no JSON that can be used.
 * - too_large, too_deep: beyond JSON_BYTES_MAX, JSON_LEVELS_MAX
 * - encoding: neither UTF-8 nor UTF-16 with its mark
 * - syntax: no JSON
 * - key_twice: an object has a key twice, and only one could count
 * - characters: a text holds NUL or half a character
 */
export type JsonFaultReason = 'too_large' | 'too_deep' | 'encoding' | 'syntax' | 'key_twice' | 'characters';

/** A text that is no JSON, or none that can be used, with the place of the fault (both from 1; 0 for the whole file). */
export class JsonFault extends Error {
  readonly reason: JsonFaultReason;
  readonly line: number;
  readonly column: number;

  constructor(reason: JsonFaultReason, line = 0, column = 0) {
    super(`JSON ${reason} at ${line}:${column}`);
    this.name = 'JsonFault';
    this.reason = reason;
    this.line = line;
    this.column = column;
  }
}

/** A fault at a place of a text, as line and column. */
export function faultAt(reason: JsonFaultReason, text: string, index: number): JsonFault {
  const before = text.slice(0, index);
  const lines = before.match(/\r\n?|\n/g)?.length ?? 0;
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return new JsonFault(reason, lines + 1, index - start + 1);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** A list or an object that is open: of an object its keys so far, and whether a text that comes next is one. */
interface OpenLevel {
  readonly keys: Set<string> | undefined;
  keyIsNext: boolean;
}

/**
 * Looks a text through for what a parser of JSON lets pass: levels beyond a limit, keys that stand twice in one object,
 * NUL and half characters. A text that is no JSON may pass; the parser says so. Takes time in proportion to the text.
 *
 * @throws JsonFault too_deep, key_twice, characters
 */
export function scanJson(text: string, levelsMax: number): void {
  const open: OpenLevel[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const level = open.at(-1);
    switch (text.charCodeAt(index)) {
      case 0x5b: // [
      case 0x7b: // {
        if (open.length === levelsMax) throw faultAt('too_deep', text, index);
        open.push(text[index] === '{' ? { keys: new Set(), keyIsNext: true } : { keys: undefined, keyIsNext: false });
        break;
      case 0x5d: // ]
      case 0x7d: // }
        open.pop();
        break;
      case 0x2c: // ,
        if (level !== undefined) level.keyIsNext = level.keys !== undefined;
        break;
      case QUOTE: {
        const end = endOfText(text, index);
        if (end < 0) return;
        takeText(text, index, end, level);
        index = end;
      }
    }
  }
}

/** Place of the quote that ends a text; -1 where none does. */
function endOfText(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === QUOTE) return index;
    if (character === BACKSLASH) index += 1;
  }
  return -1;
}

function takeText(text: string, start: number, end: number, level: OpenLevel | undefined): void {
  const value = plainText(text.slice(start, end + 1));
  if (value === undefined) return; // No text of JSON: the parser stumbles here.
  if (/[\0\p{Cs}]/u.test(value)) throw faultAt('characters', text, start);
  if (level?.keys === undefined || !level.keyIsNext) return;
  if (level.keys.has(value)) throw faultAt('key_twice', text, start);
  level.keys.add(value);
  level.keyIsNext = false;
}

function plainText(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
