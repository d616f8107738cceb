import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeExtracts } from '../../../src/app/generate/write-extracts';
import { loadShippedRules } from '../../../src/app/shipped-rules';
import { answer } from '../../audit/verify/two-terms';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const work = temporaryFolder();
let runId = '';

beforeAll(async () => {
  const { places } = loadShippedRules().places;
  const register = { persons: 40, seed: 5, errors: 0, year: 2018, snapshots: 1, places };
  const [extract = ''] = writeExtracts(join(work, 'extracts'), register);
  const what = ['--extract', extract, '--year', '2018', '--term', '1', '--rates', RATES, '--rehearsal'];
  const report: unknown = await answer(work, 'run', ...what, '--db', 'ledger.db', '--as', 'kari');
  runId = typeof report === 'object' && report !== null && 'run_id' in report ? String(report.run_id) : '';
});

test('a run is named by its id where the ledger is named, as in explain', async () => {
  const byId = await cli(work, ['verify', runId, '--db', 'ledger.db', '--draft']);
  const byFolder = await cli(work, ['verify', join('ledger.db.d', 'runs', runId), '--db', 'ledger.db', '--draft']);
  expect(byId).toEqual(byFolder);
  expect({ code: byId.code, err: byId.err }).toEqual({ code: 0, err: '' });
  expect(byId.out).toContain(`Everything checks: ${runId} REHEARSAL DRAFT,`);
});

test.each([
  ['en', `${'2018-T1-0123456789ab'} is the id of a run, and there is no such folder here. [VERIFY_RUN_WITHOUT_LEDGER]`],
  [
    'nb',
    `${'2018-T1-0123456789ab'} er id-en til en kjøring, og det er ingen slik mappe her. [VERIFY_RUN_WITHOUT_LEDGER]`,
  ],
])('without a ledger the id is told to be one (%s)', async (lang, text) => {
  const { code, err } = await cli(work, ['verify', '2018-T1-0123456789ab', '--lang', lang]);
  expect(code).toBe(2);
  expect(err).toContain(text);
  expect(err).toContain('--db');
});

test.each([
  ['2018-T1-0123456789ab', 'LEDGER_RUN_UNKNOWN'],
  ['no-such-folder', 'VERIFY_FOLDER_MISSING'],
  ['ledger.db', 'VERIFY_FOLDER_MISSING'],
])('what is neither a folder nor a run of the ledger: %s', async (name, problem) => {
  const { code, err } = await cli(work, ['verify', name, '--db', 'ledger.db']);
  expect(code).toBe(2);
  expect(err).toContain(`[${problem}]`);
});

test('flags that do not fit are told in words', async () => {
  const { code, err } = await cli(work, [
    'verify',
    runId,
    runId,
    '--db',
    'ledger.db',
    '--extract',
    'extracts',
    '--journal',
    'ledger.db',
  ]);
  expect(code).toBe(2);
  expect(err).toContain('--extract can be used on one run at a time; given: 2. [FLAG_FOR_ONE_RUN]');
  expect(err).toContain('--journal cannot be ledger.db: that is the ledger itself. [FLAG_IS_LEDGER]');
});

test.each([
  ['--extract', 'nowhere', 3, 'EXTRACT_FOLDER_MISSING'],
  ['--db', 'nowhere.db', 6, 'LEDGER_MISSING'],
  ['--rates', 'nowhere.csv', 2, 'GIVEN_FILE_MISSING'],
  ['--recipients', 'nowhere.csv', 2, 'GIVEN_FILE_MISSING'],
  ['--columns', 'nowhere.json', 2, 'GIVEN_FILE_MISSING'],
  ['--tables', 'nowhere', 2, 'TABLES_NO_FOLDER'],
])('%s that is not there ends as everywhere, whatever else is wrong', async (flag, path, exit, name) => {
  const whole = join(work, 'ledger.db.d', 'runs', runId);
  const spoilt = join(work, 'spoilt');
  rmSync(spoilt, { recursive: true, force: true });
  cpSync(whole, spoilt, { recursive: true });
  rmSync(join(spoilt, 'payouts.csv'));
  for (const folder of [whole, spoilt]) {
    for (const more of [[], ['--sql']]) {
      const { code, err } = await cli(work, ['verify', folder, flag, path, ...more]);
      expect({ code, err }).toMatchObject({ code: exit, err: expect.stringContaining(`[${name}]`) });
      expect(err).not.toContain('VERIFICATION_FAILED');
    }
  }
});
