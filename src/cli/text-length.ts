/** Characters that take the place of two. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;

/** Places that a text takes: an é made of two characters takes one. */
export function lengthOf(text: string | undefined): number {
  let length = 0;
  for (const { segment } of new Intl.Segmenter().segment(text ?? '')) length += WIDE.test(segment) ? 2 : 1;
  return length;
}
