import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Judgement, judgePayments } from '../../../src/payout/bank/judge-payments';
import { type PaymentOrder, readPaymentOrder } from '../../../src/payout/bank/payment-order';
import { readReceipt } from '../../../src/payout/bank/read-receipt';
import { readReceiptList } from '../../../src/payout/bank/receipt-list';
import { readXmlDocument } from '../../../src/payout/bank/xml-document';

/*
 * Answers of kinds that banks give, one a row: what the file says, and what follows for the six payments of the example
 * order (payment-files.md 7, 8 and 14). K1-K3 are block P1, K4-K6 block P2.
 */
const ORDER_FILE = join(__dirname, '../../../fixtures/receipts/00-order.pain.001.001.03.xml');
const ORDER: PaymentOrder = readPaymentOrder(readXmlDocument(readFileSync(ORDER_FILE), 'order.xml'), 'order.xml');
const [K1 = '', K2 = '', K3 = '', K4 = '', K5 = '', K6 = ''] = ORDER.payments.map(({ paymentKey }) => paymentKey);
const AMOUNT = new Map(ORDER.payments.map(({ paymentKey, amount }) => [paymentKey, (amount / 100).toFixed(2)]));
const [P1, P2] = ['NT2018T1S0-F01-P1', 'NT2018T1S0-F01-P2'];

const why = (code = ''): string => (code === '' ? '' : `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>`);
const tx = (key: string, status: string, code?: string): string =>
  `<TxInfAndSts><OrgnlEndToEndId>${key}</OrgnlEndToEndId><TxSts>${status}</TxSts>${why(code)}</TxInfAndSts>`;
const counts = (said: Readonly<Record<string, number>>): string =>
  Object.entries(said)
    .map(
      ([status, count]) =>
        `<NbOfTxsPerSts><DtldNbOfTxs>${count}</DtldNbOfTxs><DtldSts>${status}</DtldSts></NbOfTxsPerSts>`,
    )
    .join('');
const block = (id: string, status: string, inner = ''): string =>
  `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${id}</OrgnlPmtInfId>${status && `<PmtInfSts>${status}</PmtInfSts>`}${inner}</OrgnlPmtInfAndSts>`;
let next = 0;
const pain002 = (group: string, blocks = '', { id = `S${++next}`, at = '2018-04-06T10:00:00' } = {}): string =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt><GrpHdr><MsgId>${id}</MsgId><CreDtTm>${at}</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>NT2018T1S0-F01</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>${blocks}</CstmrPmtStsRpt></Document>`;
const grp = (status: string, inner = ''): string => `<GrpSts>${status}</GrpSts>${inner}`;

interface Detail {
  readonly key: string;
  readonly amount?: string | undefined;
  readonly back?: string;
  readonly more?: string;
}
interface Entry {
  readonly amount: string;
  readonly ref?: string | undefined;
  readonly credit?: boolean;
  readonly reversal?: boolean;
  readonly status?: string;
  readonly code?: string;
  readonly on?: string;
  readonly batch?: string;
  readonly details?: readonly Detail[];
  readonly currency?: string;
}
const detail = ({ key, amount, back, more = '' }: Detail): string =>
  `<TxDtls><Refs><EndToEndId>${key}</EndToEndId></Refs>${amount === undefined ? '' : `<AmtDtls><TxAmt><Amt Ccy="NOK">${amount}</Amt></TxAmt></AmtDtls>`}${back === undefined ? '' : `<RtrInf>${back && `<Rsn><Cd>${back}</Cd></Rsn>`}</RtrInf>`}${more}</TxDtls>`;
const entry = (e: Entry): string =>
  `<Ntry><Amt Ccy="${e.currency ?? 'NOK'}">${e.amount}</Amt><CdtDbtInd>${e.credit ? 'CRDT' : 'DBIT'}</CdtDbtInd>${e.reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${e.status ?? 'BOOK'}</Sts>${e.on === '' ? '' : `<BookgDt><Dt>${e.on ?? '2018-04-09'}</Dt></BookgDt>`}${e.ref === undefined ? '' : `<AcctSvcrRef>${e.ref}</AcctSvcrRef>`}${e.code === undefined ? '' : `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${e.code}</SubFmlyCd></Fmly></Domn></BkTxCd>`}<NtryDtls>${e.batch ?? ''}${(e.details ?? []).map(detail).join('')}</NtryDtls></Ntry>`;
const camt = (
  entries: readonly Entry[],
  {
    id = `N${++next}`,
    own = '',
    account = '99990001002',
    kind = 'camt.054',
  }: { id?: string; own?: string; account?: string; kind?: string } = {},
): string => {
  const [root, report] = kind === 'camt.054' ? ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'] : ['BkToCstmrStmt', 'Stmt'];
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${kind}.001.02"><${root}><GrpHdr><MsgId>${id}</MsgId><CreDtTm>2018-04-09T18:00:00</CreDtTm></GrpHdr><${report}><Id>${own || id}</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct>${entries.map(entry).join('')}</${report}></${root}></Document>`;
};
const pays = (key: string, more: Partial<Entry> = {}, own: Partial<Detail> = {}): Entry => ({
  amount: AMOUNT.get(key) ?? '',
  ref: `R-${key}`,
  details: [{ key, amount: AMOUNT.get(key), ...own }],
  ...more,
});
const back = (key: string, code: string, more: Partial<Entry> = {}): Entry =>
  pays(key, { credit: true, ref: `B-${key}`, on: '2018-04-12', ...more }, { back: code });
