import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../../src/ledger';
import { KARI, OLA, postRun } from '../../ledger/support';

export const FIXTURES = join(__dirname, '../../../fixtures/receipts');
export const RUN = '2018-T1-example';

/** A ledger whose one posted run is paid by the file of the example receipts, handed over on a day. */
export function exampleLedger(path: string, handedOverOn = '2018-04-05'): void {
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  const rows = readFileSync(join(FIXTURES, 'payments.csv'), 'utf8').trimEnd().split('\n').slice(1);
  const payments = rows.map((row) => {
    const [key = '', recipient = '', name = '', account = '', amount = '', , , block = ''] = row.split(',');
    return { key, recipient, name, account, amountNok: Number(amount), block };
  });
  postRun(ledger, {
    runId: RUN,
    lines: payments.map(({ key, recipient, amountNok }, index) =>
      key.endsWith('GRUN')
        ? { recipient, due: amountNok, component: 'grunntilskudd', person: 0 }
        : { recipient, due: amountNok, annual: amountNok, person: 201800000001 + index },
    ),
  });
  const by = { ...OLA, at: '2018-04-05T10:00:00Z' };
  ledger.writePaymentFiles(
    () => [
      {
        runId: RUN,
        number: 1,
        channel: 'pain001',
        format: 'pain.001.001.03',
        messageId: 'NT2018T1S0-F01',
        name: 'NT2018T1S0-F01.pain.001.001.03.xml',
        debtorAccount: '99990001002',
        settings: '{}',
        executionDate: '2018-04-09',
        createdAt: '2018-04-05T10:00:00Z',
        bytes: readFileSync(join(FIXTURES, '00-order.pain.001.001.03.xml')),
        payments: payments.map(({ key, name, account, amountNok, block }) => ({
          paymentKey: key,
          instructionId: key,
          paymentInfoId: block,
          amountNok,
          account,
          name,
        })),
      },
    ],
    by,
  );
  ledger.paymentFileMade('NT2018T1S0-F01.pain.001.001.03.xml', by);
  ledger.handOverPaymentFiles({ ...by, runId: RUN, names: [], on: handedOverOn, reference: 'nettbank 1' });
  ledger.close();
}
