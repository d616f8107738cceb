import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const work = temporaryFolder();
const GOOD = {
  debtor_name: 'Integrerings- og mangfoldsdirektoratet',
  initiating_party: [{ id: '987879696', scheme: 'CUST' }],
  account: '1503.00.00002',
  bic: [{ bic: 'DNBANOKK', valid_from: '2018-01-01' }],
};

async function doctor(name: string, payment: object | undefined) {
  const folder = join(work, name);
  await cli(work, ['init', name, '--as', 'kari']);
  writeFileSync(
    join(folder, 'recipients.csv'),
    'recipient_id,name,account_number\n0301,Oslo kommune,1234.56.78911\n1580,Haram kommune,\n',
  );
  writeFileSync(join(folder, 'norsktilskudd.json'), JSON.stringify(payment === undefined ? {} : { payment }));
  const before = await cli(folder, ['doctor', '--payment', '--lang', 'en']);
  await cli(folder, ['recipients', 'import', 'recipients.csv', '--as', 'kari']);
  return { before, after: await cli(folder, ['doctor', '--payment', '--lang', 'en']) };
}

test('without settings everything that is missing is named at once, and that nobody can be paid', async () => {
  const { before } = await doctor('none', undefined);
  expect(before.code).toBe(3);
  for (const key of ['debtor_name', 'initiating_party', 'account', 'bic'])
    expect(before.err).toContain(`payment.${key} is missing.`);
  expect(before.err).toContain('has no register of recipients');
});

test('good settings are ready; those who cannot be paid are counted', async () => {
  const { after } = await doctor('good', GOOD);
  expect(after.code).toBe(0);
  expect(after.out).toBe(
    'Files of payments can be written for Integrerings- og mangfoldsdirektoratet, from account 1503.00.00002, as pain.001.001.03.\n',
  );
  expect(after.err).toContain('2 not confirmed, 0 blocked, 1 without an account');
  expect(after.err).toContain('No chapter and item hold');
});

test('all that is wrong is told together', async () => {
  const { after } = await doctor('wrong', {
    ...GOOD,
    debtor_name: '日本',
    account: '15030000003',
    initiating_party: [{ id: 'a b', scheme: 'CUST' }],
    text: 'x'.repeat(70),
    bic: [{ bic: 'DNBANOKK', valid_from: '2999-01-01' }],
    bank_days: { closed: ['2026-02-30'] },
    ledger_file_profile: 'none.json',
    kap_post: [
      { component: 'persontilskudd', kap: '671', post: '60' },
      { component: 'persontilskudd', kap: '291', post: '60', valid_from: '2020-01-01' },
    ],
  });
  expect(after.code).toBe(3);
  for (const code of ['CHARACTERS', 'ACCOUNT', 'ID', 'BIC_NONE', 'NO_SUCH_DAY', 'KAP_POST_TWICE']) {
    expect(after.err).toContain(`[PAYMENT_${code}]`);
  }
  expect(after.err).toContain('GIVEN_FILE_MISSING');
});

test('a profile of the ledger file that does not fit together is told in no language of its own', async () => {
  const example = readFileSync(join(__dirname, '../../../src/payout/ledger-file/example-profile.json'), 'utf8');
  const accounts = { grant: '8700', carried: '1590', payment: '8700' };
  const doubtful = { ...JSON.parse(example), sign: 'letter', accounts };
  const folder = join(work, 'good');
  writeFileSync(join(folder, 'profile.json'), JSON.stringify(doubtful));
  const settings = { payment: { ...GOOD, ledger_file_profile: 'profile.json' } };
  writeFileSync(join(folder, 'norsktilskudd.json'), JSON.stringify(settings));
  const { code, err } = await cli(folder, ['doctor', '--payment', '--lang', 'nb']);
  expect(code).toBe(3);
  expect(err).toContain('(accounts): Verdien');
  expect(err).toContain('den kan være payment != grant, payment != carried');
});
