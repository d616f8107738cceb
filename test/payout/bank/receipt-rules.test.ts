import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Judgement, judgePayments } from '../../../src/payout/bank/judge-payments';
import { type PaymentOrder, readPaymentOrder } from '../../../src/payout/bank/payment-order';
import { readReceipt } from '../../../src/payout/bank/read-receipt';
import { readXmlDocument } from '../../../src/payout/bank/xml-document';

const ORDER_FILE = join(__dirname, '../../../fixtures/receipts/00-order.pain.001.001.03.xml');
const ORDER: PaymentOrder = readPaymentOrder(readXmlDocument(readFileSync(ORDER_FILE), 'order.xml'), 'order.xml');
const KEYS = ORDER.payments.map(({ paymentKey }) => paymentKey);
const [K1 = '', K2 = '', K3 = ''] = KEYS;
const P1 = 'NT2018T1S0-F01-P1';

interface Status {
  readonly group?: string;
  readonly groupReason?: string;
  readonly block?: string;
  readonly counts?: string;
  readonly transactions?: readonly {
    readonly key: string;
    readonly status: string;
    readonly reason?: string;
    readonly account?: string;
  }[];
  readonly at?: string;
  readonly id?: string;
}

const reasonXml = (code: string | undefined) => (code ? `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>` : '');

