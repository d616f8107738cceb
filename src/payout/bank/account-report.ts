import { accountAt, amountAt, type BankAmount, keyOf } from './bank-amount';
import { childrenOf, elementAt, readParts, textAt, type XmlDocument, type XmlElement } from './xml-document';

/** A part of a booking: one payment, as far as the bank tells. */
export interface BookedDetail {
  readonly paymentKey: string;
  readonly instructionId: string;
  readonly paymentInfoId: string;
  readonly messageId: string;
  /** undefined where the detail has none of its own. */
  readonly amount: BankAmount | undefined;
  readonly isReturn: boolean;
  readonly returnCode: string;
  readonly returnText: string;
  /** The bank's own reference of this part; empty for none. */
  readonly reference: string;
  /** Account of the payee; empty where it is not told. */
  readonly account: string;
  /** Its own direction, `DBIT` or `CRDT`; empty where the entry alone says it. */
  readonly direction: string;
  /** Its own bank transaction code; undefined where the entry alone says it. */
  readonly code?: string | undefined;
}

/** What an entry says of a block that was booked as one sum. */
export interface BookedBatch {
  readonly messageId: string;
  readonly paymentInfoId: string;
  readonly count: number | undefined;
  readonly sum: BankAmount | undefined;
}

/** A booking on the account, or the announcement of one. */
export interface BookedEntry {
  /** The bank's own reference; empty for none. */
  readonly reference: string;
  /** What it is called in messages: its reference, else its number, else its place. */
  readonly name: string;
  /** Notification or statement and the place in it: the identity of an entry without a reference. */
  readonly place: string;
  /** The account that was booked on. */
  readonly account: string;
  readonly amount: BankAmount | undefined;
  readonly isDebit: boolean;
  /** A booking taken back. */
  readonly isReversal: boolean;
  /** `BOOK`, `PDNG`, `INFO`, ... */
  readonly status: string;
  readonly bookedOn: string;
  /** Domain, family and sub-family of the bank transaction code. */
  readonly code: string;
  readonly batches: readonly BookedBatch[];
  readonly details: readonly BookedDetail[];
}

/** A notification or statement of an account, camt.054 or camt.053. */
export interface AccountReport {
  readonly kind: 'account';
  readonly version: string;
  readonly messageId: string;
  readonly createdAt: string;
  readonly accounts: readonly string[];
  readonly entries: readonly BookedEntry[];
}

/** Reads bookings; what they mean for payments is decided elsewhere. */
export function readAccountReport({ version, message }: XmlDocument): AccountReport {
  const header = childrenOf(message, 'GrpHdr')[0];
  const reports = [...childrenOf(message, 'Ntfctn'), ...childrenOf(message, 'Stmt')];
  return {
    kind: 'account',
    version,
    messageId: textAt(header, 'MsgId'),
    createdAt: textAt(header, 'CreDtTm'),
    accounts: reports.map((report) => accountAt(report, 'Acct')),
    entries: reports.flatMap((report) =>
      readParts(report, 'Ntry', (entry, index) => ({
        ...entryOf(entry, textAt(report, 'CreDtTm') || textAt(header, 'CreDtTm')),
        place: `${textAt(report, 'Id')} ${index + 1}`,
        account: accountAt(report, 'Acct'),
      })),
    ),
  };
}

/** @param reportedAt when the report was made: the day of a booking that names none */
function entryOf(element: XmlElement, reportedAt: string): Omit<BookedEntry, 'place' | 'account'> {
  const details = childrenOf(element, 'NtryDtls');
  const reference = textAt(element, 'AcctSvcrRef');
  return {
    reference,
    name: reference || textAt(element, 'NtryRef') || '-',
    amount: amountAt(element, 'Amt'),
    isDebit: textAt(element, 'CdtDbtInd') === 'DBIT',
    isReversal: ['true', '1'].includes(textAt(element, 'RvslInd')),
    // .02 has the status as text, .08 as a code of its own.
    status: textAt(element, 'Sts/Cd') || textAt(element, 'Sts'),
    bookedOn: (
      ['BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm'].map((path) => textAt(element, path)).find(Boolean) ??
      reportedAt
    ).slice(0, 10),
    code: codeOf(element),
    batches: details.flatMap((each) => childrenOf(each, 'Btch').map(batchOf)),
    details: details.flatMap((each) => childrenOf(each, 'TxDtls').map(detailOf)),
  };
}

function codeOf(element: XmlElement): string {
  const code = elementAt(element, 'BkTxCd/Domn');
  return [textAt(code, 'Cd'), textAt(code, 'Fmly/Cd'), textAt(code, 'Fmly/SubFmlyCd')].join('/');
}

function batchOf(element: XmlElement): BookedBatch {
  const count = textAt(element, 'NbOfTxs');
  return {
    messageId: textAt(element, 'MsgId'),
    paymentInfoId: textAt(element, 'PmtInfId'),
    count: count === '' ? undefined : Number(count),
    sum: amountAt(element, 'TtlAmt'),
  };
}

function detailOf(element: XmlElement): BookedDetail {
  const returned = elementAt(element, 'RtrInf');
  return {
    paymentKey: keyOf(textAt(element, 'Refs/EndToEndId')),
    instructionId: textAt(element, 'Refs/InstrId'),
    paymentInfoId: textAt(element, 'Refs/PmtInfId'),
    messageId: textAt(element, 'Refs/MsgId'),
    // .08 has an amount of its own; in .02 it is that of the transaction, else what was instructed.
    amount:
      amountAt(element, 'Amt') ?? amountAt(element, 'AmtDtls/TxAmt/Amt') ?? amountAt(element, 'AmtDtls/InstdAmt/Amt'),
    isReturn: returned !== undefined,
    returnCode: textAt(returned, 'Rsn/Cd') || textAt(returned, 'Rsn/Prtry'),
    returnText: childrenOf(returned, 'AddtlInf')
      .map((text) => textAt({ text: [text] }, 'text'))
      .join(' '),
    reference: textAt(element, 'Refs/AcctSvcrRef'),
    account: accountAt(elementAt(element, 'RltdPties'), 'CdtrAcct'),
    direction: textAt(element, 'CdtDbtInd'),
    code: elementAt(element, 'BkTxCd') && codeOf(element),
  };
}
