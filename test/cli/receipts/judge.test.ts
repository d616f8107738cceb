import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { cli } from '../support';

const folder = temporaryFolder();
cpSync(join(__dirname, '../../../fixtures/receipts'), folder, { recursive: true });
const ORDER = ['--order', '00-order.pain.001.001.03.xml'];
const E = 'e-booked-and-pending.camt.054.001.02.xml';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('the answers of a bank are told payment by payment and in sums', async () => {
  const { code, out, err } = await cli(folder, ['receipt', E, 'c-one-block-rejected.pain.002.001.03.xml', ...ORDER]);
  expect(code).toBe(0);
  expect(plain(out)).toMatch(/refused\s+3\s+1 672 550 kr/);
  expect(plain(out)).toMatch(/paid\s+2\s+3 002 900 kr/);
  expect(plain(out)).toMatch(/in all\s+6\s+5 016 800 kr/);
  expect(out).toContain('CH03 ReqdExctnDt er for langt frem i tid');
  expect(err).toContain('announced, not booked');
});

test('for programs, and in bokmål', async () => {
  const { out } = await cli(folder, ['receipt', E, ...ORDER, '--json']);
  const { payments }: { payments: { state: string; amount: string }[] } = JSON.parse(out);
  expect(payments.map(({ state }) => state)).toEqual(['paid', 'no_news', 'paid', 'no_news', 'no_news', 'no_news']);
  expect(payments[0]?.amount).toBe('298000.00');
  expect((await cli(folder, ['receipt', E, ...ORDER, '--lang', 'nb'])).out).toContain('uten svar');
});

test('an answer in another character set is held to its schema too', async () => {
  const B = 'b-waiting-for-funds.pain.002.001.03.xml';
  const text = readFileSync(join(folder, B), 'utf8').replace('UTF-8', 'ISO-8859-1');
  writeFileSync(join(folder, 'latin.xml'), text, 'latin1');
  const { code, out } = await cli(folder, ['receipt', 'latin.xml', ...ORDER]);
  expect([code, out.includes('oppdraget forsøkes igjen')]).toEqual([0, true]);
});

test('what cannot be applied ends with 5, what cannot be read with 3', async () => {
  const text = readFileSync(join(folder, E), 'utf8');
  const other = (name: string, from: string, to: string): string => {
    writeFileSync(join(folder, name), text.replaceAll(from, to));
    return name;
  };
  const amount = await cli(folder, ['receipt', other('amount.xml', '298000.00', '298001.00'), ...ORDER]);
  expect([amount.code, amount.err.includes('BOOKING_PAYMENT_DIFFERS')]).toEqual([5, true]);
  const schema = await cli(folder, [
    'receipt',
    other('schema.xml', '<Sts>BOOK</Sts>', '<Sts><Cd>BOOK</Cd></Sts>'),
    ...ORDER,
  ]);
  expect([schema.code, schema.err.includes('BANK_FILE_SCHEMA')]).toEqual([3, true]);
  const kind = await cli(folder, ['receipt', E, '--order', E]);
  expect([kind.code, kind.err.includes('BANK_FILE_OTHER_KIND')]).toEqual([3, true]);
  expect((await cli(folder, ['receipt', E])).code).toBe(2);
});
