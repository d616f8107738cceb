import { closestWord } from '../../src/domain/resembling-names';

test('a mistyped word finds its neighbour', () => {
  expect(closestWord('persontilskud', ['grunntilskudd', 'persontilskudd', 'persontilskudd37d'])).toBe('persontilskudd');
  expect(closestWord('NORSKTILSKUDD_DBB', ['NORSKTILSKUDD_AS', 'NORSKTILSKUDD_DB'])).toBe('NORSKTILSKUDD_DB');
});

test('a word like nothing finds nothing', () => {
  expect(closestWord('xyz', ['grunntilskudd', 'asylnorsk'])).toBeUndefined();
  expect(closestWord('', ['a'])).toBeUndefined();
});
