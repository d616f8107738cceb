/**
 * Letters of other alphabets, and of the Latin one beyond a to z, that look like one of a to z or stand for it. Where the
 * capital and the small letter look like different letters (Greek nu), each has a row of its own.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ғ: 'f', һ: 'h', н: 'h', і: 'i', ј: 'j', к: 'k', қ: 'k', ӏ: 'l', м: 'm' },
  ...{ п: 'n', о: 'o', р: 'p', ԛ: 'q', г: 'r', ѕ: 's', т: 't', ц: 'u', ѵ: 'v', ԝ: 'w', х: 'x', у: 'y', ү: 'y', ӡ: 'z' },
  ...{ ҽ: 'e', ԍ: 'g', ѡ: 'w', ӕ: 'ae', ө: 'o' },
  // Greek
  ...{ α: 'a', β: 'b', ϲ: 'c', ε: 'e', η: 'h', ι: 'i', ϳ: 'j', κ: 'k', μ: 'm', ο: 'o', σ: 'o', ρ: 'p', τ: 't', υ: 'u' },
  ...{ Ν: 'n', ν: 'v', Υ: 'y', γ: 'y', χ: 'x', ζ: 'z', ω: 'w', θ: 'o', φ: 'o' },
  // Armenian and Cherokee
  ...{ օ: 'o', ո: 'n', ս: 'u', հ: 'h', ց: 'g', զ: 'q', ք: 'p', յ: 'j', ձ: 'd' },
  ...{ Ꭺ: 'a', Ᏼ: 'b', Ꮯ: 'c', Ꭰ: 'd', Ꭼ: 'e', Ꮐ: 'g', Ꮋ: 'h', Ꭵ: 'i', Ꭻ: 'j', Ꮶ: 'k', Ꮮ: 'l', Ꮇ: 'm', Ꮲ: 'p', Ꮪ: 's' },
  ...{ Ꭲ: 't', Ꮩ: 'v', Ꮃ: 'w', Ꮍ: 'y', Ꮓ: 'z' },
  // Latin
  ...{
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ı: 'i',
    ȷ: 'j',
    ł: 'l',
    ŧ: 't',
    ɑ: 'a',
    ɡ: 'g',
  },
  ...{
    ɩ: 'i',
    ɪ: 'i',
    ʀ: 'r',
    ɴ: 'n',
    ʜ: 'h',
    ʟ: 'l',
    ʏ: 'y',
    ʙ: 'b',
    ə: 'e',
    ɵ: 'o',
    ɔ: 'c',
    ᴀ: 'a',
    ᴄ: 'c',
    ᴋ: 'k',
    ᴏ: 'o',
  },
};

/**
 * A name as persons are told apart by it: one alphabet, no case, blanks, punctuation, marks or characters that cannot be
 * seen, look-alikes as what they look like, and the Norwegian letters as they are written without them (å = aa = a,
 * ø = oe = o, æ = ae). Two names with one key count as one person, who cannot both run and approve; it is better to refuse two
 * persons whose names differ by that little than to take one for two. A name without any letter or digit is itself.
 *
 * @example personKey('K.A.R.I') === personKey('Kаri') // the second has a Cyrillic а
 */
export function personKey(name: string): string {
  const letters = [...name.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => LOOK_ALIKES[letter] ?? LOOK_ALIKES[letter.toLowerCase()] ?? letter.toLowerCase())
    .join('')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('aa', 'a')
    .replaceAll('oe', 'o');
  return letters === '' ? name.normalize('NFKC').trim() : letters;
}

/** Whether two names are, or pass for, those of one person. */
export function isSamePerson(one: string, other: string): boolean {
  return personKey(one) === personKey(other);
}
