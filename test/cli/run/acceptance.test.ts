import { readAcceptances } from '../../../src/app/run/acceptance';
import { loadShippedRules } from '../../../src/app/shipped-rules';
import { NorsktilskuddError } from '../../../src/domain';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const rules = loadShippedRules();
const names = (...values: readonly string[]): string[] =>
  readAcceptances(values, rules).map(({ name, reference }) => (reference === '' ? name : `${name} <- ${reference}`));

test.each([
  [['A10'], ['A10']],
  [['a10'], ['A10']],
  [['A10,A8'], ['A10', 'A8']],
  [[' a10 , a8,'], ['A10', 'A8']],
  [
    ['A10', 'A10,A8'],
    ['A10', 'A8'],
  ],
  [['GRUNNTILSKUDD/2018/LOW'], ['grunntilskudd/2018/low']],
  [['Rejected-Rows,missing-persons'], ['missing-persons', 'rejected-rows']],
  [['A10=memo 12, section 3 = final'], ['A10 <- memo 12, section 3 = final']],
  [['a10 = sak 18/2201'], ['A10 <- sak 18/2201']],
  [['A10', 'A10=memo'], ['A10 <- memo']],
  [['A10=memo', 'A10'], ['A10 <- memo']],
  [['A10=memo, page 3, a8=note'], ['A10 <- memo, page 3', 'A8 <- note']],
])('--accept %j means %j', (values, expected) => {
  expect(names(...values)).toEqual(expected);
});

test.each([
  [['A99'], ['ACCEPT_UNKNOWN']],
  [['A10,A99,missing-person'], ['ACCEPT_UNKNOWN', 'ACCEPT_UNKNOWN']],
  [[''], ['ACCEPT_EMPTY']],
  [[' , '], ['ACCEPT_EMPTY']],
  [['=memo'], ['ACCEPT_EMPTY']],
  [['A10='], ['ACCEPT_NO_REFERENCE']],
  [
    ['A10=...', 'A8= - '],
    ['ACCEPT_NO_REFERENCE', 'ACCEPT_NO_REFERENCE'],
  ],
  [
    ['A10=REFERENCE', 'A8=HENVISNING'],
    ['ACCEPT_NO_REFERENCE', 'ACCEPT_NO_REFERENCE'],
  ],
  [['A10,A8=memo'], ['ACCEPT_ONE_REFERENCE']],
  [['A10=one', 'a10=two'], ['ACCEPT_TWICE']],
  [['A10=the case of 201912345604'], ['FLAG_HOLDS_ID']],
  [['A10=memo\u202e'], ['FLAG_CONTROL_CHARACTERS']],
])('--accept %j is refused', (values, codes) => {
  let failure: unknown;
  try {
    names(...values);
  } catch (cause) {
    failure = cause;
  }
  expect(failure).toBeInstanceOf(NorsktilskuddError);
  expect(failure).toMatchObject({ code: 'USAGE_REFUSED', details: codes.map((code) => ({ code })) });
});

test.each([
  ['en', '- --accept does not know "missing-person". [ACCEPT_UNKNOWN]\n  Did you mean missing-persons?\n'],
  ['nb', '- --accept kan ikke godta «missing-person». [ACCEPT_UNKNOWN]\n  Mente du missing-persons?\n'],
])('an unknown name is one sentence with a suggestion (%s)', async (language, expected) => {
  const argv = ['run', '--extract', 'nowhere', '--year', '2018', '--term', '1', '--as', 'kari', '--rehearsal'];
  const { code, err } = await cli(temporaryFolder(), [...argv, '--accept', 'A10,missing-person', '--lang', language]);
  expect(code).toBe(2);
  expect(err).toContain(expected);
});
