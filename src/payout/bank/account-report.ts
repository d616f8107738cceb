import { accountAt, amountAt, type BankAmount } from './bank-amount';
import { childrenOf, elementAt, textAt, type XmlDocument, type XmlElement } from './xml-document';

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
}

/** A booking on the account, or the announcement of one. */
export interface BookedEntry {
  /** The bank's own reference. */
  readonly reference: string;
  readonly amount: BankAmount | undefined;
  readonly isDebit: boolean;
  /** A booking taken back. */
  readonly isReversal: boolean;
  /** `BOOK`, `PDNG`, `INFO`, ... */
  readonly status: string;
  readonly bookedOn: string;
  /** Domain, family and sub-family of the bank transaction code. */
  readonly code: string;
  readonly batch:
    | {
        readonly messageId: string;
        readonly paymentInfoId: string;
        readonly count: number | undefined;
        readonly sum: BankAmount | undefined;
      }
    | undefined;
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
    entries: reports.flatMap((report) => childrenOf(report, 'Ntry').map(entryOf)),
  };
}

function entryOf(element: XmlElement): BookedEntry {
  const details = childrenOf(element, 'NtryDtls');
  const batch = details.flatMap((each) => childrenOf(each, 'Btch'))[0];
  const count = textAt(batch, 'NbOfTxs');
  const code = elementAt(element, 'BkTxCd/Domn');
  return {
    reference: textAt(element, 'AcctSvcrRef') || textAt(element, 'NtryRef'),
    amount: amountAt(element, 'Amt'),
    isDebit: textAt(element, 'CdtDbtInd') === 'DBIT',
    isReversal: textAt(element, 'RvslInd') === 'true',
    // .02 has the status as text, .08 as a code of its own.
    status: textAt(element, 'Sts/Cd') || textAt(element, 'Sts'),
    bookedOn: textAt(element, 'BookgDt/Dt') || textAt(element, 'BookgDt/DtTm').slice(0, 10),
    code: [textAt(code, 'Cd'), textAt(code, 'Fmly/Cd'), textAt(code, 'Fmly/SubFmlyCd')].join('/'),
    batch: batch && {
      messageId: textAt(batch, 'MsgId'),
      paymentInfoId: textAt(batch, 'PmtInfId'),
      count: count === '' ? undefined : Number(count),
      sum: amountAt(batch, 'TtlAmt'),
    },
    details: details.flatMap((each) => childrenOf(each, 'TxDtls').map(detailOf)),
  };
}

function detailOf(element: XmlElement): BookedDetail {
  const key = textAt(element, 'Refs/EndToEndId');
  const returned = elementAt(element, 'RtrInf');
  return {
    paymentKey: key === 'NOTPROVIDED' ? '' : key,
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
  };
}
