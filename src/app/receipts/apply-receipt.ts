import { asDay, type ErrorDetail, errorDetail, formatDay, knownDay, NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import type { BlockedAccount, Ledger, SignedActBy } from '../../ledger';
import {
  factsOf,
  identityOf,
  type OrderBook,
  type PaymentFact,
  type Receipt,
  type ReceiptSettings,
  reasonNotes,
} from '../../payout';
import { receiptJudge } from './receipt-judge';

/** What a file that was brought came to. */
export interface ReadReceipt {
  readonly file: string;
  /** Its number in the ledger. */
  readonly receipt: number;
  /** The same bytes, or what they say, had been read before. */
  readonly already: boolean;
  /** Empty where nothing could be made of it. */
  readonly kind: string;
  readonly messageId: string;
  /** Payments that it tells of, and payments whose outcome is another now. */
  readonly payments: number;
  readonly moved: number;
  /** Payments of which it is not known what has become of them, and which they are. */
  readonly unknown: number;
  readonly unknownPayments: readonly string[];
  /** Accounts that are blocked by it: nothing is paid to them until they are confirmed anew. */
  readonly blocked: readonly BlockedAccount[];
  /** Why payments are refused, came back or wait, with what a payer does about it. */
  readonly reasons: readonly ErrorDetail[];
  /** What could not be applied, and what is worth a look. */
  readonly problems: readonly ErrorDetail[];
  readonly notes: readonly ErrorDetail[];
  /** Why nothing could be made of it. */
  readonly failure: NorsktilskuddError | undefined;
}

/** A file as it was kept, with what could be made of it. */
export interface KeptReceipt {
  readonly file: string;
  readonly receipt: number;
  readonly already: boolean;
  readonly read: Receipt | NorsktilskuddError;
}

/** What the messages of one call are held to. */
interface Applying {
  readonly book: OrderBook;
  /** Payments of batches that were annulled. */
  readonly annulled: ReadonlySet<string>;
  readonly settings: ReceiptSettings;
  readonly by: SignedActBy;
}

/** Writes down what a message says of which payment; one that has been read before, or is dated ahead, moves nothing. */
export function applyReceipt(
  ledger: Ledger,
  { file, receipt, already, read }: KeptReceipt,
  { book, annulled, settings, by }: Applying,
): ReadReceipt {
  const nothing = {
    file,
    receipt,
    already,
    kind: '',
    messageId: '',
    payments: 0,
    moved: 0,
    unknown: 0,
    unknownPayments: [],
    blocked: [],
    reasons: [],
    problems: [],
    notes: [],
  };
  if (read instanceof NorsktilskuddError) return { ...nothing, failure: read };
  const { messageId, identity, content } = identityOf(read);
  const kind = read.report.version;
  const found = factsOf(read, book, settings);
  const isKnown = ledger
    .receipts()
    .some(({ reading }) => reading?.identity === identity && reading.content === content);
  const early = isKnown ? [] : tooEarly(found.facts, file);
  if (early.length > 0) return { ...nothing, already: false, kind, messageId, problems: early, failure: undefined };
  const late = found.facts.filter(({ paymentKey, meaning }) => annulled.has(paymentKey) && meaning !== 'refused');
  const problems = [
    ...found.problems,
    ...late.map(({ paymentKey, status }) => errorDetail('RECEIPT_OF_ANNULLED', { file, payment: paymentKey, status })),
    ...otherContents(ledger, { receipt, identity, content, messageId, file }),
  ];
  const answer = ledger.applyReceipt(
    { receipt, kind, messageId, identity, content, facts: found.facts, problems },
    receiptJudge,
    by,
  );
  const notes = isKnown ? [errorDetail('RECEIPT_READ_BEFORE', { file, messageId })] : found.notes;
  const payments = new Set(found.facts.map(({ paymentKey }) => paymentKey));
  return {
    ...nothing,
    already: isKnown,
    kind,
    messageId,
    payments: payments.size,
    moved: answer.payments,
    unknown: answer.unknown,
    unknownPayments: answer.unknown === 0 ? [] : unknownOf(ledger, payments),
    blocked: answer.blocked,
    reasons: isKnown ? [] : reasonNotes(found.facts, file),
    problems,
    notes,
    failure: undefined,
  };
}

/** Those of some payments of which it is not known what has become of them. */
function unknownOf(ledger: Ledger, payments: ReadonlySet<string>): string[] {
  const files = ledger
    .paymentFiles()
    .filter(({ payments: own }) => own.some(({ paymentKey }) => payments.has(paymentKey)));
  const fates = [...new Set(files.map(({ runId }) => runId))].flatMap((runId) =>
    ledger.paymentFates(runId, receiptJudge),
  );
  return fates
    .filter(({ payment: { paymentKey }, fate }) => fate.state === 'unknown' && payments.has(paymentKey))
    .map(({ payment: { paymentKey } }) => paymentKey);
}

/**
 * What a message dates on days that have not come; a day more is granted to machines east of here. Such a file is kept and
 * not read at all: a message is read once, so what it says would be lost where the clock of the machine was wrong.
 */
function tooEarly(facts: readonly PaymentFact[], file: string): ErrorDetail[] {
  const latest = formatDay(asDay(knownDay(nowUtc().slice(0, 10)) + 1));
  return facts
    .filter(({ at }) => at.slice(0, 10) > latest)
    .map(({ paymentKey, at }) => errorDetail('RECEIPT_IN_FUTURE', { file, payment: paymentKey, on: at.slice(0, 10) }));
}

/** Files that have brought a message of the same id with other words, and have not been withdrawn. */
function otherContents(
  ledger: Ledger,
  {
    receipt,
    identity,
    content,
    messageId,
    file,
  }: { receipt: number; identity: string; content: string; messageId: string; file: string },
): ErrorDetail[] {
  const others = ledger
    .receipts()
    .filter(
      (each) =>
        each.receipt !== receipt &&
        each.reading?.identity === identity &&
        each.reading.content !== content &&
        !each.withdrawals.some(({ paymentKey, confirmedBy }) => paymentKey === '' && confirmedBy !== ''),
    );
  if (others.length === 0) return [];
  const files = [...others.map(({ name }) => name), file].join(', ');
  return [errorDetail('RECEIPT_TWO_CONTENTS', { messageId, files })];
}
