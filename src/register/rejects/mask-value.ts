import { showInvisible } from '../../domain';

/** Longest value shown in a message or a list of rejects. */
const SHOWN_CHARACTERS = 60;

/** Words that all begin with a capital letter: "Nordmann, Ola", "KARI NORDMANN". No code of the data contract is written so. */
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]*(?:,? +\p{Lu}[\p{L}.'’-]*)+$/u;

/** Characters that may stand between the words of a name without being seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zs}\p{Default_Ignorable_Code_Point}]+/gu;

/** Eleven digits or more with what may stand between the groups of an id: blanks of any width, hyphens, dots, unseen marks. */
const LONG_NUMBER = /\d(?:\p{Cf}*[\p{Zs}\t.\-\u2010-\u2015\u2212\u00b7_]?\p{Cf}*\d){10,}/gu;

/**
 * A value as it may be shown. Ids keep their shape only: digits become `*` and letters `x`, so that a wrong length or
 * a letter among digits can be seen but nobody can be recognised. Anything that looks like an id or like the name of a
 * person is masked wherever it stands, for columns get swapped. Invisible and control characters stand there by name.
 */
export function maskValue(value: string, isId: boolean): string {
  const masked =
    isId || FULL_NAME.test(value.replace(UNSEEN, ' '))
      ? value.replace(/\p{Nd}/gu, '*').replace(/\p{L}/gu, 'x')
      : value.replace(LONG_NUMBER, (digits) => digits.replace(/\d/g, '*'));
  const printable = showInvisible(masked);
  const characters = printable.length > SHOWN_CHARACTERS ? Array.from(printable) : [];
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join('')}…` : printable;
}
