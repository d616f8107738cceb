import { join } from 'node:path';
import { writeExtracts } from '../../src/app/generate/write-extracts';
import { recipientName } from '../../src/app/recipient-text';
import { loadShippedRules } from '../../src/app/shipped-rules';
import { componentName, rateClassName } from '../../src/cli/table-words';
import { COMPONENTS, NO_RECIPIENT } from '../../src/domain';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const RATES = join(__dirname, '../../fixtures/demo-rates-2018.csv');
const work = temporaryFolder();
let extract = '';

beforeAll(async () => {
  const { places } = loadShippedRules().places;
  const register = { persons: 300, seed: 3, errors: 0, year: 2018, snapshots: 1, places };
  [extract = ''] = writeExtracts(join(work, 'extracts'), register);
});

/** Codes that no sentence in bokmål or English holds. */
const CODES = /\b(asylnorsk|persontilskudd37d|utvidet43g|samfunnskunnskap_mottak|HELD)\b/;
const CODES_NB =
  /\b(asylnorsk|persontilskudd37d|utvidet43g|samfunnskunnskap_mottak|HELD|held|low|high|single|illustrative)\b/;

test.each([['compare', '2018', '2018'], ['size'], ['size', '--forecast'], ['impact'], ['advice']])(
  'tables speak in words, not codes: %s %s',
  async (...argv) => {
    const what = [...argv, '--extract', extract, '--year', '2018', '--rates', RATES, '--no-color'];
    const [nb, en] = [await cli(work, [...what, '--lang', 'nb']), await cli(work, what)];
    expect([nb.code, en.code]).toEqual([0, 0]);
    expect(tablesOf(nb.out)).not.toMatch(CODES_NB);
    expect(tablesOf(en.out)).not.toMatch(CODES);
  },
);

/** Cells of rates and of assumptions keep their names (`grunntilskudd/2018/low`), steps their written form (`1-3:low`). */
function tablesOf(text: string): string {
  return text.replace(/\S+\/\d{4}\/\w+|\d+-\d+:\w+/g, '');
}

test.each(['nb', 'en'] as const)('every grant has a name of its own (%s), and what is no code stays', (language) => {
  const context = { language };
  expect(new Set(COMPONENTS.map((code) => componentName(code, context))).size).toBe(COMPONENTS.length);
  expect(componentName('other', context)).toBe('other');
  expect(recipientName(NO_RECIPIENT, language)).toBe({ nb: 'holdt tilbake', en: 'held' }[language]);
  expect([rateClassName('low', context), rateClassName(undefined, context)]).toEqual([
    { nb: 'lav', en: 'low' }[language],
    '',
  ]);
});
