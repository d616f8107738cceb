import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { playHistory } from './play-history';

const CASES = join(__dirname, '..', '..', 'fixtures', 'cases');

describe('register and engine against the naive calculator', () => {
  for (const name of readdirSync(CASES)
    .filter((entry) => /^\d/.test(entry))
    .sort()) {
    it(`agree on golden case ${name}`, () => {
      expect(playHistory(join(CASES, name)).slice(0, 8)).toEqual([]);
    });
  }
});
