import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { asRecipientCode, at, groupMark, NETTING_GROUPS, parseRecipientCode, paymentKey } from '../../../src/domain';
import { schemaFaults } from '../../../src/effects';
import {
  messageIdOf,
  type OrderFile,
  type OrderPayment,
  orderDifferences,
  PAIN_VERSIONS,
  type Payer,
  payeeText,
  planFiles,
  readPaymentOrder,
  readXmlDocument,
  writePain001,
} from '../../../src/payout';
import { BATCH, PAYER, paymentTo } from './support';

const CREATED = '2018-04-05T10:00:00';

function filesOf(payments: readonly OrderPayment[], payer: Payer = PAYER, batch = BATCH): OrderFile[] {
  return planFiles(payer, batch, payments, { first: 1, createdAt: CREATED });
}

const first = (...all: Parameters<typeof filesOf>): OrderFile => at(filesOf(...all), 0);

const read = (bytes: Uint8Array) => readPaymentOrder(readXmlDocument(bytes, 'f.xml'), 'f.xml');

async function schemaFaultsOf(bytes: Uint8Array) {
  const { version, text } = readXmlDocument(bytes, 'f.xml');
  return schemaFaults(text, readFileSync(`src/payout/bank/schemas/${version}.xsd`, 'utf8'));
}

/** The example that the law gives: six payments on two days. */
const EXAMPLE = [
  paymentTo('0101', 298_000),
  paymentTo('0104', 341_350, { name: 'Moss kommune', account: '99990050232' }),
  paymentTo('0602', 2_704_900, { name: 'Drammen kommune', account: '99990050356', kid: '0602201810010' }),
  paymentTo('1401', 575_000, {
    paymentKey: 'NT2018T1S0-1401-GRUN',
    name: 'Flora kommune',
    account: '99990050488',
    text: 'Norsktilskudd 2018 termin 1 GRUN NT2018T1S0-1401-GRUN',
    executionDate: '2018-04-10',
  }),
  paymentTo('1401', 768_150, { name: 'Flora kommune', account: '99990050488', executionDate: '2018-04-10' }),
  paymentTo('1811', 329_400, { name: 'Bindal kommune', account: '99990050607', executionDate: '2018-04-10' }),
];

test.each(PAIN_VERSIONS)('%s is the example of the law, element for element, and valid', async (version) => {
  const file = first(EXAMPLE, { ...PAYER, version });
  expect(filesOf(EXAMPLE)).toHaveLength(1);
  const bytes = writePain001(file);
  const plain = (text: string) => text.replace(/>\s+</g, '><').trim();
  const example = readFileSync(`fixtures/receipts/00-order.${version}.xml`, 'utf8');
  // The example books its second block as one sum, which is another agreement with the bank.
  expect(plain(Buffer.from(bytes).toString())).toBe(plain(example).replace('<BtchBookg>true', '<BtchBookg>false'));
  expect(await schemaFaultsOf(bytes)).toEqual([]);
  expect(orderDifferences(read(bytes), file)).toEqual([]);
  expect(Buffer.from(writePain001(file)).equals(bytes)).toBe(true);
});

test.each(PAIN_VERSIONS)('%s with every setting, address and character is valid and reads back', async (version) => {
  const payer = {
    ...PAYER,
    version,
    batchBooking: undefined,
    priority: '',
    chargeBearer: 'SHAR',
    division: '',
    initiatingParty: [],
  };
  const address = { street: 'Storgata 1', postCode: '1771', town: 'Halden', country: 'NO' };
  const payments = [
    paymentTo('0101', 1, { address, name: "Å & B 'kommune' <".replace(' <', ''), text: 'Ære & være, 100 %' }),
    paymentTo('0104', 2, { address: { ...address, town: '' } }),
    paymentTo('0105', 3, { address: { ...address, country: '' } }),
  ];
  const file = first(payments, payer);
  const text = Buffer.from(writePain001(file)).toString();
  expect(await schemaFaultsOf(Buffer.from(text))).toEqual([]);
  expect(orderDifferences(read(Buffer.from(text)), file)).toEqual([]);
  expect(text).not.toContain('AdrLine');
  expect(text.match(/<TwnNm>/g)).toHaveLength(1);
  expect(text).toContain('<PstlAdr>\n      <StrtNm>Storgata 1</StrtNm>');
  expect(text).not.toContain('BtchBookg');
});

