import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkGoldenCase } from './golden-cases';

/** Made-up registers with expected files by an independent calculator: see the README there. */
const CASES = join(__dirname, '..', '..', 'fixtures', 'cases');

describe('the naive calculator', () => {
  for (const name of readdirSync(CASES)
    .filter((entry) => /^\d/.test(entry))
    .sort()) {
    it(`equals golden case ${name}`, () => {
      expect(checkGoldenCase(join(CASES, name)).slice(0, 12)).toEqual([]);
    });
  }
});
