import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPayments, DISK, Findings, type KnownFiles, readRunFolder } from '../../../src/audit';
import { sha256Hex } from '../../../src/domain';
import { type OrderPayment, planFiles, writePain001 } from '../../../src/payout';
import { PAYER } from '../../payout/order/support';
import { temporaryFolder } from '../../support/temporary-folder';
import { reportedCodes, runVerifier } from './standalone';
import { command, makeTwoTerms, type TwoTerms } from './two-terms';

let terms: TwoTerms;
beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 80, seed: 9 });
}, 60_000);

const BATCH = { grantYear: 2018, term: 1, supplementNumber: 0, isRehearsal: true };
const ACCOUNT = '99990050119';

/** The first run, with an account in each row of payouts.csv. */
function sealedRun() {
  const run = readRunFolder(terms.folders[0] ?? '', new Findings());
  if (run === undefined) throw new Error('the run cannot be read');
  const payouts = run.payouts.map((row) => ({ ...row, accountNumber: ACCOUNT }));
  return Object.assign(Object.create(Object.getPrototypeOf(run)), run, { payouts });
}

/** Files of all payments of the first run, as the program writes them. */
function files(most = 5, first = 1): { readonly name: string; readonly text: string }[] {
  const payments = sealedRun().payouts.flatMap(
    ({ paymentRef, paidNok }: { paymentRef: string; paidNok: number }): OrderPayment[] =>
      paidNok === 0 ? [] : [paymentOf(paymentRef, paidNok)],
  );
  const orders = planFiles({ ...PAYER, paymentsPerFileMax: most }, BATCH, payments, {
    first,
    createdAt: '2018-04-05T10:00:00',
  });
  return orders.map((file) => ({
    name: `${file.messageId}.xml`,
    text: Buffer.from(writePain001(file)).toString('utf8'),
  }));
}

function paymentOf(paymentKey: string, amountNok: number): OrderPayment {
  const address = { street: '', postCode: '', town: '', country: 'NO' };
  const payee = { account: ACCOUNT, name: 'Eksempel & kommune', address, kid: '', text: paymentKey };
  return { paymentKey, instructionId: paymentKey, amountNok, executionDate: '2018-04-09', ...payee };
}

/** Codes of what is wrong with the files once the first of them was changed, and of the notes. */
function verdict(
  edit: (text: string) => string,
  known?: KnownFiles,
  more: readonly { name: string; text: string }[] = [],
) {
  const folder = temporaryFolder();
  const [first, ...rest] = files();
  if (first === undefined) throw new Error('there is no file');
  const changed = edit(first.text);
  for (const { name, text } of [{ ...first, text: changed }, ...rest, ...more]) writeFileSync(join(folder, name), text);
  const findings = new Findings();
  const notes = checkPayments(DISK, sealedRun(), folder, known, findings);
  return { changed: changed !== first.text, codes: [...new Set(findings.list().map(({ code }) => code))], notes };
}

const second = (text: string): string => /<CdtTrfTxInf>[\s\S]*?<\/CdtTrfTxInf>\n/.exec(text)?.[0] ?? '';

test('files as the program writes them check, and the payments are counted', () => {
  const { codes, notes } = verdict((text) => text);
  const paid = sealedRun().payouts.filter(({ paidNok }: { paidNok: number }) => paidNok > 0);
  expect(codes).toEqual([]);
  expect(files().length).toBeGreaterThan(2);
  expect(notes.map(({ code, params }) => [code, params.count])).toEqual([['VERIFY_PAYMENTS', paid.length]]);
});