test('the namespace is a setting, and the BIC is the one of the execution date', () => {
  const file = first([paymentTo('0101', 1, { executionDate: '2018-10-01' })]);
  const text = Buffer.from(writePain001(file)).toString();
  expect(text).toContain('xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"');
  expect(text).toContain('<BIC>NEWBNOKK</BIC>');
});

test('a payee with a KID gets nothing else, one without gets the text with the payment key', () => {
  const file = first([paymentTo('0101', 1, { kid: '0602201810010' }), paymentTo('0104', 1)]);
  const text = Buffer.from(writePain001(file)).toString();
  expect(text.match(/<Strd>/g)).toHaveLength(1);
  expect(text.match(/<Ustrd>/g)).toEqual(['<Ustrd>']);
  expect(text).toContain('<Cd>SCOR</Cd>');
});

test('15 000 random amounts: sums are text from whole numbers, on both levels', () => {
  const amounts = fc.sample(fc.integer({ min: 1, max: 99_999_999 }), { numRuns: 15_000, seed: 1 });
  const payments = amounts.map((amount, index) => paymentTo(String(index), amount));
  const files = filesOf(payments, { ...PAYER, paymentsPerFileMax: 20_000 });
  const text = Buffer.from(writePain001(at(files, 0))).toString();
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  expect(text.match(/<CtrlSum>[^<]*/g)).toEqual([`<CtrlSum>${sum}.00`, `<CtrlSum>${sum}.00`]);
  expect(text.match(/<NbOfTxs>[^<]*/g)).toEqual(['<NbOfTxs>15000', '<NbOfTxs>15000']);
  for (const [, amount] of text.matchAll(/<InstdAmt[^>]*>([^<]*)/g)) expect(amount).toMatch(/^[1-9]\d*\.00$/);
  expect(read(Buffer.from(text)).payments.reduce((total, { amount }) => total + amount, 0)).toBe(sum * 100);
});

test('two days where the bank takes one block: two files with own ids, and totals of their own', () => {
  const files = filesOf(EXAMPLE, { ...PAYER, oneBlockPerFile: true });
  const found = files.map((file) => read(writePain001(file)));
  expect(found.map(({ messageId, payments }) => [messageId, payments.length])).toEqual([
    ['NT2018T1S0-F01', 3],
    ['NT2018T1S0-F02', 3],
  ]);
  const ids = found.flatMap(({ payments }) => payments.map(({ paymentInfoId }) => paymentInfoId));
  expect([...new Set(ids)]).toEqual(['NT2018T1S0-F01-P1', 'NT2018T1S0-F02-P1']);
});

test('files hold no more payments than the bank takes, in the order of their recipients', () => {
  const files = filesOf(EXAMPLE, { ...PAYER, paymentsPerFileMax: 4 });
  const keys = files.map(({ blocks }) => blocks.map(({ payments }) => payments.length));
  expect(keys).toEqual([[3, 1], [2]]);
  expect(files.flatMap(({ blocks }) => blocks.flatMap(({ payments }) => payments))).toEqual(EXAMPLE);
});

test('a rehearsal says what it is first, pays from no account and bears its mark in every id', async () => {
  const payments = [paymentTo('0101', 1, { paymentKey: 'REHEARSAL-NT2018T1S0-0101-PERS' })];
  const file = first(payments, PAYER, { ...BATCH, isRehearsal: true });
  const bytes = writePain001(file);
  const text = Buffer.from(bytes).toString();
  expect(text.split('\n')[1]).toMatch(/^<!-- REHEARSAL/);
  expect(text).toContain('<MsgId>REHEARSAL-NT2018T1S0-F01</MsgId>');
  expect(text).not.toContain(PAYER.account);
  expect(text).toContain('<Id>00000000000</Id>');
  expect(await schemaFaultsOf(bytes)).toEqual([]);
  expect(orderDifferences(read(bytes), file)).toEqual([]);
});

