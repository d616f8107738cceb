import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPayout, handOverPayout, type PayingInstallation, readReceipts, reconcile } from '../../../src/app';
import { openLedger } from '../../../src/ledger';
import { FIXTURES } from '../../cli/receipts/example-ledger';
import { today } from '../../cli/support';
import { OLA } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';
import { accountOf, installed, RUN, recipientCode, write } from './support';

jest.setTimeout(60_000);

const OSLO = { recipient: '0301', paidNok: 31_900, account: accountOf(1), name: 'Oslo kommune' };
const STAVANGER = { recipient: '1103', paidNok: 13_600, account: accountOf(2), name: 'Stavanger kommune' };

const send = (installation: PayingInstallation) =>
  handOverPayout(installation, { runId: RUN, names: [], on: today(), reference: 'DFØ 1', actor: 'kari' });

/** Reads a list of receipts with these rows: key, word, amount, cause. */
async function told(
  installation: PayingInstallation,
  ...rows: readonly (readonly [string, string, string, string?])[]
) {
  const [year, month, day] = today().split('-');
  const lines = rows.map(([key, word, amount, cause = '']) =>
    [`NT2018T1S0-${key}-PERS`, word, `${amount},00`, `${day}.${month}.${year}`, '', cause].join(';'),
  );
  const file = join(temporaryFolder(), 'retur.csv');
  writeFileSync(
    file,
    ['Ekstern referanse;Returtype;Beløp;Dato;Bilagsnummer;Årsak', ...lines, ''].join('\r\n'),
    'latin1',
  );
  const profile = join(FIXTURES, 'dfo-example.json');
  const { receipts } = await readReceipts(installation, { files: [file], profile, actor: 'kari' });
  expect(receipts.flatMap(({ problems }) => problems)).toEqual([]);
}

const sums = ({ db }: PayingInstallation) => {
  const { paidNok, refusedNok, no_newsNok: noNews, unknownNok } = reconcile({ db, runId: RUN }).total;
  return [paidNok, refusedNok, noNews, unknownNok];
};

test('by the accounting system: what was refused goes once more, and its answers are those of the file that was sent last', async () => {
  const installation = installed([OSLO, STAVANGER]);
  await write(installation, { channel: 'ledger-file' });
  send(installation);
  await told(installation, ['0301', 'Mottaksretur', '31900'], ['1103', 'Mottaksretur', '13600']);
  await told(installation, ['0301', 'Avregningsretur', '31900'], ['1103', 'Avvisningsretur', '13600', 'AC04']);
  expect(sums(installation)).toEqual([31_900, 13_600, 0, 0]);
  const ledger = openLedger(installation.db);
  ledger.confirmRecipients({ ...OLA, recipients: [recipientCode('1103')], reference: 'ringt' });
  ledger.close();
  const { written } = await write(installation, { channel: 'ledger-file', again: true });
  expect(written.map(({ file }) => [file.name, file.amountNok])).toEqual([['NT2018T1S0-F02.csv', 13_600]]);
  expect(sums(installation)).toEqual([31_900, 0, 13_600, 0]);
  send(installation);
  await told(installation, ['1103', 'Mottaksretur', '13600']);
  await told(installation, ['1103', 'Avregningsretur', '13600']);
  expect(sums(installation)).toEqual([45_500, 0, 0, 0]);
  expect((await checkPayout(installation.db, RUN)).faults).toEqual([]);
});
