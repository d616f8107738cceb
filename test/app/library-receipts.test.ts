import { join } from 'node:path';
import { openNorsktilskudd } from '../../src/app/library';
import { exampleLedger, FIXTURES, RUN } from '../cli/receipts/example-ledger';
import { temporaryFolder } from '../support/temporary-folder';

test('the library reads answers, reconciles, and takes a wrong record back', async () => {
  const path = join(temporaryFolder(), 'ledger.db');
  exampleLedger(path);
  const tilskudd = openNorsktilskudd({ ledger: path, actor: 'kari' });
  const E = join(FIXTURES, 'e-booked-and-pending.camt.054.001.02.xml');
  expect((await tilskudd.readReceipts([E])).receipts).toMatchObject([{ receipt: 1, moved: 2, failure: undefined }]);
  expect((await tilskudd.readReceipts([E])).receipts).toMatchObject([{ receipt: 1, moved: 0, already: true }]);
  const paid = { postedNok: 5_016_800, paidNok: 3_002_900 };
  expect(tilskudd.reconcile({ runId: RUN })).toMatchObject({ total: paid, differenceNok: 0 });
  expect(tilskudd.reconcile({ grantYear: 2018 }).total).toMatchObject(paid);
  tilskudd.withdrawReceipt(1, { reason: 'another payer' });
  expect(tilskudd.withdrawReceipt(1, { reason: 'another payer', actor: 'ola' }).payments).toBe(2);
  expect(tilskudd.reconcile({ runId: RUN }).total.paidNok).toBe(0);
  expect(tilskudd.receipts()).toMatchObject([{ receipt: 1, withdrawals: [{ confirmedBy: 'ola' }] }]);
}, 60_000);
