/** What a terminal obeys or does not show: control characters, bidi marks, zero-width and other unseen marks, halves. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const UNSEEN_BUT_LINE_END = /(?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * A value as it may stand in a text for people: every character that cannot be seen stands there by its number.
 *
 * @example visibleText('a\u001b[31m') // 'a<U+001B>[31m'
 */
export function visibleText(value: string): string {
  return value.replace(UNSEEN, numbered);
}

/** The same for a text of several lines. */
export function visibleLines(text: string): string {
  return text.replace(UNSEEN_BUT_LINE_END, numbered);
}

/** JSON that says the same with escapes for every character that cannot be seen. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN_BUT_LINE_END, (character) =>
    Array.from(
      { length: character.length },
      (_, place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/** Anything but line ends and the letters and signs of Latin script, all of which are seen: a quick look at long texts. */
const NOT_PLAIN = /[^\n -~\u00a0-\u00ac\u00ae-\u024f]/;

/** True where a text of lines holds a character that cannot be seen. */
export function hasUnseen(text: string): boolean {
  if (!NOT_PLAIN.test(text)) return false;
  UNSEEN_BUT_LINE_END.lastIndex = 0;
  return UNSEEN_BUT_LINE_END.test(text);
}

function numbered(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
