import { acts, GENERATE, isNextYear, KEYS, SIGNED, walk, walkersIn } from '../cli/next-step/walk';
import { cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';

const work = temporaryFolder();
const walkerIn = walkersIn(work);

beforeAll(async () => expect((await cli(work, GENERATE)).code).toBe(0));

const count = (typed: readonly string[], act: string): number => acts(typed).filter((one) => one === act).length;

test('every next step of a year by name, from init to the next year', async () => {
  const { typed, stuck } = await walk('init --year 2018 --as kari', walkerIn('by-name'), isNextYear);
  expect(stuck).toBe('');
  expect([count(typed, 'run'), count(typed, 'approve'), count(typed, 'year-end')]).toEqual([8, 4, 1]);
  expect(count(typed, 'outcome')).toBeGreaterThan(1);
});

test('every next step of a year with signatures', async () => {
  const { typed, stuck } = await walk(SIGNED, walkerIn('signed', { keys: KEYS }), isNextYear);
  expect(stuck).toBe('');
  expect([count(typed, 'attest'), count(typed, 'approve'), count(typed, 'year-end')]).toEqual([4, 4, 1]);
});