function pain002({
  group,
  groupReason,
  block,
  counts = '',
  transactions = [],
  at = '2018-04-05T10:00:00',
  id = 'S1',
}: Status): string {
  const listed = transactions.map(
    ({ key, status, reason, account }) =>
      `<TxInfAndSts><OrgnlEndToEndId>${key}</OrgnlEndToEndId><TxSts>${status}</TxSts>${reasonXml(reason)}${
        account === undefined
          ? ''
          : `<OrgnlTxRef><CdtrAcct><Id><Othr><Id>${account}</Id></Othr></Id></CdtrAcct></OrgnlTxRef>`
      }</TxInfAndSts>`,
  );
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${at}</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>NT2018T1S0-F01</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId>${group ? `<GrpSts>${group}</GrpSts>` : ''}${reasonXml(groupReason)}</OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${P1}</OrgnlPmtInfId>${block ? `<PmtInfSts>${block}</PmtInfSts>` : ''}${counts}${listed.join('')}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`;
}

interface Booking {
  readonly details: readonly { readonly key: string; readonly amount: string; readonly returned?: string }[];
  readonly amount: string;
  readonly credit?: boolean;
  readonly reference?: string;
  readonly id?: string;
}

function camt054(...bookings: readonly Booking[]): string {
  const entries = bookings.map(({ details, amount, credit = false, reference = 'R1' }) => {
    const parts = details.map(
      ({ key, amount: own, returned }) =>
        `<TxDtls><Refs><EndToEndId>${key}</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="NOK">${own}</Amt></TxAmt></AmtDtls>${
          returned === undefined ? '' : `<RtrInf><Rsn><Cd>${returned}</Cd></Rsn></RtrInf>`
        }</TxDtls>`,
    );
    return `<Ntry><Amt Ccy="NOK">${amount}</Amt><CdtDbtInd>${credit ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2018-04-09</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls>${parts.join('')}</NtryDtls></Ntry>`;
  });
  return `<?xml version="1.0"?><b:Document xmlns:b="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><b:BkToCstmrDbtCdtNtfctn><b:GrpHdr><b:MsgId>${bookings[0]?.id ?? 'N1'}</b:MsgId><b:CreDtTm>2018-04-09T18:00:00</b:CreDtTm></b:GrpHdr><b:Ntfctn><b:Id>1</b:Id>${entries.join('').replace(/<(\/?)(?=[A-Z])/g, '<$1b:')}</b:Ntfctn></b:BkToCstmrDbtCdtNtfctn></b:Document>`;
}

const receiptOf = (text: string, file: string) => readReceipt(readXmlDocument(Buffer.from(text), file), file);

function judged(...texts: readonly string[]): Judgement {
  return judgePayments(
    [ORDER],
    texts.map((text, index) => receiptOf(text, `r${index + 1}.xml`)),
  );
}
const states = ({ payments }: Judgement): string =>
  payments
    .slice(0, 3)
    .map(({ state }) => state)
    .join(' ');
const codes = ({ problems }: Judgement): string[] => problems.map(({ code }) => code);

const tx = (key: string, status: string, reason?: string) => ({
  key,
  status,
  ...(reason === undefined ? {} : { reason }),
});
const AMOUNT = { [K1]: '298000.00', [K2]: '341350.00', [K3]: '2704900.00' };
const paidOnce = (key: string, reference = 'R1', id = 'N1'): Booking => ({
  details: [{ key, amount: AMOUNT[key] ?? '' }],
  amount: AMOUNT[key] ?? '',
  reference,
  id,
});
const returned = (key: string, reason: string): Booking => ({
  details: [{ key, amount: AMOUNT[key] ?? '', returned: reason }],
  amount: AMOUNT[key] ?? '',
  credit: true,
  reference: 'R9',
  id: 'N9',
});

describe('levels of a status report', () => {
  test('the transaction speaks before the block, the block before the group', () => {
    const told = judged(
      pain002({ group: 'PART', block: 'PART', transactions: [tx(K1, 'RJCT', 'AC01'), tx(K2, 'ACCP')] }),
    );
    expect(states(told)).toBe('refused accepted no_news');
    expect(told.payments[0]).toMatchObject({ blocksAccount: true, codes: ['AC01'] });
  });

  test('unlisted under PART is accepted where the counts account for all', () => {
    const counts =
      '<NbOfTxsPerSts><DtldNbOfTxs>2</DtldNbOfTxs><DtldSts>ACCP</DtldSts></NbOfTxsPerSts><NbOfTxsPerSts><DtldNbOfTxs>1</DtldNbOfTxs><DtldSts>RJCT</DtldSts></NbOfTxsPerSts>';
    const told = judged(pain002({ group: 'PART', block: 'PART', counts, transactions: [tx(K1, 'RJCT', 'AC01')] }));
    expect(states(told)).toBe('refused accepted accepted');
  });

  test('levels that disagree move nothing for the payments concerned and everything for the others', () => {
    const told = judged(pain002({ group: 'ACCP', block: 'ACCP', transactions: [tx(K1, 'RJCT', 'AC01')] }));
    expect([states(told), codes(told)]).toEqual(['no_news accepted accepted', ['RECEIPT_LEVELS_DISAGREE']]);
  });

  test('a file refused as a duplicate refuses no payment', () => {
    const told = judged(pain002({ group: 'RJCT', groupReason: 'DU01' }));
    expect(states(told)).toBe('no_news no_news no_news');
    expect(told.notes.map(({ code }) => code)).toEqual(['RECEIPT_DUPLICATE_FILE']);
  });

  test.each(['XXXX', 'BLCK'])('a status that is not known is never accepted: %s', (status) => {
    expect(states(judged(pain002({ transactions: [tx(K1, status)] })))).toBe('unknown no_news no_news');
  });

  test('a refusal with a code of success is none', () => {
    expect(states(judged(pain002({ transactions: [tx(K1, 'RJCT', '0000')] })))).toBe('unknown no_news no_news');
  });

  test('another account or an unknown key is told and moves nothing', () => {
    const told = judged(
      pain002({ transactions: [{ ...tx(K1, 'ACCP'), account: '99990050488' }, tx('NT2018T1S0-9999-PERS', 'RJCT')] }),
    );
    expect(states(told)).toBe('no_news no_news no_news');
    expect(codes(told)).toEqual(['RECEIPT_PAYMENT_DIFFERS', 'RECEIPT_PAYMENT_UNKNOWN']);
  });
});

describe('answers over time', () => {
  const accepted = pain002({ transactions: [tx(K1, 'ACCP')], at: '2018-04-05T10:00:00', id: 'S1' });
  const refused = pain002({ transactions: [tx(K1, 'RJCT', 'AC04')], at: '2018-04-06T10:00:00', id: 'S2' });
  const acceptedAgain = pain002({ transactions: [tx(K1, 'ACSP')], at: '2018-04-07T10:00:00', id: 'S3' });

  test.each([
    ['refused after accepted', [accepted, refused], 'refused'],
    ['accepted after refused is a contradiction', [refused, acceptedAgain], 'unknown'],
    ['settled is no booking', [pain002({ transactions: [tx(K1, 'ACSC')] })], 'accepted'],
    ['booked', [accepted, camt054(paidOnce(K1))], 'paid'],
    ['refused and booked', [refused, camt054(paidOnce(K1))], 'unknown'],
    ['booked and returned', [camt054(paidOnce(K1)), camt054(returned(K1, 'AC04'))], 'returned'],
    ['a return with a code of success', [camt054(paidOnce(K1)), camt054(returned(K1, '0000'))], 'unknown'],
    ['two bookings of one payment', [camt054(paidOnce(K1)), camt054(paidOnce(K1, 'R2', 'N2'))], 'unknown'],
    ['one booking told twice', [camt054(paidOnce(K1)), camt054(paidOnce(K1, 'R1', 'N2'))], 'paid'],
  ])('%s, in any order', (_what, texts, state) => {
    expect(states(judged(...texts)).split(' ')[0]).toBe(state);
    expect(states(judged(...texts.toReversed())).split(' ')[0]).toBe(state);
  });

  test('one message id with two contents is told, and what they say otherwise is not known', () => {
    const told = judged(accepted, pain002({ transactions: [tx(K1, 'RJCT', 'AC01')], id: 'S1' }));
    expect([states(told), codes(told)]).toEqual(['unknown no_news no_news', ['RECEIPT_TWO_CONTENTS']]);
  });
});

describe('bookings', () => {
  const both = {
    details: [
      { key: K1, amount: '298000.00' },
      { key: K2, amount: '341350.00' },
    ],
    amount: '639350.00',
  };

  test('details of a batch have their own amounts', () => {
    expect(states(judged(camt054(both)))).toBe('paid paid no_news');
  });

  test('one payment twice in an entry is two bookings', () => {
    const twice = { details: [both.details[0], both.details[0]].flatMap((each) => each ?? []), amount: '596000.00' };
    expect(states(judged(camt054(twice)))).toBe('unknown no_news no_news');
  });

  test('details that do not come to the entry pay nothing', () => {
    const told = judged(camt054({ ...both, amount: '639351.00' }));
    expect([states(told), codes(told)]).toEqual(['no_news no_news no_news', ['BOOKING_SUM_DIFFERS']]);
  });

  test('another amount is never a return', () => {
    const told = judged(
      camt054({
        ...returned(K1, 'AC04'),
        details: [{ key: K1, amount: '1000.00', returned: 'AC04' }],
        amount: '1000.00',
      }),
    );
    expect([states(told), codes(told)]).toEqual(['no_news no_news no_news', ['BOOKING_PAYMENT_DIFFERS']]);
  });

  test('a statement beside a notification pays nothing twice', () => {
    const statement = camt054(paidOnce(K1, 'S1', 'T1'))
      .replaceAll('camt.054.001.02', 'camt.053.001.02')
      .replaceAll('BkToCstmrDbtCdtNtfctn', 'BkToCstmrStmt')
      .replaceAll('Ntfctn>', 'Stmt>');
    expect(states(judged(statement))).toBe('paid no_news no_news');
    expect(states(judged(statement, camt054(paidOnce(K1))))).toBe('paid no_news no_news');
  });

  test('400 entries are all read', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      ...paidOnce(index === 399 ? K3 : 'NOTPROVIDED', `R${index}`),
    }));
    expect(states(judged(camt054(...many)))).toBe('no_news no_news paid');
  });
});

