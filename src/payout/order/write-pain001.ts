import { assert } from '../../domain';
import { type OrderBlock, type OrderFile, type OrderPayment, type PayeeAddress, sumOfPayments } from './order-model';
import { bicOn, type PainVersion, type Payer, type SchemedId } from './payer';
import { writeDocument, type XmlContent } from './xml-elements';

/** An account that no bank has: what a rehearsal pays from. */
export const NO_ACCOUNT = '0'.repeat(11);

/** What differs between the versions. */
const VERSIONS: Readonly<Record<PainVersion, { readonly bic: string; readonly dateWithin: boolean }>> = {
  'pain.001.001.03': { bic: 'BIC', dateWithin: false },
  'pain.001.001.09': { bic: 'BICFI', dateWithin: true },
};

/**
 * A file of payments as a pain.001 message, UTF-8 with LF. The same file gives the same bytes.
 *
 * @param file texts in bank characters, ids as isBankId() wants them
 */
export function writePain001(file: OrderFile): Uint8Array {
  const { payer, isRehearsal, blocks } = file;
  const xmlns = `urn:iso:std:iso:20022:tech:xsd:${payer.version}`;
  const body: XmlContent[] = [
    ['GrpHdr', headerOf(file)],
    ...blocks.map((block): XmlContent => ['PmtInf', [...blockOf(file, block), [PAYMENT, []]]]),
  ];
  const comment = isRehearsal ? 'REHEARSAL: not an order. No bank may carry this out.' : '';
  const parts = blocks.map(({ payments }) => payments.map((payment): XmlContent => [PAYMENT, paymentOf(payment)]));
  const text = writeDocument(['Document', [['CstmrCdtTrfInitn', body]], { xmlns }], comment, PAYMENT, parts);
  return Buffer.from(text, 'utf8');
}

const PAYMENT = 'CdtTrfTxInf';

function headerOf({ messageId, createdAt, payer, blocks }: OrderFile): XmlContent[] {
  const payments = blocks.flatMap((block) => block.payments);
  return [
    ['MsgId', messageId],
    ['CreDtTm', createdAt],
    ...totals(payments),
    ['InitgPty', [['Nm', payer.name], ...idsOf(payer.initiatingParty)]],
  ];
}

function blockOf({ payer, isRehearsal }: OrderFile, { id, executionDate, payments }: OrderBlock): XmlContent[] {
  const { bic: bicName, dateWithin } = VERSIONS[payer.version];
  const bic = bicOn(payer, executionDate);
  assert(bic !== undefined, `no BIC holds on ${executionDate}`);
  return [
    ['PmtInfId', id],
    ['PmtMtd', 'TRF'],
    ...(payer.batchBooking === undefined ? [] : [['BtchBookg', String(payer.batchBooking)] as const]),
    ...totals(payments),
    ...(payer.priority === '' ? [] : [['PmtTpInf', [['SvcLvl', [['Cd', payer.priority]]]]] as const]),
    ['ReqdExctnDt', dateWithin ? [['Dt', executionDate]] : executionDate],
    ['Dbtr', [['Nm', payer.name], ['PstlAdr', [['Ctry', 'NO']]], ...idsOf(debtorIdsOf(payer))]],
    ['DbtrAcct', [accountOf(isRehearsal ? NO_ACCOUNT : payer.account), ['Ccy', 'NOK']]],
    ['DbtrAgt', [['FinInstnId', [[bicName, bic]]]]],
    ...(payer.chargeBearer === '' ? [] : [['ChrgBr', payer.chargeBearer] as const]),
  ];
}

function paymentOf(payment: OrderPayment): XmlContent[] {
  const { paymentKey, instructionId, amountNok, name, address, account, kid, text } = payment;
  return [
    [
      'PmtId',
      [
        ['InstrId', instructionId],
        ['EndToEndId', paymentKey],
      ],
    ],
    ['Amt', [['InstdAmt', amountText(amountNok), { Ccy: 'NOK' }]]],
    [
      'Cdtr',
      [
        ['Nm', name],
        ['PstlAdr', addressOf(address)],
      ],
    ],
    ['CdtrAcct', [accountOf(account)]],
    ['RmtInf', kid === '' ? [['Ustrd', text]] : [['Strd', [['CdtrRefInf', kidOf(kid)]]]]],
  ];
}

function debtorIdsOf({ debtorIds, division }: Payer): readonly SchemedId[] {
  return division === '' ? debtorIds : [...debtorIds, { id: division, scheme: 'BANK' }];
}

function kidOf(kid: string): XmlContent[] {
  return [
    ['Tp', [['CdOrPrtry', [['Cd', 'SCOR']]]]],
    ['Ref', kid],
  ];
}

/** Post code, town and country in elements of their own, or the country alone; never address lines. */
function addressOf({ street, postCode, town, country }: PayeeAddress): XmlContent[] {
  const isKnown = postCode !== '' && town !== '' && country !== '';
  return [
    ...(isKnown && street !== '' ? [['StrtNm', street] as const] : []),
    ...(isKnown ? ([['PstCd', postCode] as const, ['TwnNm', town] as const] as const) : []),
    ['Ctry', country === '' ? 'NO' : country],
  ];
}

function accountOf(account: string): XmlContent {
  return [
    'Id',
    [
      [
        'Othr',
        [
          ['Id', account],
          ['SchmeNm', [['Cd', 'BBAN']]],
        ],
      ],
    ],
  ];
}

function idsOf(ids: readonly SchemedId[]): XmlContent[] {
  if (ids.length === 0) return [];
  const others = ids.map(
    ({ id, scheme }): XmlContent => [
      'Othr',
      [
        ['Id', id],
        ['SchmeNm', [['Cd', scheme]]],
      ],
    ],
  );
  return [['Id', [['OrgId', others]]]];
}

function totals(payments: readonly OrderPayment[]): XmlContent[] {
  return [
    ['NbOfTxs', String(payments.length)],
    ['CtrlSum', amountText(sumOfPayments(payments))],
  ];
}

/**
 * Whole kroner as a bank reads them: two decimals after a dot, from integers to the end.
 *
 * @example amountText(1234) // 1234.00
 */
function amountText(amountNok: number): string {
  assert(Number.isSafeInteger(amountNok) && amountNok > 0, `${amountNok} cannot be paid`);
  return `${amountNok}.00`;
}
