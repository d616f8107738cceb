import { NorsktilskuddError } from './errors';
import { faultAt, JsonFault, type JsonFaultReason, scanJson } from './json-scan';
import type { MessageCode } from './message';

/** Largest JSON file, in bytes (data contract 1). */
export const JSON_BYTES_MAX = 16 * 2 ** 20;
/** Lists and objects within each other. */
export const JSON_LEVELS_MAX = 64;

/**
 * The text of a JSON file by its mark: UTF-16 of either order, else UTF-8.
 *
 * @throws JsonFault too_large, encoding
 */
export function jsonTextOf(bytes: Uint8Array): string {
  if (bytes.length > JSON_BYTES_MAX) throw new JsonFault('too_large');
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new JsonFault('encoding');
  }
}

/**
 * Reads a JSON text within the limits. JSON.parse alone takes thousands of levels, which others then stumble over, and
 * of a key that stands twice it takes the last in silence.
 *
 * @throws JsonFault with the place of the fault
 */
export function parseJson(text: string): unknown {
  if (text.length > JSON_BYTES_MAX) throw new JsonFault('too_large');
  const plain = text.replace(/^\uFEFF/, '');
  scanJson(plain, JSON_LEVELS_MAX);
  try {
    return JSON.parse(plain);
  } catch (cause) {
    throw faultAt('syntax', plain, syntaxPlace(cause, plain));
  }
}

function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Where the parser stumbled; at the end where it does not say. */
function syntaxPlace(cause: unknown, text: string): number {
  const place = /at position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
  return place === undefined ? text.length : Number(place);
}

const CODES = {
  too_large: 'JSON_TOO_LARGE',
  too_deep: 'JSON_TOO_DEEP',
  encoding: 'JSON_ENCODING',
  syntax: 'CONFIG_NOT_JSON',
  key_twice: 'JSON_KEY_TWICE',
  characters: 'JSON_CHARACTERS',
} as const satisfies Readonly<Record<JsonFaultReason, MessageCode>>;

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