describe('files', () => {
  const text = pain002({ transactions: [tx(K1, 'ACCP')] });
  const codeOf = (bytes: Uint8Array): string => {
    try {
      readReceipt(readXmlDocument(bytes, 'r.xml'), 'r.xml');
      return '';
    } catch (cause) {
      const { code, details = [] } = cause as { code: string; details?: { code: string }[] };
      return [code, ...details.map((detail) => detail.code)].join(' ');
    }
  };
  const latin = (declared: string): Buffer =>
    Buffer.from(
      text.replace('<?xml version="1.0"?>', `<?xml version="1.0" encoding="${declared}"?>`).replace('S1', 'Sø'),
      'latin1',
    );

  const prefixed = (plain: string): string => plain.replace(/<(\/?)(?=[A-Z])/g, '<$1p:').replace('xmlns=', 'xmlns:p=');

  test.each([
    ['as it is', Buffer.from(text), ''],
    ['with a prefix before its names', Buffer.from(prefixed(text)), ''],
    ['with a byte order mark', Buffer.from(`\ufeff${text}`), ''],
    ['in ISO 8859-1, as declared', latin('ISO-8859-1'), ''],
    ['in ISO 8859-1, declared as UTF-8', latin('UTF-8'), 'BANK_FILE_UNREADABLE XML_NOT_AS_DECLARED'],
    [
      'with a byte order mark of UTF-8, declared as ISO 8859-1',
      Buffer.from(`\ufeff${text}`.replace('?>', ' encoding="ISO-8859-1"?>')),
      'BANK_FILE_UNREADABLE XML_NOT_AS_DECLARED',
    ],
    ['in a character set that is not known', latin('EBCDIC'), 'BANK_FILE_UNREADABLE XML_CHARACTER_SET'],
    [
      'with a document type',
      Buffer.from(text.replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]><Document')),
      'BANK_FILE_UNREADABLE XML_DOCTYPE',
    ],
    ['cut short', Buffer.from(text.slice(0, 300)), 'BANK_FILE_UNREADABLE XML_MALFORMED'],
    ['of another version', Buffer.from(text.replace('pain.002.001.03', 'pain.002.001.12')), 'BANK_FILE_OTHER_KIND'],
  ])('%s', (_what, bytes, expected) => {
    expect(codeOf(bytes)).toBe(expected);
  });

  test.each<[string, (plain: string) => string]>([
    ['characters by their numbers', (plain) => plain.replace(`>${K1}`, `>&#78;&#x54;${K1.slice(2)}`)],
    ['CDATA', (plain) => plain.replace(K1, `<![CDATA[${K1}]]>`)],
    ['comments', (plain) => plain.replace('<OrgnlEndToEndId>NT', '<!-- </TxInfAndSts> --><OrgnlEndToEndId>N<!-- -->T')],
    ['a comment before it', (plain) => plain.replace('?>', '?>\n<!-- <Document xmlns="urn:x"> -->\n')],
    ['instructions to programs', (plain) => plain.replace('<CstmrPmtStsRpt>', '<?a b?><CstmrPmtStsRpt><?c d?>')],
  ])('%s in a message change nothing', (_what, edit) => {
    expect(edit(text)).not.toBe(text);
    expect(states(judged(edit(text)))).toBe('accepted no_news no_news');
  });
});
