import {
  COMPONENTS,
  codeOfOrdinal,
  componentOrdinal,
  componentText,
  groupCode,
  groupMark,
  isPerKommune,
  letterNameOf,
  NETTING_GROUPS,
  nettingGroupOf,
  ordinalOfCode,
  parseComponent,
  payoutCode,
  RATE_CLASS,
  RATE_KEYS,
  rateKeysOf,
} from '../../src/domain';
import { componentNumber, groupNumber } from '../../src/ledger/codes';

test('codes that stand in traces and ledgers are what they have always been', () => {
  const codes = COMPONENTS.map((component) => [component, codeOfOrdinal(componentOrdinal(component))]);
  expect(Object.fromEntries(codes)).toEqual({
    asylnorsk: 0,
    grunntilskudd: 1,
    kulturtilskudd: 2,
    persontilskudd: 3,
    persontilskudd37d: 4,
    samfunnskunnskap_mottak: 5,
    timetilskudd: 6,
    utvidet43g: 7,
  });
  expect(NETTING_GROUPS.map((group) => [group, groupCode(group), groupMark(group)])).toEqual([
    ['asylum', 0, 'ASYL'],
    ['collective_protection', 1, 'KOLL'],
    ['grunntilskudd', 2, 'GRUN'],
    ['persontilskudd', 3, 'PERS'],
    ['timetilskudd', 4, 'TIME'],
  ]);
  for (const component of COMPONENTS) {
    const ordinal = componentOrdinal(component);
    expect(ordinalOfCode(codeOfOrdinal(ordinal))).toBe(ordinal);
    expect(componentNumber(component)).toBe(codeOfOrdinal(ordinal) + 1);
    expect(groupNumber(nettingGroupOf(component))).toBe(groupCode(nettingGroupOf(component)) + 1);
  }
  expect(ordinalOfCode(15)).toBe(-1);
});

test('components and groups stand in the order of their names, whatever their codes', () => {
  expect(COMPONENTS).toEqual([...COMPONENTS].sort());
  expect(NETTING_GROUPS).toEqual([...NETTING_GROUPS].sort());
});

test('a name from outside is a component only where there is a row', () => {
  expect(parseComponent('persontilskudd')).toBe('persontilskudd');
  expect(parseComponent('Persontilskudd')).toBeUndefined();
  expect(parseComponent('constructor')).toBeUndefined();
});

test('lines have codes by component, year and class', () => {
  expect(payoutCode('persontilskudd', 2, RATE_CLASS.high)).toBe('P-AR2-H');
  expect(payoutCode('persontilskudd', 1, RATE_CLASS.low)).toBe('P-AR1-L');
  expect(payoutCode('grunntilskudd', 0, RATE_CLASS.low)).toBe('Grunntilskudd-L');
  expect(payoutCode('utvidet43g', 3, RATE_CLASS.single)).toBe('UN43G');
});

test('rates go by the year of the person, or are those of the component', () => {
  expect(rateKeysOf('persontilskudd', 2)).toEqual(['persontilskudd.year2']);
  expect(rateKeysOf('persontilskudd', 0)).toEqual([]);
  expect(rateKeysOf('persontilskudd37d', 1)).toEqual(['persontilskudd37d']);
  expect(rateKeysOf('timetilskudd', 0)).toHaveLength(2);
  expect(new Set(RATE_KEYS).size).toBe(RATE_KEYS.length);
});

test('only the count and the hours are per kommune', () => {
  expect(COMPONENTS.filter(isPerKommune)).toEqual(['grunntilskudd', 'timetilskudd']);
});

test('every component, group and rate has a name in both languages', () => {
  for (const word of [...COMPONENTS, ...NETTING_GROUPS, ...RATE_KEYS]) {
    const text = componentText(word);
    expect([word, text?.nb.length, text?.en.length]).toEqual([word, expect.any(Number), expect.any(Number)]);
  }
  expect(componentText('granted')).toBeUndefined();
});

test('every component and group has a name for letters in the languages that recipients are written to in', () => {
  expect(letterNameOf('component', 'persontilskudd')).toEqual({
    nb: 'Persontilskudd',
    nn: 'Persontilskot',
    en: 'Persontilskudd',
  });
  const names = [
    ...COMPONENTS.map((name) => letterNameOf('component', name)),
    ...NETTING_GROUPS.map((name) => letterNameOf('group', name)),
  ];
  for (const name of names) expect(Object.values(name ?? {}).filter((text) => text !== '')).toHaveLength(3);
  expect(letterNameOf('group', 'kulturtilskudd')).toBeUndefined();
});