test.each<[string, string, (text: string) => string]>([
  ['an amount', 'VERIFY_PAYMENT_AMOUNT', (text) => text.replace(/(<InstdAmt Ccy="NOK">)\d+\.00/, '$11.00')],
  ['a key', 'VERIFY_PAYMENT_UNKNOWN', (text) => text.replace(/(<EndToEndId>[^<]*)-/, '$1-9')],
  ['an account', 'VERIFY_PAYMENT_ACCOUNT', (text) => text.replace(ACCOUNT, '99990050232')],
  ['a payment twice in a file', 'VERIFY_PAYMENT_TWICE', (text) => text.replace(second(text), second(text).repeat(2))],
  ['a payment left out', 'VERIFY_PAYMENT_SUM', (text) => text.replace(second(text), '')],
  ['the count of the file', 'VERIFY_PAYMENT_SUM', (text) => text.replace(/<NbOfTxs>\d+/, '<NbOfTxs>77')],
  ['the sum of the block', 'VERIFY_PAYMENT_SUM', (text) => text.replace(/(<PmtMtd>[\s\S]*?<CtrlSum>)\d+/, '$177')],
  ['another currency', 'VERIFY_PAYMENT_FILE', (text) => text.replace('InstdAmt Ccy="NOK"', 'InstdAmt Ccy="SEK"')],
  ['hundredths', 'VERIFY_PAYMENT_FILE', (text) => text.replace(/\.00<\/InstdAmt>/, '.50</InstdAmt>')],
  ['a second amount', 'VERIFY_PAYMENT_FILE', (text) => text.replace(/(<InstdAmt[\s\S]*?<\/InstdAmt>)/, '$1$1')],
  ['a document type', 'VERIFY_PAYMENT_FILE', (text) => text.replace('<Document', '<!DOCTYPE Document><Document')],
  ['an entity of its own', 'VERIFY_PAYMENT_FILE', (text) => text.replace('&amp;', '&other;')],
  ['CDATA', 'VERIFY_PAYMENT_FILE', (text) => text.replace(/<Nm>[^<]*/, '<Nm><![CDATA[x]]>')],
  ['half a file', 'VERIFY_PAYMENT_FILE', (text) => text.slice(0, text.length / 2)],
  ['something behind the end', 'VERIFY_PAYMENT_FILE', (text) => `${text}<Document/>`],
  ['another message', 'VERIFY_PAYMENT_FILE', (text) => text.replace('pain.001.001', 'pain.008.001')],
])('%s is found', (_, code, edit) => {
  const { changed, codes } = verdict(edit);
  expect(changed).toBe(true);
  expect(codes).toContain(code);
});

test('a payment in two files is found, unless the ledger let it into the later one', () => {
  const again = files(1, 50).slice(0, 1);
  expect(verdict((text) => text, undefined, again).codes).toEqual(['VERIFY_PAYMENT_TWICE']);
  const known = new Map([...files(), ...again].map(({ name, text }) => [name, paymentsIn(text)] as const));
  expect(verdict((text) => text, known, again).codes).toEqual([]);
  expect(verdict((text) => text, new Map([...known, [again[0]?.name ?? '', undefined]]), again).codes).toEqual([]);
});

describe('a payment made anew, without a ledger', () => {
  /** Codes once the list of those sent anew lies beside the files, after an edit of it. */
  function judged(edit: (list: string) => string): { codes: string[]; anew: unknown } {
    const folder = temporaryFolder();
    const [later = { name: '', text: '' }] = files(1, 50);
    const all = [...files(), later];
    for (const { name, text } of all) writeFileSync(join(folder, name), text);
    const [, key = ''] = /<EndToEndId>([^<]*)/.exec(later.text) ?? [];
    const [, amount = ''] = /<InstdAmt Ccy="NOK">(\d+)/.exec(later.text) ?? [];
    const first = files().find(({ text }) => text.includes(`<EndToEndId>${key}<`)) ?? later;
    const row = [
      key,
      amount,
      later.name,
      sha256Hex(later.text),
      first.name,
      sha256Hex(first.text),
      'refused 2018-05-01',
    ];
    const header = 'payment_ref,amount,file,file_sha256,earlier_file,earlier_sha256,cause';
    writeFileSync(join(folder, 'sendt-pa-nytt.csv'), edit(`${header}\n${row.join(',')}\n`));
    const findings = new Findings();
    const notes = checkPayments(DISK, sealedRun(), folder, undefined, findings);
    const codes = findings.list().map(({ code }) => code);
    return { codes, anew: notes.find(({ code }) => code === 'VERIFY_PAYMENTS_ANEW')?.params.count };
  }

  const withHeads = (list: string, ...heads: readonly string[]): string =>
    list
      .replace(/cause$/m, 'cause,posting_head,journal_head')
      .replace(/refused 2018-05-01$/m, ['refused 2018-05-01', ...heads].join(','));

  test.each<[string, (list: string) => string]>([
    ['refused', (list) => list],
    ['in a file that was given up', (list) => list.replace('refused 2018-05-01', 'given_up')],
    ['with both heads of the posting', (list) => withHeads(list, 'a'.repeat(64), 'b'.repeat(64))],
  ])('that the list calls %s is counted as not checked', (_, edit) => {
    expect(judged(edit)).toEqual({ codes: [], anew: 1 });
  });

  test.each<[string, (list: string) => string]>([
    ['no row', (list) => `${list.split('\n')[0]}\n`],
    ['another amount', (list) => list.replace(/(-[A-Z]{4}),\d+/, '$1,1')],
    ['another payment', (list) => list.replace('-PERS,', '-GRUN,')],
    ['another file', (list) => list.replace('F50', 'F51')],
    ['another content of the later file', (list) => list.replace(/[0-9a-f]{64}/, '0'.repeat(64))],
    ['another content of the earlier file', (list) => list.replace(/(.*)[0-9a-f]{64}/, `$1${'0'.repeat(64)}`)],
    ['no cause', (list) => list.replace('refused 2018-05-01', '')],
    ['a head that is none', (list) => withHeads(list, 'a'.repeat(64), 'b')],
    ['one head alone', (list) => withHeads(list, 'a'.repeat(64))],
    ['a cause that is none', (list) => list.replace('refused 2018-05-01', 'paid 2018-05-01')],
  ])('with %s in the list is a double', (_, edit) => {
    expect(judged(edit)).toEqual({ codes: ['VERIFY_PAYMENT_TWICE'], anew: undefined });
  });
});

