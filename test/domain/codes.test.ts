import { inspect } from 'node:util';
import fc from 'fast-check';
import {
  COMPONENTS,
  formatRecipientCode,
  hasValidDufCheckDigits,
  isKommune,
  nettingGroupOf,
  PersonId,
  packCountry,
  parseRecipientCode,
  payoutCode,
  RATE_CLASS,
  unpackCountry,
} from '../../src/domain';

describe('recipient codes', () => {
  const anyCode = fc.oneof(
    fc.integer({ min: 1, max: 99 }).map((value) => String(value).padStart(2, '0')),
    fc.integer({ min: 1, max: 9999 }).map((value) => String(value).padStart(4, '0')),
  );

  it('come back as they were written', () => {
    fc.assert(
      fc.property(anyCode, (text) => {
        const code = parseRecipientCode(text);
        expect(code === undefined ? '' : formatRecipientCode(code)).toBe(text);
      }),
    );
  });

  it('sort as their texts do', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        const difference = (parseRecipientCode(a) ?? 0) - (parseRecipientCode(b) ?? 0);
        expect(Math.sign(difference)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('tell kommune from fylke and refuse the rest', () => {
    expect(['0301', '15'].map((text) => isKommune(parseRecipientCode(text) ?? (0 as never)))).toEqual([true, false]);
    expect(['301', '15071', 'abcd', ''].map(parseRecipientCode)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('person ids', () => {
  it('never print by accident', () => {
    const id = PersonId.parse('201212345603');
    expect([`${id}`, JSON.stringify({ id }), inspect(id)].join(' ')).not.toMatch(/\d/);
    expect(id?.revealDigits()).toBe('201212345603');
    expect(PersonId.parse('20121234560')).toBeUndefined();
  });

  it.each([
    [201_212_345_603, true],
    [200_205_705_502, true],
    [200_900_595_509, true],
    [201_234_567_890, false],
  ])('check digits of %i: %s (domain facts 4)', (id, valid) => {
    expect(hasValidDufCheckDigits(id)).toBe(valid);
  });
});

describe('components', () => {
  it('stand in the order of their names, which is the order of the lines', () => {
    expect([...COMPONENTS]).toEqual([...COMPONENTS].sort());
  });

  it.each([
    ['persontilskudd', 2, RATE_CLASS.high, 'P-AR2-H', 'persontilskudd'],
    ['persontilskudd', 3, RATE_CLASS.low, 'P-AR3-L', 'persontilskudd'],
    ['grunntilskudd', 0, RATE_CLASS.low, 'Grunntilskudd-L', 'grunntilskudd'],
    ['persontilskudd37d', 1, RATE_CLASS.single, 'P37D-AR1', 'collective_protection'],
    ['utvidet43g', 0, RATE_CLASS.single, 'UN43G', 'collective_protection'],
    ['asylnorsk', 0, RATE_CLASS.single, 'ASYL-NORSK', 'asylum'],
    ['kulturtilskudd', 0, RATE_CLASS.single, 'ASYL-KULTUR', 'asylum'],
    ['samfunnskunnskap_mottak', 0, RATE_CLASS.single, 'ASYL-SAMF', 'asylum'],
    ['timetilskudd', 0, RATE_CLASS.single, 'TIME-2004', 'timetilskudd'],
  ] as const)('%s: code and netting group (rulebook 5, 7)', (component, yearNumber, rateClass, code, group) => {
    expect([payoutCode(component, yearNumber, rateClass), nettingGroupOf(component)]).toEqual([code, group]);
  });

  it('countries pack and unpack', () => {
    for (const country of ['AFG', 'XXA', 'ZZZ', 'AAA']) expect(unpackCountry(packCountry(country))).toBe(country);
  });
});
