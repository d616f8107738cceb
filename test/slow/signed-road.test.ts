import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf } from '../app/payout/support';
import { makeApprovers } from '../cli/approval/support';
import { madeExtract } from '../cli/made-extract';
import { ASSUMPTIONS_ACCEPTED, cli, onDay } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';
import { accountReport, statusReport } from './bank-messages';

const cwd = temporaryFolder();
const LOG = process.env.WALK_LOG;
const KARI = ['--as', 'Kari Kjører', '--key', 'kari.key'];
const ASTRID = ['--as', 'Astrid Attestant', '--key', 'astrid.key'];
const OLA = ['--as', 'Ola Godkjenner', '--key', 'ola.key'];

/** Gives a command in the folder of the ledger; what it says goes to the log of the walk where one is wanted. */
async function step(code: number, ...argv: readonly string[]): Promise<string> {
  const said = await cli(cwd, argv);
  if (LOG !== undefined)
    appendFileSync(LOG, `\n$ norsktilskudd ${argv.join(' ')}\n${said.out}${said.err}[${said.code}]\n`);
  expect([argv.join(' '), said.code, said.code === code ? '' : said.err]).toEqual([argv.join(' '), code, '']);
  return (said.out + said.err).replaceAll('\u00a0', ' ');
}

const json = async <T>(...argv: readonly string[]): Promise<T> => JSON.parse(await step(0, ...argv, '--json'));

const day = (text: string): void => onDay(text);
const SETTINGS = {
  require_signatures: true,
  payment: {
    debtor_name: 'Eksempeldirektoratet',
    initiating_party: [{ id: '310991007', scheme: 'CUST' }],
    account: '99990001002',
    bic: [{ bic: 'TESTNOKK', valid_from: '2000-01-01' }],
    kap_post: [{ component: 'persontilskudd', kap: '671', post: '60' }],
  },
};
const HEAD = 'recipient_id,name,org_number,account_number\n';
const OSLO = { key: 'NT2018T1S0-0301-PERS', amountNok: 63_800 };
const STAVANGER = { key: 'NT2018T1S0-1103-PERS', amountNok: 63_800 };
const F01 = { messageId: 'NT2018T1S0-F01' };

const file = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};
const read = (name: string, text: string) => step(0, 'receipt', 'read', file(name, text), ...KARI);

/** Persons of whom every other lives in Stavanger. */
function extractOf(term: number, takenAt: string, persons: string): string {
  return madeExtract(join(cwd, `extract-${term}`), takenAt, { personer: persons }, (table, lines) =>
    table === 'residence' ? lines.map((line, row) => (row % 2 === 0 ? line.replace('0301', '1103') : line)) : lines,
  );
}

/** Runs a term and has it attested. */
async function drafted(term: number, takenAt: string, persons = '4'): Promise<string> {
  const extract = extractOf(term, takenAt, persons);
  const accepted = ['stale-extract', 'first-run'].flatMap((name) => ['--accept', `${name}=sak 26/1`]);
  const how = ['--year', '2018', '--term', String(term), '--exclude', 'grunntilskudd'];
  const { run_id: runId } = await json<{ run_id: string }>(
    'run',
    ...['--extract', extract, ...how, ...accepted, ...ASSUMPTIONS_ACCEPTED, ...KARI],
  );
  await step(0, 'attest', runId, ...ASTRID);
  await step(0, 'preview', runId, '--as', 'Ola Godkjenner');
  return runId;
}

