import { playCase } from '../golden/play-case';
import { caseNames } from '../golden/scenario';

test('all 35 cases are there', () => {
  expect(caseNames()).toHaveLength(35);
});

test.each(caseNames())('golden case %s', async (name) => {
  expect(await playCase(name)).toEqual([]);
});
