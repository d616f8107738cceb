import { accountAt, amountAt, type BankAmount, hundredthsOf, keyOf } from './bank-amount';
import { childrenOf, elementAt, readParts, textAt, type XmlDocument, type XmlElement } from './xml-document';

/** Why a bank gives a status: codes of the external list, and its own words. */
export interface StatusReason {
  readonly codes: readonly string[];
  readonly texts: readonly string[];
}

/** A status on one level; empty where none is given. */
export interface LevelStatus {
  readonly status: string;
  readonly reason: StatusReason;
  /** Payments by status, where the bank counts them. */
  readonly counts: readonly { readonly status: string; readonly count: number }[];
  readonly orderedCount: number | undefined;
  /** Hundredths of a krone. */
  readonly orderedSum: number | undefined;
}

export interface TransactionStatus extends Pick<LevelStatus, 'status' | 'reason'> {
  readonly paymentKey: string;
  readonly instructionId: string;
  readonly amount: BankAmount | undefined;
  /** Empty where it is not repeated. */
  readonly account: string;
}

export interface BlockStatus extends LevelStatus {
  readonly paymentInfoId: string;
  readonly transactions: readonly TransactionStatus[];
}

/** A bank's answer to a file of payments, pain.002. */
export interface StatusReport {
  readonly kind: 'status';
  readonly version: string;
  readonly messageId: string;
  readonly createdAt: string;
  /** Who sent it, as far as it says. */
  readonly sender: string;
  readonly orderId: string;
  readonly group: LevelStatus;
  readonly blocks: readonly BlockStatus[];
}

/** Reads the levels of a pain.002; what they mean is decided elsewhere. */
export function readStatusReport({ version, message }: XmlDocument): StatusReport {
  const header = childrenOf(message, 'GrpHdr')[0];
  const group = childrenOf(message, 'OrgnlGrpInfAndSts')[0];
  return {
    kind: 'status',
    version,
    messageId: textAt(header, 'MsgId'),
    createdAt: textAt(header, 'CreDtTm'),
    sender: textAt(header, 'DbtrAgt/FinInstnId/BIC') || textAt(header, 'DbtrAgt/FinInstnId/BICFI'),
    orderId: textAt(group, 'OrgnlMsgId'),
    group: levelOf(group, 'GrpSts'),
    blocks: childrenOf(message, 'OrgnlPmtInfAndSts').map((block) => ({
      ...levelOf(block, 'PmtInfSts'),
      paymentInfoId: textAt(block, 'OrgnlPmtInfId'),
      transactions: readParts(block, 'TxInfAndSts', transactionOf),
    })),
  };
}

function levelOf(element: XmlElement | undefined, statusName: string): LevelStatus {
  const count = textAt(element, 'OrgnlNbOfTxs');
  const sum = textAt(element, 'OrgnlCtrlSum');
  return {
    status: textAt(element, statusName),
    reason: reasonOf(element),
    counts: childrenOf(element, 'NbOfTxsPerSts').map((each) => ({
      status: textAt(each, 'DtldSts'),
      count: Number(textAt(each, 'DtldNbOfTxs')),
    })),
    orderedCount: count === '' ? undefined : Number(count),
    orderedSum: sum === '' ? undefined : (hundredthsOf(sum) ?? Number.NaN),
  };
}

function transactionOf(element: XmlElement): TransactionStatus {
  const original = elementAt(element, 'OrgnlTxRef');
  return {
    status: textAt(element, 'TxSts'),
    reason: reasonOf(element),
    paymentKey: keyOf(textAt(element, 'OrgnlEndToEndId')),
    instructionId: textAt(element, 'OrgnlInstrId'),
    amount: amountAt(original, 'Amt/InstdAmt'),
    account: accountAt(original, 'CdtrAcct'),
  };
}

function reasonOf(element: XmlElement | undefined): StatusReason {
  const reasons = childrenOf(element, 'StsRsnInf');
  const codes = reasons.map((reason) => textAt(reason, 'Rsn/Cd') || textAt(reason, 'Rsn/Prtry'));
  const texts = reasons.flatMap((reason) =>
    childrenOf(reason, 'AddtlInf').map((text) => textAt({ text: [text] }, 'text')),
  );
  return { codes: codes.filter((code) => code !== ''), texts: texts.filter((text) => text !== '') };
}