const batchOf = (id: string, count: number, sum: string): string =>
  `<Btch><MsgId>NT2018T1S0-F01</MsgId><PmtInfId>${id}</PmtInfId><NbOfTxs>${count}</NbOfTxs><TtlAmt Ccy="NOK">${sum}</TtlAmt></Btch>`;

function judged(...texts: readonly string[]): Judgement {
  const receipts = texts.map((text, index) =>
    readReceipt(readXmlDocument(Buffer.from(text), `r${index}.xml`), `r${index}.xml`),
  );
  return judgePayments([ORDER], receipts);
}
const LETTER: Readonly<Record<string, string>> = {
  no_news: '-',
  handed_over: 'h',
  valid: 'v',
  accepted: 'A',
  waiting: 'w',
  refused: 'R',
  paid: 'P',
  returned: 'B',
  unknown: '?',
};
const letters = ({ payments }: Judgement): string => payments.map(({ state }) => LETTER[state]).join('');
const codes = ({ problems }: Judgement): string => problems.map(({ code }) => code).join(' ');

const SUM1 = '3344250.00';
const SUM2 = '1672550.00';

const CASES: readonly (readonly [what: string, texts: readonly string[], states: string, problems: string])[] = [
  ['a refused file without transactions refuses all', [pain002(grp('RJCT', why('FF01')))], 'RRRRRR', ''],
  ['a file refused as a duplicate refuses none (AM05)', [pain002(grp('RJCT', why('AM05')))], '------', ''],
  ['a block refused as a duplicate refuses none (DU02)', [pain002('', block(P1, 'RJCT', why('DU02')))], '------', ''],
  [
    'a payment refused as a duplicate stands (DUPL)',
    [pain002('', block(P1, '', tx(K1, 'RJCT', 'DUPL')))],
    '------',
    '',
  ],
  ['group PART alone says nothing', [pain002(grp('PART'))], '------', ''],
  [
    'group PART with counts that account for all: unlisted ones are accepted',
    [pain002(grp('PART', counts({ ACCP: 5, RJCT: 1 })), block(P1, '', tx(K1, 'RJCT', 'AC04')))],
    'RAAAAA',
    '',
  ],
  [
    'PART that lists accepted ones, too',
    [pain002(grp('PART', counts({ ACCP: 5, RJCT: 1 })), block(P1, '', tx(K1, 'RJCT', 'AC04') + tx(K2, 'ACCP')))],
    'RAAAAA',
    '',
  ],
  [
    'PART with counts of a part only',
    [pain002(grp('PART'), block(P1, 'PART', counts({ ACCP: 1, RJCT: 1 }) + tx(K1, 'RJCT', 'AC04')))],
    'R-----',
    '',
  ],
  ['group accepted, block PART: the block gives none', [pain002(grp('ACCP'), block(P1, 'PART'))], '---AAA', ''],
  [
    'counts that deny the listing',
    [pain002(grp('PART'), block(P1, 'PART', counts({ ACCP: 3 }) + tx(K1, 'RJCT', 'AC04')))],
    '------',
    'RECEIPT_COUNT_DIFFERS',
  ],
  [
    'counts that deny the level',
    [pain002('', block(P1, 'ACCP', counts({ RJCT: 1, ACCP: 2 })))],
    '------',
    'RECEIPT_COUNT_DIFFERS',
  ],
  ['more counted than sent', [pain002(grp('PART', counts({ ACCP: 7 })))], '------', 'RECEIPT_COUNT_DIFFERS'],
  [
    'another number of payments than sent',
    [pain002('<OrgnlNbOfTxs>7</OrgnlNbOfTxs><GrpSts>ACCP</GrpSts>')],
    '------',
    'RECEIPT_COUNT_DIFFERS',
  ],
  [
    'another control sum than sent',
    [pain002('<OrgnlCtrlSum>5016800.01</OrgnlCtrlSum><GrpSts>ACCP</GrpSts>')],
    '------',
    'RECEIPT_COUNT_DIFFERS',
  ],
  [
    'block refused, payment accepted',
    [pain002('', block(P1, 'RJCT', why('CH03') + tx(K1, 'ACCP')))],
    '-RR---',
    'RECEIPT_LEVELS_DISAGREE',
  ],
  [
    'group settled, payment refused',
    [pain002(grp('ACSC'), block(P1, '', tx(K1, 'RJCT', 'AC04')))],
    '-AAAAA',
    'RECEIPT_LEVELS_DISAGREE',
  ],
  [
    'group refused, block accepted',
    [pain002(grp('RJCT', why('CH03')), block(P1, 'ACCP'))],
    '---RRR',
    'RECEIPT_LEVELS_DISAGREE',
  ],
  [
    'a block told in two pieces is one',
    [pain002('', block(P1, '', tx(K1, 'ACCP')) + block(P1, '', tx(K2, 'RJCT', 'AC01')))],
    'AR----',
    '',
  ],
  [
    'pieces of a block that contradict each other',
    [pain002('', block(P1, 'ACCP') + block(P1, 'RJCT', why('AC01')))],
    '------',
    'RECEIPT_LEVELS_DISAGREE',
  ],
  [
    'a payment under another block gets nothing, the others everything',
    [pain002(grp('ACCP'), block(P2, '', tx(K1, 'ACCP')))],
    '-AAAAA',
    'RECEIPT_PAYMENT_UNKNOWN',
  ],
  [
    'an unknown block, and what stands in it',
    [pain002(grp('ACCP'), block('XX-P9', '', tx(K1, 'ACCP')))],
    '-AAAAA',
    'RECEIPT_BLOCK_UNKNOWN',
  ],
  ['a refusal with a reason that is not known', [pain002('', block(P1, '', tx(K1, 'RJCT', 'ZZ99')))], '?-----', ''],
  ['a refusal without a reason', [pain002('', block(P1, '', tx(K1, 'RJCT')))], 'R-----', ''],
  [
    'NOTPROVIDED is no key',
    [pain002('', block(P1, '', tx('NOTPROVIDED', 'ACCP')))],
    '------',
    'RECEIPT_PAYMENT_UNKNOWN',
  ],
  ['technically valid after received', [pain002(grp('ACTC')), pain002(grp('RCVD'))], 'vvvvvv', ''],
  [
    'refused after accepted, told in the zone of the bank',
    [
      pain002('', block(P1, '', tx(K1, 'RJCT', 'AC04')), { at: '2018-04-06T12:30:00+02:00' }),
      pain002('', block(P1, '', tx(K1, 'ACCP')), { at: '2018-04-06T10:00:00Z' }),
    ],
    'R-----',
    '',
  ],
  ['a debit', [camt([pays(K1)])], 'P-----', ''],
  ['a part without an amount of its own', [camt([pays(K1, {}, { amount: undefined })])], 'P-----', ''],
  [
    'a block without details beside the details of another: nothing of the entry',
    [
      camt([
        {
          amount: '5016800.00',
          batch: `${batchOf(P1, 3, SUM1)}</NtryDtls><NtryDtls>${batchOf(P2, 3, SUM2)}`,
          details: [K4, K5, K6].map((key) => ({ key, amount: AMOUNT.get(key) })),
        },
      ]),
    ],
    '------',
    'BOOKING_SUM_DIFFERS',
  ],
  ['a single part that is not the entry', [camt([pays(K1, { amount: '500000.00' })])], '------', 'BOOKING_SUM_DIFFERS'],
  [
    'five parts of one entry have their own amounts',
    [
      camt([
        {
          amount: '4687400.00',
          ref: 'X',
          details: [K1, K2, K3, K4, K5].map((key) => ({ key, amount: AMOUNT.get(key) })),
        },
      ]),
    ],
    'PPPPP-',
    '',
  ],
  ['a block as one sum', [camt([{ amount: SUM1, ref: 'X', batch: batchOf(P1, 3, SUM1) }])], 'PPP---', ''],
  [
    'a block with another count',
    [camt([{ amount: SUM1, ref: 'X', batch: batchOf(P1, 2, SUM1) }])],
    '------',
    'BOOKING_BLOCK_DIFFERS',
  ],
  [
    'a block without one that was refused',
    [camt([{ amount: '3046250.00', ref: 'X', batch: batchOf(P1, 2, '3046250.00') }])],
    '------',
    'BOOKING_BLOCK_DIFFERS',
  ],
  [
    'two blocks in one entry',
    [camt([{ amount: '5016800.00', ref: 'X', batch: batchOf(P1, 3, SUM1) + batchOf(P2, 3, SUM2) }])],
    'PPPPPP',
    '',
  ],
  [
    'a block that is taken back',
    [
      camt([{ amount: SUM1, ref: 'X', batch: batchOf(P1, 3, SUM1) }]),
      camt([{ amount: SUM1, ref: 'Y', reversal: true, batch: batchOf(P1, 3, SUM1) }]),
    ],
    'BBB---',
    '',
  ],
  ['a fee with our reference is no payment', [camt([pays(K1, { code: 'CHRG' })])], '------', ''],
  ['announced', [camt([pays(K1, { status: 'PDNG' }), pays(K2, { status: 'INFO' })])], '------', ''],
  ['paid and returned, the return read first', [camt([back(K1, 'AC04')]), camt([pays(K1)])], 'B-----', ''],
  ['returned without a reason', [camt([pays(K1)]), camt([back(K1, '')])], 'B-----', ''],
  [
    'a return by its booking code alone',
    [camt([pays(K1)]), camt([{ ...pays(K1, { credit: true, ref: 'B', code: 'RRTN' }) }])],
    'B-----',
    '',
  ],
  ['a return with a reason that is not known', [camt([pays(K1)]), camt([back(K1, 'ZZ99')])], '?-----', ''],
  ['a booking taken back', [camt([pays(K1)]), camt([pays(K1, { reversal: true, ref: 'Z' })])], 'B-----', ''],
  ['a credit that says nothing of a return', [camt([pays(K1, { credit: true })])], '------', 'BOOKING_CREDIT'],
  [
    'our key only in free text',
    [camt([pays(K1, { credit: true }, { key: 'NOTPROVIDED', more: `<RmtInf><Ustrd>${K1}</Ustrd></RmtInf>` })])],
    '------',
    '',
  ],
  [
    'a booking on an account that is not ours',
    [camt([pays(K1)], { account: '99990050119' })],
    '------',
    'BOOKING_ACCOUNT_DIFFERS',
  ],
  ['our account as an IBAN', [camt([pays(K1)], { account: 'NO5499990001002' })], 'P-----', ''],
  [
    'paid to another account than ordered',
    [
      camt([
        pays(
          K1,
          {},
          { more: '<RltdPties><CdtrAcct><Id><Othr><Id>99990050488</Id></Othr></Id></CdtrAcct></RltdPties>' },
        ),
      ]),
    ],
    '------',
    'BOOKING_PAYEE_DIFFERS',
  ],
  [
    'two entries without references are two',
    [camt([pays(K1, { ref: undefined })]), camt([pays(K1, { ref: undefined })])],
    '?-----',
    '',
  ],
  [
    'one entry without a reference, sent in two messages',
    [camt([pays(K1, { ref: undefined })], { own: 'D1' }), camt([pays(K1, { ref: undefined })], { own: 'D1' })],
    'P-----',
    '',
  ],
  [
    'a return on the statement alone is not lost',
    [camt([pays(K1)]), camt([pays(K1), back(K1, 'AC04')], { kind: 'camt.053' })],
    'B-----',
    '',
  ],
  ['equal sums to one account on one day stay two', [camt([pays(K4), pays(K5)])], '---PP-', ''],
  [
    'settled and refused without a return',
    [camt([pays(K1)]), pain002('', block(P1, '', tx(K1, 'RJCT', 'AC04')))],
    '?-----',
    '',
  ],
  [
    'an unknown key beside known ones',
    [camt([pays(K1), pays('NT2018T1S0-9999-PERS', { amount: '1.00' }, { amount: '1.00' })])],
    'P-----',
    'BOOKING_PAYMENT_UNKNOWN',
  ],
  ['kroner of another country', [camt([pays(K1)]).replaceAll('"NOK"', '"SEK"')], '------', 'BOOKING_AMOUNT'],
  [
    'one message id with two contents: what they say otherwise is not known',
    [camt([pays(K1), pays(K2)], { id: 'N' }), camt([pays(K1)], { id: 'N' })],
    'P?----',
    'RECEIPT_TWO_CONTENTS',
  ],
  [
    'counts of the file, PART on file and block: those that it does not list are accepted',
    [pain002(grp('PART', counts({ ACCP: 2, RJCT: 4 })), block(P1, 'PART', tx(K1, 'RJCT', 'AC04')) + block(P2, 'RJCT'))],
    'RAARRR',
    '',
  ],
  [
    'counts of the file that deny a block',
    [pain002(grp('PART', counts({ ACCP: 6 })), block(P2, 'RJCT', why('CH03')))],
    '------',
    'RECEIPT_COUNT_DIFFERS',
  ],
  [
    'counts of the file that leave what no block tells',
    [pain002(grp('PART', counts({ ACCP: 3, RJCT: 3 })), block(P2, 'RJCT', why('CH03')))],
    'AAARRR',
    '',
  ],
  ['file refused, block a duplicate', [pain002(grp('RJCT'), block(P1, '', why('AM05')))], '---RRR', ''],
  [
    'file refused, payment waits',
    [pain002(grp('RJCT', why('FF01')), block(P1, '', tx(K1, 'PDNG')))],
    '-RRRRR',
    'RECEIPT_LEVELS_DISAGREE',
  ],
  [
    'what waits after it was refused is a contradiction',
    [
      pain002('', block(P1, '', tx(K1, 'RJCT', 'AC04'))),
      pain002('', block(P1, '', tx(K1, 'PDNG')), { at: '2018-04-07T10:00:00' }),
    ],
    '?-----',
    '',
  ],
  [
    'accepted after refused, told in the zone of the bank',
    [
      pain002('', block(P1, '', tx(K1, 'RJCT', 'AC04')), { at: '2018-04-06T12:00:00+02:00' }),
      pain002('', block(P1, '', tx(K1, 'ACCP')), { at: '2018-04-06T10:30:00Z' }),
    ],
    '?-----',
    '',
  ],
  ['a code that looks like a check of the payee', [pain002('', block(P1, '', tx(K1, 'RVZZ')))], '?-----', ''],
  ['a booking without a day has that of its report', [camt([pays(K1, { on: '' })])], 'P-----', ''],
  ['kroner without decimals', [camt([pays(K1, { amount: '298000' }, { amount: '+298000.0' })])], 'P-----', ''],
  [
    'other matters of the account, whatever they come to',
    [
      camt([
        pays('', { currency: 'SEK' }, { amount: '1.00' }),
        pays('', { amount: '5.00' }, { amount: '9.00' }),
        pays(K1),
      ]),
    ],
    'P-----',
    '',
  ],
  [
    'a return by the booking code of its part alone',
    [
      camt([pays(K1)]),
      camt([
        pays(
          K1,
          { credit: true, ref: 'B' },
          {
            more: '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>',
          },
        ),
      ]),
    ],
    'B-----',
    '',
  ],
  [
    'a booking taken back whose code says that all went well',
    [camt([pays(K1)]), camt([pays(K1, { reversal: true, ref: 'Z' }, { back: '0000' })])],
    '?-----',
    '',
  ],
  ['money that leaves and is called a return', [camt([pays(K1, {}, { back: 'AC04' })])], '?-----', ''],
  [
    'notification and statement of the same number are two messages',
    [camt([pays(K1), pays(K2)], { id: '7' }), camt([pays(K1)], { id: '7', kind: 'camt.053' })],
    'PP----',
    '',
  ],
  ['all of P2 by its statuses', [pain002('', block(P2, 'ACWC', tx(K6, 'ACWC', 'DT06')))], '---AAA', ''],
];

