import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { enginePlayer } from '../history/engine-player';
import { playHistory } from '../history/play-history';

const CASES = join(__dirname, '..', '..', 'fixtures', 'cases');
const NAMES = readdirSync(CASES)
  .filter((entry) => /^\d/.test(entry))
  .sort();

describe('register and engine against the naive calculator', () => {
  it.each(NAMES)('agree on golden case %s', async (name) => {
    expect((await playHistory(join(CASES, name), enginePlayer)).slice(0, 8)).toEqual([]);
  });
});
