import { errorDetail, NorsktilskuddError } from '../../domain';
import { accountAt, amountAt, hundredthsOf } from './bank-amount';
import { childrenOf, readParts, textAt, type XmlDocument, type XmlElement } from './xml-document';

/** A payment as a bank was asked for it. */
export interface OrderedPayment {
  /** EndToEndId: the payment key. */
  readonly paymentKey: string;
  readonly instructionId: string;
  readonly paymentInfoId: string;
  readonly executionDate: string;
  /** Hundredths of a krone. */
  readonly amount: number;
  readonly account: string;
  readonly name: string;
  /** Account that is paid from. */
  readonly debtorAccount: string;
}

/** A file of payments, pain.001. */
export interface PaymentOrder {
  readonly version: string;
  readonly messageId: string;
  /** Day on which it was handed over, `YYYY-MM-DD`; undefined where that is not known. */
  readonly sentOn?: string | undefined;
  readonly payments: readonly OrderedPayment[];
}

/** A payment as it stands in the file itself. */
export interface ReadPayment extends OrderedPayment {
  /** KID; empty where the payee gets a text. */
  readonly kid: string;
  /** Text to the payee; empty where there is none. */
  readonly text: string;
}

/** A file of payments as it was read. */
export interface ReadOrder extends PaymentOrder {
  readonly createdAt: string;
  readonly payments: readonly ReadPayment[];
}

/** Versions of pain.001 that are read. */
const ORDER_VERSIONS: readonly string[] = ['pain.001.001.03', 'pain.001.001.09'];

/**
 * Reads a file of payments and holds its counts and sums to its payments.
 *
 * @throws NorsktilskuddError input BANK_FILE_OTHER_KIND, ORDER_AMOUNT, ORDER_INCONSISTENT
 */
export function readPaymentOrder({ version, message }: XmlDocument, file: string): ReadOrder {
  if (!ORDER_VERSIONS.includes(version)) {
    const params = { file, version: version || '-', expected: ORDER_VERSIONS.join(', ') };
    throw new NorsktilskuddError('input', 'BANK_FILE_OTHER_KIND', params);
  }
  const blocks = childrenOf(message, 'PmtInf');
  const inBlocks = blocks.map(paymentsOf);
  const payments = inBlocks.flat();
  const header = childrenOf(message, 'GrpHdr')[0];
  const levels = [
    { level: textAt(header, 'MsgId'), element: header, payments },
    ...blocks.map((element, index) => ({
      level: textAt(element, 'PmtInfId'),
      element,
      payments: inBlocks[index] ?? [],
    })),
  ];
  const faults = levels.flatMap(({ level, element, payments: own }) => {
    const count = textAt(element, 'NbOfTxs');
    const sum = textAt(element, 'CtrlSum');
    const total = own.reduce((all, { amount }) => all + amount, 0);
    const fits = (count === '' || count === String(own.length)) && (sum === '' || hundredthsOf(sum) === total);
    return fits ? [] : [errorDetail('ORDER_SUM_DIFFERS', { level })];
  });
  const keys = new Set<string>();
  for (const { paymentKey } of payments) {
    if (paymentKey === '' || keys.has(paymentKey)) faults.push(errorDetail('ORDER_KEY_TWICE', { paymentKey }));
    keys.add(paymentKey);
  }
  if (faults.length > 0) throw new NorsktilskuddError('input', 'ORDER_INCONSISTENT', { file }, faults);
  return { version, messageId: textAt(header, 'MsgId'), createdAt: textAt(header, 'CreDtTm'), payments };
}

function paymentsOf(block: XmlElement): ReadPayment[] {
  const paymentInfoId = textAt(block, 'PmtInfId');
  const executionDate = textAt(block, 'ReqdExctnDt/Dt') || textAt(block, 'ReqdExctnDt');
  const debtorAccount = accountAt(block, 'DbtrAcct');
  return readParts(block, 'CdtTrfTxInf', (element) => {
    const amount = amountAt(element, 'Amt/InstdAmt');
    const paymentKey = textAt(element, 'PmtId/EndToEndId');
    if (typeof amount !== 'number') {
      throw new NorsktilskuddError('input', 'ORDER_AMOUNT', { paymentKey, found: textAt(element, 'Amt/InstdAmt') });
    }
    return {
      paymentKey,
      instructionId: textAt(element, 'PmtId/InstrId'),
      paymentInfoId,
      executionDate,
      amount,
      account: accountAt(element, 'CdtrAcct'),
      name: textAt(element, 'Cdtr/Nm'),
      kid: textAt(element, 'RmtInf/Strd/CdtrRefInf/Ref'),
      text: textAt(element, 'RmtInf/Ustrd'),
      debtorAccount,
    };
  });
}
