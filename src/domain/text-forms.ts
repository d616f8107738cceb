/*
 * How names and values are read whatever their form (data contract 1). A blank is white space or a character without
 * width; an invisible character is a control character, a line separator or one without width.
 */

const BLANK = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
const BLANKS = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu');

/** A text without the blanks at its ends, U+00A0, U+FEFF and characters without width among them. */
export function trimBlanks(text: string): string {
  const trimmed = text.trim();
  if (isPlain(trimmed.charCodeAt(0)) && isPlain(trimmed.charCodeAt(trimmed.length - 1))) return trimmed;
  let start = 0;
  let end = trimmed.length;
  while (start < end && BLANK.test(characterAt(trimmed, start))) start += characterAt(trimmed, start).length;
  while (start < end && BLANK.test(characterBefore(trimmed, end))) end -= characterBefore(trimmed, end).length;
  return trimmed.slice(start, end);
}

/** True for characters of ASCII that are not blank; NaN stands for none. */
function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

function characterAt(text: string, place: number): string {
  return String.fromCodePoint(text.codePointAt(place) ?? 0x78);
}

function characterBefore(text: string, place: number): string {
  const pair = place > 1 ? text.slice(place - 2, place) : '';
  return pair.length === 2 && (pair.codePointAt(0) ?? 0) > 0xffff ? pair : text.slice(place - 1, place);
}

/** Name of the first invisible or control character of a text, for instance `U+200B`; undefined where there is none. */
export function firstInvisible(text: string): string | undefined {
  const match = INVISIBLE.exec(text);
  return match === null ? undefined : codePointName(match[0]);
}

/** A text with every invisible or control character by its name: `01<U+200B>01`. */
export function showInvisible(text: string): string {
  return text.replace(EVERY_INVISIBLE, (character) => `<${codePointName(character)}>`);
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * The form in which names of columns, files and codes are compared: NFC, without case, blanks, `-`, `_` and `.`, with
 * æ = ae, ø = oe = o and å = aa = a. Two names are the same where their forms are.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(BLANKS, '')
    .replace(/[-_.]/g, '')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('oe', 'o')
    .replace(/aa+/g, 'a');
}

/** The words of a name in their form, in alphabetical order: of `Date_of-Death` and `dateOfDeath` the same three. */
export function wordsOfName(name: string): string[] {
  const apart = name.normalize('NFC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return apart
    .split(/[\s\p{Default_Ignorable_Code_Point}\p{Cf}._-]+/u)
    .map(foldName)
    .filter((word) => word !== '')
    .sort();
}

/** The digits of a number that may be written with blanks, dots or hyphens between them; undefined for anything else. */
export function digitsOfNumber(text: string): string | undefined {
  const digits = text.replace(/[\s.‐‑-]+/gu, '');
  return /^[0-9]+$/.test(digits) ? digits : undefined;
}

/** A number with the minus of ASCII where it is written with U+2212. */
export function withPlainMinus(text: string): string {
  return text.replace(/^\u2212/, '-');
}

/** Name of a field as files and JSON have it: `paidNok` is `paid_nok`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The other way: `paid_nok` is `paidNok`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
