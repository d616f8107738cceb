import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { budgetYear } from '../../../src/analysis';
import { openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { cli } from '../support';

const work = temporaryFolder();
const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const postings = join(work, 'postings.csv');
writeFileSync(
  postings,
  [
    'grant_year,component,person_id,recipient_id,amount,code',
    '2017,persontilskudd,209812340007,0301,1000,P-AR1-H',
    '2017,persontilskudd,209812340007,1103,500,P-AR1-H',
    '2017,persontilskudd,201912345604,0301,700,P-AR2-H',
    '2016,persontilskudd,201912345604,0301,300,P-AR1-H',
    '2017,grunntilskudd,,0301,575000,Grunntilskudd-H',
    '',
  ].join('\n'),
);
const balances = join(work, 'balances.csv');
writeFileSync(balances, 'recipient_id,netting_group,balance\n0301,persontilskudd,-50\n1103,grunntilskudd,-7\n');

const open = (db: string, ...more: readonly string[]) =>
  cli(work, ['open-ledger', '--postings', postings, '--balances', balances, '--as', 'kari', '--db', db, ...more]);

const SUMS = {
  kind: 'opening',
  persons: 2,
  postings: 5,
  postings_total: 577_500,
  components: [
    { grant_year: 2016, component: 'persontilskudd', postings: 1, persons: 1, sum: 300 },
    { grant_year: 2017, component: 'grunntilskudd', postings: 1, persons: 0, sum: 575_000 },
    { grant_year: 2017, component: 'persontilskudd', postings: 3, persons: 2, sum: 2200 },
  ],
  recipients: [
    { recipient_id: '0301', posted: 577_000, balance: -50 },
    { recipient_id: '1103', posted: 500, balance: -7 },
  ],
  balances: [
    { recipient_id: '0301', netting_group: 'persontilskudd', balance: -50 },
    { recipient_id: '1103', netting_group: 'grunntilskudd', balance: -7 },
  ],
};

test.each([
  ['a real ledger', []],
  ['a rehearsal', ['--rehearsal']],
])('an opening batch of %s is shown when it is entered, before and after it is approved', async (name, flags) => {
  const db = join(work, `${name.replaceAll(' ', '-')}.db`);
  const entered = await open(db, '--json', ...flags);
  expect(JSON.parse(entered.out)).toMatchObject({ ...SUMS, state: 'draft', already: false });
  const { run_id: runId }: { run_id: string } = JSON.parse(entered.out);
  const preview = async () => JSON.parse((await cli(work, ['preview', runId, '--db', db, '--json'])).out);
  expect(await preview()).toMatchObject({ ...SUMS, state: 'draft' });
  const approved = await cli(work, ['approve', runId, '--as', 'ola', '--db', db, '--json']);
  expect(JSON.parse(approved.out)).toMatchObject({ run_id: runId, opening: { ...SUMS, state: 'posted' } });
  expect(await preview()).toMatchObject({ ...SUMS, state: 'posted' });
  const status = JSON.parse((await cli(work, ['status', '--db', db, '--json'])).out);
  expect(status.batches).toMatchObject([{ run_id: runId, state: 'posted', lines: 5, lines_total: 577_500 }]);
});

test.each([
  [
    'en',
    [
      'taken over from an earlier system, entered by kari, draft',
      '5 postings of 577 500 kr for 2 persons',
      '2017        persontilskudd         3        2    2 200 kr',
      '0301       577 000 kr   −50 kr',
      'Next: norsktilskudd approve',
    ],
  ],
  [
    'nb',
    [
      'overtatt fra et tidligere system, lagt inn av kari, utkast',
      '5 posteringer på 577 500 kr for 2 personer',
      'Neste: norsktilskudd approve',
    ],
  ],
])('the page says what is taken over (%s)', async (language, expected) => {
  const db = join(work, `text-${language}.db`);
  const { run_id: runId }: { run_id: string } = JSON.parse((await open(db, '--json')).out);
  const page = plain((await cli(work, ['preview', runId, '--db', db, '--lang', language])).out);
  for (const text of expected) expect(page).toContain(text);
  const approved = plain((await cli(work, ['approve', runId, '--as', 'ola', '--db', db, '--lang', language])).out);
  expect(approved).toContain(expected[1] ?? '');
  expect(page).not.toMatch(/209812340007|201912345604/);
});

test('a superseded draft of an opening says so, and that its content is gone', async () => {
  const db = join(work, 'superseded.db');
  const first: { run_id: string } = JSON.parse((await open(db, '--json')).out);
  const argv = ['open-ledger', '--postings', postings, '--as', 'kari', '--db', db, '--json'];
  const second: { run_id: string } = JSON.parse((await cli(work, argv)).out);
  const { code, out } = await cli(work, ['preview', first.run_id, '--db', db, '--lang', 'en']);
  expect(code).toBe(0);
  expect(out).toContain(`superseded by ${second.run_id}`);
  expect(out).toContain('The content of a draft that has ended is not kept.');
});

test('an opening is compared with another batch by its sums', async () => {
  const db = join(work, 'compared.db');
  const first: { run_id: string } = JSON.parse((await open(db, '--json')).out);
  await cli(work, ['approve', first.run_id, '--as', 'ola', '--db', db]);
  const run = ['run', '--extract', madeExtract(join(work, 'extract'), '2018-03-31'), '--year', '2018', '--term', '1'];
  const ran = await cli(work, [
    ...run,
    '--as',
    'kari',
    '--db',
    db,
    '--exclude',
    'grunntilskudd',
    '--rates',
    RATES,
    '--json',
  ]);
  const { run_id: second }: { run_id: string } = JSON.parse(ran.out);
  const argv = ['compare', first.run_id, second, '--db', db];
  const { rows }: { rows: Record<string, unknown>[] } = JSON.parse(
    (await cli(work, [...argv, '--json', '--out', 'by-sums'])).out,
  );
  expect(rows).toContainEqual({
    grant_year: 2017,
    component: 'persontilskudd',
    recipient_id: '0301',
    a: 1700,
    b: 0,
    difference: -1700,
  });
  expect(rows.reduce((sum, row) => sum + Number(row.a), 0)).toBe(577_500);
  expect(rows.some((row) => row.grant_year === 2018 && Number(row.b) > 0)).toBe(true);
  expect(readFileSync(join(work, 'by-sums/batches.csv'), 'utf8').split('\n')).toHaveLength(rows.length + 2);
  expect(plain((await cli(work, argv)).out)).toContain('575 000 kr');
});

const payments = join(work, 'payments.csv');
const PAID = ['date;recipient_id;netting_group;grant_year;amount', '2016-12-15;0301;persontilskudd;2016;300'];
writeFileSync(
  payments,
  [
    ...PAID,
    '20.12.2017;0301;persontilskudd;2017;1750',
    '2018-01-04;0301;grunntilskudd;2017;575000',
    '2017-12-20;1103;persontilskudd;2017;500',
    '2017-12-20;1103;grunntilskudd;2017;7',
    '',
  ].join('\n'),
);

test('what an earlier system paid is taken over with its days, and stands in the budget year', async () => {
  const db = join(work, 'paid.db');
  const entered = await open(db, '--payments', payments, '--json', '--rehearsal');
  const { run_id: runId, earlier_payments: paid } = JSON.parse(entered.out);
  expect(paid).toEqual({ payments: 5, paid: 577_557, taken_over: 577_557 });
  const again = JSON.parse((await open(db, '--payments', payments, '--json', '--rehearsal')).out);
  expect([again.run_id, again.already]).toEqual([runId, true]);
  // Without them it is another opening.
  const other = JSON.parse((await open(join(work, 'other.db'), '--json', '--rehearsal')).out);
  expect([other.run_id === runId, other.earlier_payments]).toEqual([false, null]);
  expect((await cli(work, ['approve', runId, '--as', 'ola', '--db', db])).code).toBe(0);
  const once = JSON.parse((await open(db, '--payments', payments, '--json', '--rehearsal')).out);
  expect([once.run_id, once.already, once.state]).toEqual([runId, true, 'posted']);
  const ledger = openLedger(db, { readOnly: true });
  const history = ledger.paymentHistory();
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
  const request = { grantYear: 2017, appropriationNok: 600_000, dueLaterNok: 0, heldNok: 0 };
  const of = (budget: number) =>
    budgetYear({ ...request, budgetYear: budget }, history, { payments: [], carriedByGrantYear: new Map() });
  expect(of(2017)).toMatchObject({ paidNok: 2257, paidEarlierNok: 2257, isPaidElsewhere: false, unspentNok: 597_743 });
  expect(of(2018)).toMatchObject({ paidNok: 575_000, isGrantYearPaidElsewhere: false });
});

test('payments that do not come to what was taken over leave the budget year open', async () => {
  const db = join(work, 'part.db');
  const part = join(work, 'part.csv');
  writeFileSync(part, `${PAID.join('\n')}\n`);
  const { run_id: runId } = JSON.parse((await open(db, '--payments', part, '--json', '--rehearsal')).out);
  await cli(work, ['approve', runId, '--as', 'ola', '--db', db]);
  const ledger = openLedger(db, { readOnly: true });
  const request = { grantYear: 2017, budgetYear: 2017, appropriationNok: 1, dueLaterNok: 0, heldNok: 0 };
  const budget = budgetYear(request, ledger.paymentHistory(), { payments: [], carriedByGrantYear: new Map() });
  expect([budget.isPaidElsewhere, budget.unspentNok]).toEqual([true, undefined]);
  ledger.close();
});

test('a payment of a day to come, and one of nothing, are told with their places', async () => {
  const wrong = join(work, 'wrong-payments.csv');
  writeFileSync(
    wrong,
    `${[...PAID, '2999-01-01;0301;persontilskudd;2017;5', '2017-01-01;9999;persontilskudd;2017;5'].join('\n')}\n`,
  );
  const told = await open(join(work, 'wrong.db'), '--payments', wrong, '--rehearsal', '--lang', 'en');
  expect(told.code).toBe(3);
  expect(told.err).toContain(`${wrong}:3 (date)`);
  expect(told.err).toContain(`${wrong}:4 (recipient_id)`);
});