test.each(CASES)('%s', (_what, texts, states, problems) => {
  const told = judged(...texts);
  expect([letters(told), codes(told)]).toEqual([states, problems]);
  expect(letters(judged(...texts.toReversed()))).toBe(states);
  expect(letters(judged(...texts, ...texts))).toBe(states);
});

test('a payment without a status of its own has that of its block, and its own reason', () => {
  const reason = block(P1, 'RJCT', `<TxInfAndSts><OrgnlEndToEndId>${K1}</OrgnlEndToEndId>${why('AC04')}</TxInfAndSts>`);
  const told = judged(pain002('', reason));
  expect(letters(told)).toBe('RRR---');
  expect(told.payments.map(({ blocksAccount }) => blocksAccount)).toEqual([true, false, false, false, false, false]);
});

test('a payment that is carried out in the next year is told', () => {
  const late = `<StsRsnInf><Rsn><Cd>DT06</Cd></Rsn><AddtlInf>Utføres 2019-01-02</AddtlInf></StsRsnInf>`;
  const { notes } = judged(
    pain002(
      '',
      block(P1, '', `<TxInfAndSts><OrgnlEndToEndId>${K3}</OrgnlEndToEndId><TxSts>ACWC</TxSts>${late}</TxInfAndSts>`),
    ),
  );
  expect(notes.map(({ code }) => code)).toEqual(['RECEIPT_PAST_YEAR_END']);
});

test('a list of receipts tells a booking of the bank once more', () => {
  const profile = {
    name: 'example',
    separator: ';',
    decimalMark: ',',
    encoding: 'utf-8',
    columns: { paymentKey: 'key', kind: 'kind', amount: 'amount', date: 'date', reference: 'voucher' },
    kinds: { avregningsretur: 'settled', avvisningsretur: 'refused' },
  } as const;
  const row = (key: string, kind: string): string =>
    `${key};${kind};${AMOUNT.get(key)?.replace('.', ',')};10.04.2018;77`;
  const text = ['key;kind;amount;date;voucher', row(K1, 'Avregningsretur'), row(K2, 'avvisningsretur'), ''].join('\n');
  const list = { file: 'list.csv', report: readReceiptList(Buffer.from(text), profile, 'list.csv') };
  const booked = readReceipt(readXmlDocument(Buffer.from(camt([pays(K1), pays(K2)])), 'r.xml'), 'r.xml');
  expect(letters(judgePayments([ORDER], [list]))).toBe('PR----');
  expect(letters(judgePayments([ORDER], [list, booked]))).toBe('P?----');
  expect(letters(judgePayments([ORDER], [booked, list]))).toBe('P?----');
});
