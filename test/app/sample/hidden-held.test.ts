import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluated } from '../../../src/app/sample/sample-results';
import { temporaryFolder } from '../../support/temporary-folder';

const [PROTECTED, OPEN] = ['201712345601', '201712345602'];

/** A run that holds an amount of somebody with a protected address and some of others, all drawn; the first of them is wrong. */
function shown(heldOfProtected: number, wrong: string) {
  const persons = [...Array.from({ length: heldOfProtected }, () => PROTECTED), OPEN, ''];
  const held = ['person_ref,reason,held_amount', ...persons.map((person) => `${person},no_recipient,1000`), ''].join(
    '\n',
  );
  const folder = temporaryFolder();
  const rows = [...persons.map((_, place) => `held-${place + 2},held,1000,1000000`), 'RUN-1,regular,500,1000000'];
  writeFileSync(join(folder, 'sample.csv'), `item,stratum,amount,inclusion_millionths\n${rows.join('\n')}\n`);
  const run = {
    sealedText: () => held,
    protection: { fault: undefined, of: ([id]: readonly number[]) => String(id) === PROTECTED },
  };
  const population = [
    { stratum: 'held' as const, items: persons.length, absoluteNok: 1000 * persons.length },
    { stratum: 'regular' as const, items: 1, absoluteNok: 500 },
  ];
  const outcome = { item: wrong, result: 'error' as const, note: '', actor: 'ola', at: '2018-07-02T10:00:00Z' };
  const { strata, hidden } = evaluated(run, { folder, population }, [outcome]);
  const told = strata.map(({ stratum, hasFewItems, hasFewErrors }) => [stratum, hasFewItems, hasFewErrors]);
  return { told, isHidden: hidden.has(wrong) };
}

test('a held amount of somebody with a protected address hides the kroner of what is held, and so of all', () => {
  expect(shown(1, 'held-2')).toEqual({
    told: [
      ['held', true, true],
      ['regular', false, false],
      ['total', true, true],
    ],
    isHidden: true,
  });
});

test('an error of somebody else is told, and five items tell of nobody', () => {
  expect(shown(1, 'held-3')).toMatchObject({
    isHidden: false,
    told: [['held', true, false], expect.anything(), ['total', true, false]],
  });
  expect(shown(5, 'RUN-1').told.flat()).not.toContain(true);
});
