import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf, installed } from '../app/payout/support';
import { exampleLedger, FIXTURES } from '../cli/receipts/example-ledger';
import { temporaryFolder } from '../support/temporary-folder';

/** Settings of whoever pays. */
function writeSettings(folder: string): void {
  const payment = {
    debtor_name: 'Eksempeldirektoratet',
    initiating_party: [{ id: '310991007', scheme: 'CUST' }],
    account: '99990001002',
    bic: [{ bic: 'TESTNOKK', valid_from: '2000-01-01' }],
    kap_post: [{ component: 'persontilskudd', kap: '671', post: '60' }],
    ledger_file_profile: join(__dirname, '../../src/payout/ledger-file/example-profile.json'),
  };
  writeFileSync(join(folder, 'norsktilskudd.json'), JSON.stringify({ payment }));
}

/** A folder with a ledger, settings and what the acts read. */
export function place(): string {
  const folder = temporaryFolder();
  const made = installed([
    { recipient: '0301', paidNok: 31_900, account: accountOf(1), name: 'Oslo kommune' },
    { recipient: '1103', paidNok: 13_600, account: accountOf(2), name: 'Stavanger kommune' },
  ]);
  cpSync(made.db, join(folder, 'norsktilskudd.db'));
  cpSync(`${made.db}.d`, join(folder, 'norsktilskudd.db.d'), { recursive: true });
  writeSettings(folder);
  const row = `0301,Oslo kommune,958935420,${accountOf(3)}`;
  writeFileSync(join(folder, 'new.csv'), `recipient_id,name,org_number,account_number\n${row}\n`);
  return folder;
}

/** A folder with a ledger whose payments wait for answers, and the answers. */
export function answeredPlace(): string {
  const folder = temporaryFolder();
  cpSync(FIXTURES, folder, { recursive: true });
  exampleLedger(join(folder, 'norsktilskudd.db'));
  return folder;
}
