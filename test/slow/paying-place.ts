import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderRows } from '../../src/app/preview/folder-rows';
import { accountOf, installed } from '../app/payout/support';
import { makeSignedLedger, ok, runIdOfTerm } from '../cli/approval/support';
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

/** A folder with what an earlier system posted and paid. */
export function openingPlace(): string {
  const folder = temporaryFolder();
  const posting = '2017,persontilskudd,209812340007,0301,1000,P-AR1-H';
  writeFileSync(join(folder, 'postings.csv'), `grant_year,component,person_id,recipient_id,amount,code\n${posting}\n`);
  const payment = '2017-12-20,0301,persontilskudd,2017,1000';
  writeFileSync(join(folder, 'payments.csv'), `date,recipient_id,netting_group,grant_year,amount\n${payment}\n`);
  return folder;
}

/** A folder with a ledger that requires signatures, a run that is attested and looked at, accounts for those whom it pays; and the run. */
export async function signedPlace(): Promise<{ readonly folder: string; readonly runId: string }> {
  const folder = temporaryFolder();
  const db = 'norsktilskudd.db';
  await makeSignedLedger(folder, db);
  const runId = await runIdOfTerm(folder, db, '2019-T3', '--key', 'kari.key');
  await ok(folder, 'attest', runId, '--as', 'Astrid Attestant', '--key', 'astrid.key');
  await ok(folder, 'preview', runId, '--as', 'Ola Godkjenner');
  writeSettings(folder);
  const payouts = folderRows(join(folder, `${db}.d`, 'runs', runId), 'payouts.csv');
  const paid = payouts.flatMap(({ recipient_id: code, paid: nok }) =>
    code !== undefined && Number(nok) > 0 ? [code] : [],
  );
  const rows = [...new Set(paid)]
    .slice(0, 3)
    .map((code, index) => `${code},Kommune ${code},,${accountOf(index + 1)}\n`);
  writeFileSync(join(folder, 'new.csv'), `recipient_id,name,org_number,account_number\n${rows.join('')}`);
  return { folder, runId };
}
