import { type AgeRange, at, CATEGORIES, type Wording } from '../../src/domain';

/*
 * How values of the law are written in the sentences of conditions. Where a word or a date has to be written in the
 * reader's language, the sentence holds its code, `{=2018-01-01}`, `{=right_and_duty}`.
 */

/** `fra og med 16 til og med 66 år`; `minst 18 år` without an upper end, `under 67 år` without a lower one. */
export function agesWording({ from, to }: AgeRange): Wording {
  if (to === Number.POSITIVE_INFINITY) return { nb: `minst ${from} år`, en: `at least ${from}` };
  if (from === 0) return { nb: `under ${to + 1} år`, en: `below ${to + 1}` };
  return { nb: `fra og med ${from} til og med ${to} år`, en: `from ${from} to ${to}` };
}

/** The years 1 to `most`: `1, 2 og 3`, or with another word before the last. */
export function yearsWording(most: number, last: Wording = { nb: 'og', en: 'and' }): Wording {
  const years = Array.from({ length: most }, (_, place) => String(place + 1));
  return { nb: joined(years, last.nb), en: joined(years, last.en) };
}

/** Categories in bits `1 << CATEGORY`: `«rett og plikt» eller «rett»`. */
export function categoriesWording(bits: number): Wording {
  const names = CATEGORIES.flatMap(([name], place) => (((bits >> place) & 1) === 1 ? [`{=${name}}`] : []));
  return {
    nb: joined(
      names.map((name) => `«${name}»`),
      'eller',
    ),
    en: joined(
      names.map((name) => `“${name}”`),
      'or',
    ),
  };
}

function joined(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${at(parts, parts.length - 1)}`;
}
