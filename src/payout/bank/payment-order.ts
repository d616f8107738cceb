import { errorDetail, NorsktilskuddError } from '../../domain';
import { accountAt, amountAt, hundredthsOf } from './bank-amount';
import { childrenOf, textAt, type XmlDocument, type XmlElement } from './xml-document';

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
  /** Account that pays; empty where it is not known. */
  readonly debtorAccount: string;
}

/** A file of payments, pain.001. */
export interface PaymentOrder {
  readonly version: string;
  readonly messageId: string;
  readonly payments: readonly OrderedPayment[];
}

/** Versions of pain.001 that are read. */
export const ORDER_VERSIONS: readonly string[] = ['pain.001.001.03', 'pain.001.001.09'];

/**
 * Reads a file of payments and holds its counts and sums to its payments.
 *
 * @throws NorsktilskuddError input BANK_FILE_OTHER_KIND, ORDER_AMOUNT, ORDER_INCONSISTENT
 */
export function readPaymentOrder({ version, message }: XmlDocument, file: string): PaymentOrder {
  if (!ORDER_VERSIONS.includes(version)) {
    const params = { file, version: version || '-', expected: ORDER_VERSIONS.join(', ') };
    throw new NorsktilskuddError('input', 'BANK_FILE_OTHER_KIND', params);
  }
  const blocks = childrenOf(message, 'PmtInf');
  const payments = blocks.flatMap(paymentsOf);
  const header = childrenOf(message, 'GrpHdr')[0];
  const levels = [
    { level: textAt(header, 'MsgId'), element: header, payments },
    ...blocks.map((block) => ({ level: textAt(block, 'PmtInfId'), element: block, payments: paymentsOf(block) })),
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
  return { version, messageId: textAt(header, 'MsgId'), payments };
}

function paymentsOf(block: XmlElement): OrderedPayment[] {
  const paymentInfoId = textAt(block, 'PmtInfId');
  const executionDate = textAt(block, 'ReqdExctnDt/Dt') || textAt(block, 'ReqdExctnDt');
  const debtorAccount = accountAt(block, 'DbtrAcct');
  return childrenOf(block, 'CdtTrfTxInf').map((element) => {
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
      debtorAccount,
    };
  });
}
