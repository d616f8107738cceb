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
