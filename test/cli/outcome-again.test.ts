import { join } from 'node:path';
import { openLedger } from '../../src/ledger';
import { postRun } from '../ledger/support';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const folder = temporaryFolder();
const DB = ['--db', 'l.db'];
const OSLO = 'NT2018T1S0-0301-PERS';
const STEINKJER = 'NT2018T1S0-1507-PERS';
let runId = '';

async function outcome(...words: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out } = await cli(folder, ['outcome', ...words, '--as', 'bank', ...DB, '--json']);
  return { code, ...JSON.parse(out) };
}
const batch = (on: string, ...more: readonly string[]) => outcome('--batch', runId, '--paid', '--on', on, ...more);

beforeAll(() => {
  const ledger = openLedger(join(folder, 'l.db'), { create: { rehearsal: false } });
  postRun(ledger, {
    lines: [
      { recipient: '1507', due: 31_900 },
      { recipient: '0301', due: 13_600, person: 2 },
    ],
  });
  runId = ledger.batches()[0]?.runId ?? '';
  ledger.close();
});

test('a batch told as paid leaves out what was refused; with --again it is paid, once, and nothing else moves', async () => {
  await outcome(OSLO, '--refused', '--on', '2018-04-20', '--reason', 'wrong account');
  expect(await batch('2018-04-20')).toMatchObject({ code: 0, recorded: [STEINKJER], kept: [OSLO] });
  expect(await batch('2018-04-27')).toMatchObject({ recorded: [], kept: [OSLO, STEINKJER] });
  expect(await batch('2018-04-27', '--again')).toMatchObject({ recorded: [OSLO], kept: [], recorded_amount: 13_600 });
  expect(await batch('2018-04-30', '--again')).toMatchObject({ code: 0, recorded: [], recorded_amount: 0 });
});

test('what was paid and came back is paid again, too', async () => {
  await outcome(STEINKJER, '--refused', '--on', '2018-05-02', '--reason', 'sent back');
  expect(await batch('2018-05-04')).toMatchObject({ recorded: [], kept: [OSLO, STEINKJER] });
  expect(await batch('2018-05-04', '--again')).toMatchObject({ recorded: [STEINKJER], recorded_amount: 31_900 });
  const { payments } = await outcome('--batch', runId);
  expect(payments).toMatchObject([{ state: 'paid' }, { state: 'paid' }]);
});

test('--again of a run that is not there is told as that, and records nothing', async () => {
  const wrong = await outcome('--batch', '2018-T2-0123456789ab', '--paid', '--again', '--on', '2018-05-04');
  expect(wrong).toMatchObject({ code: 2, error: { code: 'LEDGER_RUN_UNKNOWN' } });
});

test('what came back on the very day on which it was paid is paid again on that day, once', async () => {
  await outcome(STEINKJER, '--refused', '--on', '2018-05-04', '--reason', 'sent back at once');
  expect(await batch('2018-05-04', '--again')).toMatchObject({ recorded: [STEINKJER], already: [] });
  expect(await batch('2018-05-04', '--again')).toMatchObject({ recorded: [], recorded_amount: 0 });
});
