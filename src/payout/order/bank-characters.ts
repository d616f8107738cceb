/** Characters that Norwegian banks take in names and texts (payment-files.md 3). */
const ALLOWED = /^[a-zA-Z0-9/\-?:().,'+ áäçđéíóöúüýæøåÁÄÇĐÉÍÓÖÚÜÝÆØÅß%&=@§]$/u;

/** What stands for a letter that is not allowed; capitals follow. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'àâãāăąǎǟǡȁȃȧạảấầẩẫậắằẳẵặ',
  c: 'ćĉċč',
  d: 'ďðḏḍḑḓ',
  e: 'èêëēĕėęěȅȇẹẻẽếềểễệə',
  f: 'ḟ',
  g: 'ĝğġģǥǧǵɣ',
  h: 'ĥħḥḧȟ',
  i: 'ìîïĩīĭįıǐȉȋịỉ',
  j: 'ĵǰ',
  k: 'ķĸǩḱ',
  l: 'ĺļľŀłḷḻ',
  m: 'ḿṁṃ',
  n: 'ñńņňŉŋǹṅṇṉ',
  o: 'òôõōŏőơǒǫǭȍȏọỏốồổỗộớờởỡợ',
  p: 'ṕṗ',
  r: 'ŕŗřȑȓṙṛṟ',
  s: 'śŝşšșṡṣſ',
  t: 'ţťŧțṫṭṯẗ',
  u: 'ùûũūŭůűųưǔǖǘǚǜȕȗụủứừửữự',
  v: 'ṽṿ',
  w: 'ŵẁẃẅẇẉẘ',
  x: 'ẋẍ',
  y: 'ÿŷỳỵỷỹẙ',
  z: 'źżžǯʒẑẓẕ',
  æ: 'ǣǽ',
  ø: 'ǿ',
  å: 'ǻ',
  oe: 'œ',
  th: 'þ',
  ij: 'ĳ',
  dz: 'ǆǳ',
  lj: 'ǉ',
  nj: 'ǌ',
};

const SIGNS: Readonly<Record<string, string>> = {
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212_~',
  "'": '\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2032\u2033\u02b9\u02bb\u02bc\u00b4`"',
  ' ': '\u00a0\u2007\u2009\u202f\u2002\u2003\u200a',
  ',': ';',
  '(': '[{',
  ')': ']}',
  '/': '\\|',
  '...': '\u2026',
  '.': '\u00b7\u2022',
  SS: '\u1e9e',
};

const REPLACED: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SIGNS).flatMap(([to, from]) => Array.from(from, (sign) => [sign, to] as const)),
  ...Object.entries(LETTERS).flatMap(([to, from]) =>
    Array.from(from).flatMap((letter) => {
      const capital = letter.toUpperCase();
      const isOwn = capital !== letter && Array.from(capital).length === 1;
      return [[letter, to] as const, ...(isOwn ? [[capital, to.toUpperCase()] as const] : [])];
    }),
  ),
]);

/** A text as a bank takes it, and the characters for which there is nothing. */
export interface BankText {
  readonly text: string;
  /** `U+65E5`; empty where the text can be sent. */
  readonly unknown: readonly string[];
}

/**
 * A text in the characters that a bank takes. Composed first (NFC); what is not allowed is replaced by a fixed table and
 * never dropped; what is in no table is named.
 *
 * @example bankText('Kárášjohka – Karasjok').text // 'Kárásjohka - Karasjok'
 */
export function bankText(text: string): BankText {
  let written = '';
  const unknown: string[] = [];
  for (const character of text.normalize('NFC')) {
    const replaced = ALLOWED.test(character) ? character : replacementOf(character);
    if (replaced === undefined) unknown.push(nameOf(character));
    else written += replaced;
  }
  return { text: written, unknown };
}

function replacementOf(character: string): string | undefined {
  // A capital whose small letter is one of two (İ, ı) stands under neither: it has its own row.
  return REPLACED.get(character) ?? (character === 'İ' ? 'I' : undefined);
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Most characters of a payee's name that banks keep. */
const BANK_NAME_LENGTH_MAX = 70;

/** A name in bank characters, cut on a character where it is too long. */
export function bankName(name: string): BankText & { readonly isCut: boolean } {
  const { text, unknown } = bankText(name.trim());
  const letters = Array.from(text);
  const isCut = letters.length > BANK_NAME_LENGTH_MAX;
  return { text: letters.slice(0, BANK_NAME_LENGTH_MAX).join('').trim(), unknown, isCut };
}

/** Names that are not the same and become the same in a bank's file, in groups. */
export function namesAlikeInBank(names: readonly string[]): string[][] {
  const groups = new Map<string, Set<string>>();
  for (const name of names) {
    const { text } = bankName(name);
    groups.set(text, (groups.get(text) ?? new Set()).add(name.normalize('NFC').trim()));
  }
  return [...groups.values()].filter(({ size }) => size > 1).map((group) => [...group].sort());
}

/** Most characters of an id in a message. */
export const BANK_ID_LENGTH_MAX = 35;

/** Whether a text can be an id in a message: 1 to 35 of A-Z, 0-9 and a hyphen. */
export function isBankId(text: string): boolean {
  return new RegExp(`^[A-Z0-9-]{1,${BANK_ID_LENGTH_MAX}}$`).test(text);
}