test('with a ledger its files and accounts count, and no other file', () => {
  const known = new Map(files().map(({ name, text }) => [name, paymentsIn(text)] as const));
  const other = (text: string): string => text.replace(ACCOUNT, '99990050232');
  const [first] = files();
  const changed = new Map([...known, [first?.name ?? '', paymentsIn(other(first?.text ?? ''))] as const]);
  expect(verdict(other, known).codes).toEqual(['VERIFY_PAYMENT_ACCOUNT']);
  expect(verdict(other, changed).codes).toEqual([]);
  expect(verdict((text) => text, new Map([...known].slice(1))).codes).toEqual(['VERIFY_PAYMENT_FILE_UNKNOWN']);
  expect(verdict((text) => text, new Map([...known, ['gone.xml', []]])).codes).toEqual(['VERIFY_PAYMENT_FILE_GONE']);
});

test('the file that stands alone and verify find the files beside a run, and a fault in them ends with 5', async () => {
  const home = temporaryFolder();
  const [runId = '', from = ''] = [terms.runIds[0], terms.folders[0]];
  const [folder, beside] = [join(home, 'runs', runId), join(home, 'payments', runId)];
  cpSync(from, folder, { recursive: true });
  expect(runVerifier(folder).out).not.toContain('payouts.csv, ');
  mkdirSync(beside, { recursive: true });
  for (const { name, text } of files()) writeFileSync(join(beside, name), text);
  const good = runVerifier(folder);
  expect([good.code, good.err]).toEqual([0, '']);
  expect(good.out).toMatch(/\d+\spayments of [\d\s]+\skr in \d+\spayment files, held to payouts\.csv/);
  expect((await command(home, 'verify', folder)).code).toBe(0);

  const path = join(beside, files()[0]?.name ?? '');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/(<InstdAmt Ccy="NOK">)/, '$11'));
  const bad = runVerifier(folder);
  expect([bad.code, reportedCodes(bad.err)]).toEqual([5, ['VERIFY_PAYMENT_AMOUNT', 'VERIFY_PAYMENT_SUM']]);
  expect(runVerifier(folder, '--payments', beside, '--lang', 'nb').code).toBe(5);
  expect(runVerifier(folder, '--payments', temporaryFolder()).code).toBe(0);
  const verified = await command(home, 'verify', folder);
  expect([verified.code, verified.out + verified.err]).toEqual([5, expect.stringContaining('VERIFY_PAYMENT_AMOUNT')]);
});

function paymentsIn(text: string) {
  return [...text.matchAll(/<EndToEndId>([^<]*)[\s\S]*?<CdtrAcct>[\s\S]*?<Id>(\d+)/g)].map(
    ([, paymentKey = '', account = '']) => ({
      paymentKey,
      account,
    }),
  );
}