test('a signed ledger from its list of approvers to money on account, and every stop on the way', async () => {
  day('2026-11-23');
  await makeApprovers(cwd);
  await step(0, 'init', '--approvers', 'approvers-1.json', '--as', 'Kari Kjører');
  file('norsktilskudd.json', JSON.stringify(SETTINGS));
  file(
    'recipients.csv',
    `${HEAD}0301,Oslo kommune,958935420,${accountOf(1)}\n1103,Stavanger kommune,964965226,${accountOf(2)}\n`,
  );
  await step(0, 'recipients', 'import', 'recipients.csv', ...KARI);
  await step(6, 'recipients', 'confirm', '--all', '--reference', 'brev', ...KARI);
  await step(0, 'recipients', 'confirm', '--all', '--reference', 'brev', ...OLA);
  await step(0, 'lists', 'propose', 'rates', '--out', 'rates-1.json');
  await step(0, 'lists', 'sign', 'rates-1.json', ...KARI);
  await step(0, 'lists', 'sign', 'rates-1.json', ...OLA);
  await step(0, 'lists', 'adopt', 'rates-1.json', '--as', 'Kari Kjører');
  await step(0, 'doctor', '--payment');
  const runId = await drafted(1, '2018-03-31');
  await step(0, 'approve', runId, ...OLA);
  await step(0, 'status');

  await step(6, 'payout', 'write', runId, '--channel', 'pain001', '--on', '2026-11-29', ...KARI);
  await step(0, 'payout', 'write', runId, '--channel', 'pain001', '--on', '2026-12-02', ...KARI);
  await step(0, 'payout', 'check', runId);
  await step(0, 'payout', 'sent', runId, '--by-hand', '--reference', 'nettbank 1', '--on', '2026-11-23', ...KARI);
  await read('valid.xml', statusReport('03', { ...F01, payments: [OSLO, STAVANGER], at: '2026-11-23' }, 'ACTC'));
  expect(await step(0, 'status')).toContain('127 600 kr');
  const answers = [OSLO, { ...STAVANGER, status: 'RJCT', reason: 'AC04' }];
  await read('answers.xml', statusReport('10', { ...F01, payments: answers, at: '2026-11-23' }, undefined));
  await step(0, 'status');
  await step(0, 'reconcile', runId);

  // Refused: its account is blocked until it has been confirmed anew, and then it goes once more under its key.
  await step(6, 'payout', 'write', runId, '--again', '--channel', 'pain001', '--on', '2026-12-03', ...KARI);
  file('new.csv', `${HEAD}1103,Stavanger kommune,964965226,${accountOf(3)}\n`);
  await step(0, 'recipients', 'import', 'new.csv', ...KARI);
  await step(0, 'recipients', 'confirm', '1103', '--reference', 'ringt 23.11., notat 7', ...OLA);
  await step(0, 'payout', 'write', runId, '--again', '--channel', 'pain001', '--on', '2026-12-03', ...KARI);
  await step(0, 'payout', 'sent', runId, '--by-hand', '--reference', 'nettbank 2', '--on', '2026-11-23', ...KARI);
  await step(0, 'payout', 'show', runId);

  day('2026-12-03');
  await read('booked.xml', accountReport('camt.054', '02', { ...F01, payments: [OSLO], at: '2026-12-02' }));
  await read('statement.xml', accountReport('camt.053', '02', { ...F01, payments: [OSLO], at: '2026-12-02' }));
  const F02 = { messageId: 'NT2018T1S0-F02', payments: [STAVANGER], at: '2026-12-03' };
  await read('statement-2.xml', accountReport('camt.053', '08', F02));
  await read('booked-2.xml', accountReport('camt.054', '08', F02));
  await step(0, 'status');
  expect(await step(0, 'reconcile', runId)).toContain('127 600 kr');
  file(
    'bookings.csv',
    `ledger_account,date,amount,reference\n8700,2026-12-02,63800,${OSLO.key}\n8700,2026-12-04,63800,${STAVANGER.key}\n8700,2026-12-04,5,gebyr\n`,
  );
  expect(await step(0, 'reconcile', '--year', '2026')).toContain('not the one in which money is paid');
  const differs = await step(5, 'reconcile', '--year', '2018', '--accounts', 'bookings.csv');
  expect(differs).toMatch(/Only in the accounts: 1\n.*\ngebyr[\s\S]*Another day: 1\n.*\nNT2018T1S0-1103-PERS/);
  await step(0, 'payout', 'check', runId);
  await step(0, 'verify', runId, '--db', 'norsktilskudd.db');

  // Two more persons: nobody may be paid to a blocked account, the rest goes, and the debt stays.
  await step(0, 'recipients', 'block', '1103', '--reason', 'nytt brev, uklart', ...KARI);
  const second = await drafted(2, '2018-06-30', '6');
  await step(0, 'approve', second, ...OLA);
  const write = ['payout', 'write', second, '--channel', 'pain001', '--on', '2026-12-07'];
  expect(await step(6, ...write, ...KARI)).toContain('PAYEE_BLOCKED');
  await step(0, ...write, '--hold-unpayable', ...KARI);
  await step(0, 'payout', 'sent', second, '--by-hand', '--reference', 'nettbank 3', '--on', '2026-12-03', ...KARI);
  expect(await step(0, 'status')).toContain('blocked');

  // The bank is silent: the next approval wants a reason.
  day('2026-12-11');
  expect(await step(0, 'status')).toContain('NT2018T2S0-F01');
  const third = await drafted(3, '2018-09-30', '6');
  expect(await step(6, 'approve', third, ...OLA)).toContain('--accept silence');
  await step(0, 'approve', third, '--accept', 'silence', '--reason', 'banken ringt, svarer i morgen', ...OLA);

  // Confirmed: the debt of the second term goes alone, and the third term never pays it again.
  await step(0, 'recipients', 'confirm', '1103', '--reference', 'ringt, notat 9', ...OLA);
  await step(0, 'payout', 'write', second, '--channel', 'pain001', '--on', '2026-12-15', ...KARI);
  const { files } = await json<{ files: { name: string; payments: number }[] }>('payout', 'show', second);
  expect(files.map(({ name, payments }) => [name, payments])).toEqual([
    ['NT2018T2S0-F01.pain.001.001.03.xml', 1],
    ['NT2018T2S0-F02.pain.001.001.03.xml', 1],
  ]);
  await step(0, 'payout', 'check', second);
  await step(0, 'verify', runId, second, third, '--db', 'norsktilskudd.db');
}, 120_000);
