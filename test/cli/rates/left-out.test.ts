import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { cli } from '../support';

const work = temporaryFolder();
const spoilt = madeExtract(join(work, 'extract'), '2018-12-31', { personer: '4' }, (table, lines) =>
  table === 'residence' ? lines.map((line, index) => (index === 0 ? line.replace('0301', '0300') : line)) : lines,
);
const clean = madeExtract(join(work, 'clean'), '2018-12-31', { personer: '4' });
const scenario = join(work, 'plain.json');
writeFileSync(scenario, '{"name":"plain"}');

test.each([
  ['size', ['size']],
  ['hours', ['hours']],
  ['statistics', ['statistics']],
  ['scenario', ['scenario', scenario]],
  ['compare', ['compare', '2018', scenario]],
  ['impact', ['impact']],
  ['advice', ['advice']],
])('%s says who is left out because a row could not be read', async (_name, command) => {
  const flags = (extract: string): string[] => ['--extract', extract, '--year', '2018', '--reject-limit', '60'];
  const argv = (extract: string, language: string): string[] => [...command, ...flags(extract), '--lang', language];
  const [en, nb, whole] = [
    await cli(work, argv(spoilt, 'en')),
    await cli(work, argv(spoilt, 'nb')),
    await cli(work, argv(clean, 'en')),
  ];
  expect(en.err).toContain(
    'Warning: 1 row is rejected (residence 1); the persons concerned are left out of counts and sums. [PERSONS_LEFT_OUT]',
  );
  expect(nb.err).toContain(
    'Advarsel: 1 rad er avvist (residence 1); personene det gjelder, er utelatt fra tall og summer. [PERSONS_LEFT_OUT]',
  );
  expect(whole.err).not.toContain('LEFT_OUT');
  expect((await cli(work, [...argv(spoilt, 'en'), '--json'])).out).toContain('"PERSONS_LEFT_OUT"');
});

test('a scenario says who is left out because the country is unknown', async () => {
  const unknown = madeExtract(join(work, 'unknown'), '2018-12-31', { personer: '3', landbakgrunn: 'QQQ' });
  const argv = ['scenario', scenario, '--extract', unknown, '--year', '2018', '--lang', 'en'];
  expect((await cli(work, argv)).err).toContain(
    'plain: 3 persons are left out: the country is not in the region table.',
  );
});