test('the longest ids fit, and the next longer is refused before any file exists', () => {
  const longest = NETTING_GROUPS.map((group) => groupMark(group)).sort((a, b) => b.length - a.length)[0];
  const group = NETTING_GROUPS.find((each) => groupMark(each) === longest) ?? 'persontilskudd';
  const recipient = parseRecipientCode('0104') ?? asRecipientCode(0);
  const parts = { grantYear: 2018, term: 4, recipient, group, rehearsal: true } as const;
  const key = paymentKey({ ...parts, supplementNumber: 99 });
  expect(key.length).toBeLessThanOrEqual(35);
  expect(() => paymentKey({ ...parts, supplementNumber: 10 ** (36 - key.length + 1) })).toThrow('too long');
  expect(messageIdOf({ ...BATCH, supplementNumber: 99, isRehearsal: true }, 999).length).toBeLessThanOrEqual(32);
  expect(() => messageIdOf({ ...BATCH, supplementNumber: 10 ** 12, isRehearsal: true }, 1)).toThrow('too long');
});

test('the text to a payee never cuts the key', () => {
  const text = payeeText('N'.repeat(200), BATCH, 'PERS', 'NT2018T1S0-0104-PERS');
  expect(text).toHaveLength(140);
  expect(text.endsWith(' NT2018T1S0-0104-PERS')).toBe(true);
  expect(payeeText('Norsktilskudd', BATCH, 'PERS', 'NT2018T1S0-0104-PERS')).toBe(
    'Norsktilskudd 2018 termin 1 PERS NT2018T1S0-0104-PERS',
  );
});

/** A file that somebody has edited; what is said of it. */
const EDITS: readonly (readonly [string, (text: string) => string, string])[] = [
  ['an account', (text) => text.replace('99990050232', '99990050356'), 'FILE_DIFFERS CdtrAcct'],
  ['a name', (text) => text.replace('Moss kommune', 'Mose kommune'), 'FILE_DIFFERS Cdtr'],
  ['a text', (text) => text.replace('PERS NT2018T1S0-0101', 'GRUN NT2018T1S0-0101'), 'FILE_DIFFERS Ustrd'],
  ['a KID', (text) => text.replace('0602201810010', '0602201810028'), 'FILE_DIFFERS Ref'],
  ['a day', (text) => text.replace('2018-04-09', '2018-04-11'), 'FILE_DIFFERS ReqdExctnDt'],
  ['the payer', (text) => text.replace('99990001002', '99990050119'), 'FILE_DIFFERS DbtrAcct'],
  ['the id', (text) => text.replace('<MsgId>NT2018T1S0-F01', '<MsgId>NT2018T1S0-F02'), 'FILE_DIFFERS MsgId'],
  ['the clock', (text) => text.replace(CREATED, '2018-04-05T10:00:01'), 'FILE_DIFFERS CreDtTm'],
  ['an instruction', (text) => text.replace('<InstrId>NT2018T1S0-0101', '<InstrId>X'), 'FILE_DIFFERS InstrId'],
  [
    'a key',
    (text) => text.replace('<EndToEndId>NT2018T1S0-0101-PERS', '<EndToEndId>NT2018T1S0-0101-X'),
    'FILE_PAYMENT_MISSING ',
  ],
];

test.each(EDITS)('what is read back is compared payment by payment: %s', (_, edit, told) => {
  const file = first(EXAMPLE);
  const text = Buffer.from(writePain001(file)).toString();
  const differences = orderDifferences(read(Buffer.from(edit(text))), file);
  expect(differences.map(({ code, params }) => `${code} ${params.what ?? ''}`)).toContain(told);
});

test('two elements in another order are refused by the schema', async () => {
  const file = first(EXAMPLE);
  const text = Buffer.from(writePain001(file)).toString();
  const swapped = text.replace(/(<PmtMtd>TRF<\/PmtMtd>)(\s*)(<BtchBookg>false<\/BtchBookg>)/, '$3$2$1');
  expect(swapped).not.toBe(text);
  expect(await schemaFaultsOf(Buffer.from(swapped))).not.toEqual([]);
});
