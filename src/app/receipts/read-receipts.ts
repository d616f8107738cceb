import { basename } from 'node:path';
import { asDay, type ErrorDetail, errorDetail, formatDay, knownDay, NorsktilskuddError } from '../../domain';
import { nowUtc, readBytes } from '../../effects';
import type { BlockedAccount, Ledger, PaymentFileInfo, SignedActBy } from '../../ledger';
import {
  DEFAULT_RECEIPT_SETTINGS,
  factsOf,
  identityOf,
  OrderBook,
  type PaymentFact,
  type PaymentOrder,
  type Receipt,
  type ReceiptSettings,
  reasonNotes,
} from '../../payout';
import { type Act, type ActingInstallation, withAct, withLedger } from '../acts/act';
import { readListProfile } from './list-profile';
import { readReceiptFile } from './receipt-file';
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

export interface ReceiptsRequest extends Act {
  readonly files: readonly string[];
  /** Layout of lists of receipts. */
  readonly profile?: string | undefined;
  readonly settings?: ReceiptSettings | undefined;
  /** Called before each file is read, with those that are done and all of them. */
  readonly onFile?: (done: number, of: number) => void;
}

/** A file as it was kept, with what could be made of it. */
interface Kept {
  readonly file: string;
  readonly receipt: number;
  readonly already: boolean;
  readonly read: Receipt | NorsktilskuddError;
}

/**
 * Reads answers of a bank: keeps each file as it is, then writes down what it says of which payment. A file of which
 * nothing can be made is kept all the same and stops no other.
 *
 * @throws NorsktilskuddError as reading a file and recording an act
 */
export async function readReceipts(
  installation: ActingInstallation,
  { files, profile, settings = DEFAULT_RECEIPT_SETTINGS, onFile = () => {}, ...act }: ReceiptsRequest,
): Promise<{ readonly receipts: readonly ReadReceipt[]; readonly journalHead: string }> {
  const layout = profile === undefined ? undefined : readListProfile(profile);
  const given = files.map((path) => ({ file: basename(path), bytes: readBytes(path) }));
  const { received } = withAct(installation, act, (ledger, by) => ({
    received: given.map(({ file, bytes }) => ({ file, bytes, ...ledger.receiveReceipt({ name: file, bytes }, by) })),
  }));
  const stored: Kept[] = [];
  for (const { bytes, ...each } of received) {
    onFile(stored.length, received.length);
    stored.push({ ...each, read: await readReceiptFile(bytes, each.file, layout).catch(failureOf) });
  }
  return withAct(installation, act, (ledger, by) => {
    const paid = ledger.paymentFiles();
    const book = new OrderBook(ordersOf(paid));
    const annulled = annulledPayments(ledger, paid);
    return { receipts: stored.map((each) => apply(ledger, each, { book, annulled, settings, by })) };
  });
}

function failureOf(cause: unknown): NorsktilskuddError {
  if (cause instanceof NorsktilskuddError && cause.kind === 'input') return cause;
  throw cause;
}

interface Applying {
  readonly book: OrderBook;
  /** Payments of batches that were annulled. */
  readonly annulled: ReadonlySet<string>;
  readonly settings: ReceiptSettings;
  readonly by: SignedActBy;
}

function apply(
  ledger: Ledger,
  { file, receipt, already, read }: Kept,
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

function annulledPayments(ledger: Ledger, files: readonly PaymentFileInfo[]): ReadonlySet<string> {
  const runs = new Set(ledger.batches().flatMap(({ runId, state }) => (state === 'annulled' ? [runId] : [])));
  return new Set(
    files.flatMap(({ runId, payments }) => (runs.has(runId) ? payments.map(({ paymentKey }) => paymentKey) : [])),
  );
}

/** Files of payments of a ledger as orders; those that were given up were never sent. */
function ordersOf(files: readonly PaymentFileInfo[]): PaymentOrder[] {
  return files
    .filter(({ state }) => state !== 'discarded')
    .map(({ format, messageId, executionDate, debtorAccount, payments, handOvers }) => ({
      version: format,
      messageId,
      sentOn: handOvers[0]?.on,
      payments: payments.map(({ amountNok, ...payment }) => ({
        ...payment,
        amount: amountNok * 100,
        executionDate,
        debtorAccount,
      })),
    }));
}

/** Files that were kept, with what was made of them, and whether any waits for a second person. */
export function receiptsOfLedger(db: string) {
  return withLedger(db, true, (ledger) => {
    ledger.prove({ payments: true });
    return ledger.receipts();
  });
}

/** Says that a record is wrong, for one payment or all; the second person who says so withdraws it. */
export function withdrawReceipt(
  installation: ActingInstallation,
  {
    receipt,
    paymentKey,
    ...act
  }: Act & { readonly receipt: number; readonly paymentKey: string; readonly reason: string },
) {
  return withAct(installation, act, (ledger, by) =>
    ledger.withdrawReceipt({ ...by, receipt, paymentKey }, receiptJudge),
  );
}
