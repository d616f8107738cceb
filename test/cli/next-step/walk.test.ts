import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';
import { addPayer } from './payer';
import { acts, GENERATE, isNextYear, KEYS, SIGNED, walk, walkersIn } from './walk';

const work = temporaryFolder();
const walkerIn = walkersIn(work);
const LIST = ['lists propose', 'lists sign', 'lists sign', 'lists adopt'];
const LIMIT_MS = 120_000;

beforeAll(async () => expect((await cli(work, GENERATE)).code).toBe(0), LIMIT_MS);

test(
  'whoever does what is told comes from init to the end of the year, in a rehearsal',
  async () => {
    const first = 'init --year 2018 --rehearsal --as kari';
    const { typed, stuck } = await walk(first, walkerIn('rehearsal'), isNextYear);
    expect(stuck).toBe('');
    const terms = Array.from({ length: 4 }, () => ['run', 'approve']).flat();
    expect(acts(typed)).toEqual(['init', ...terms, 'year-end', 'init']);
  },
  LIMIT_MS,
);

test(
  'with signatures: lists of rates and assumptions, attestation, approval, outcome',
  async () => {
    const walker = walkerIn('signed', { keys: KEYS });
    const { typed, stuck } = await walk(SIGNED, walker, (command) => command.startsWith('outcome'));
    expect(stuck).toBe('');
    expect(acts(typed)).toEqual(['init', ...LIST, 'run', ...LIST, 'run', 'attest', 'approve', 'outcome']);
  },
  LIMIT_MS,
);

test(
  'with a payer in the settings the road is that of files: recipients, two persons, file, hand-over',
  async () => {
    const walker = walkerIn('payer');
    expect((await walk('init --year 2018 --as kari', walker, () => true)).stuck).toBe('');
    addPayer(walker.cwd);
    const first = 'run --extract FOLDER --year 2018 --term 1 --as NAME';
    const { typed, stuck } = await walk(first, walker, (command) => command.startsWith('payout sent'));
    expect(stuck).toBe('');
    const road = ['recipients import', 'recipients confirm', 'payout write', 'payout sent'];
    expect(acts(typed)).toEqual(['run', 'run', 'approve', ...road]);
  },
  LIMIT_MS,
);
