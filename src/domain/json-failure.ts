import { NorsktilskuddError } from './errors';
import { JsonFault, type JsonFaultReason } from './json-fault';
import { jsonTextOf, parseJson } from './json-text';

const CODES: Readonly<Record<JsonFaultReason, string>> = {
  too_large: 'JSON_TOO_LARGE',
  too_deep: 'JSON_TOO_DEEP',
  encoding: 'JSON_ENCODING',
  syntax: 'CONFIG_NOT_JSON',
  key_twice: 'JSON_KEY_TWICE',
  characters: 'JSON_CHARACTERS',
};

/** A JSON file that can be used: its value, and its text for the places of what is wrong with it. */
export interface JsonFile {
  readonly value: unknown;
  readonly text: string;
}

/**
 * Reads the bytes of a JSON file that a user gave.
 *
 * @param file name for the message
 * @throws NorsktilskuddError input, with file, line and column
 */
export function jsonOfFile(bytes: Uint8Array, file: string): JsonFile {
  try {
    const text = jsonTextOf(bytes);
    return { value: parseJson(text), text };
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    const { reason, line, column } = cause;
    throw new NorsktilskuddError('input', CODES[reason], { file, line, column });
  }
}
