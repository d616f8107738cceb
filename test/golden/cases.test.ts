import { playCase } from './play-case';

/** One of each kind; test/slow plays them all. */
const SPREAD = [
  '002-merge',
  '005-law',
  '006-four',
  '008-hours2004',
  '010-y2018',
  '012-split',
  '028-rejects',
  '031-edges',
  '033-edges',
  '034-edges',
];

test.each(SPREAD)('golden case %s', async (name) => {
  expect(await playCase(name)).toEqual([]);
});
