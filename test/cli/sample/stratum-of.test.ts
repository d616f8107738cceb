import { isNewRule, stratumOf } from '../../../src/app/sample/population';

const line = { reason: 'regular', isProtected: false, isNewRule: false, isNewPerson: false };

test.each([
  [{}, 'regular'],
  [{ isNewPerson: true }, 'first_time'],
  [{ isNewPerson: true, isNewRule: true }, 'new_rule'],
  [{ isNewRule: true, reason: 'arrears' }, 'arrears'],
  [{ isNewRule: true, reason: 'correction' }, 'correction'],
  [{ isNewRule: true, reason: 'correction', isProtected: true }, 'protected'],
])('a line with %j belongs to %s', (facts, expected) => {
  expect(stratumOf({ ...line, ...facts })).toBe(expected);
});

test.each([
  ['utvidet43g', 2023, true],
  ['utvidet43g', 2024, false],
  ['persontilskudd37d', 2022, true],
  ['asylnorsk', 2018, false],
  ['samfunnskunnskap_mottak', 2022, true],
  ['timetilskudd', 2004, true],
])('%s of %i is the first year of its rule module: %s', (component, grantYear, expected) => {
  expect(isNewRule(component, grantYear)).toBe(expected);
});
