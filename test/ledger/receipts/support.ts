import { join } from 'node:path';
import { receiptJudge } from '../../../src/app/receipts/receipt-judge';
import { sha256Hex } from '../../../src/domain';
import { type Ledger, openLedger, type ReceiptFact } from '../../../src/ledger';
import { fileOf } from '../payment-files-support';
import { KARI, OLA, postRun } from '../support';

export const LATER = { ...OLA, at: '2018-05-20T08:00:00Z' };
export const HALDEN = 'NT2018T1S0-0101-PERS';
export const OSLO = 'NT2018T1S0-0301-PERS';
export const FILE = 'FIRST-F01';

/** A ledger with one posted run of two payments in one file that was handed over. */
export function handedOver(folder: string, name: string): Ledger {
  const ledger = openLedger(join(folder, `${name}.db`), { create: { rehearsal: false, by: KARI } });
  postRun(ledger, {
    runId: 'first',
    lines: [
      { recipient: '0101', due: 31_900 },
      { recipient: '0301', due: 13_600, person: 2 },
    ],
  });
  const by = { ...OLA, at: '2018-05-02T08:00:00Z' };
  ledger.writePaymentFiles(() => [fileOf(ledger, 'first', 1)], by);
  ledger.paymentFileMade(`${FILE}.xml`, by);
  ledger.handOverPaymentFiles({ ...by, runId: 'first', names: [], on: '2018-05-02', reference: 'N1' });
  return ledger;
}

/** A fact of a payment; a booking where it was paid or came back. */
export function fact(paymentKey: string, meaning: string, rest: Partial<ReceiptFact> = {}): ReceiptFact {
  const isBooking = meaning === 'paid' || meaning === 'returned';
  return {
    paymentKey,
    orderId: isBooking ? '' : FILE,
    meaning,
    at: isBooking ? '2018-05-04' : meaning === 'refused' ? '2018-05-03T11:00:00' : '2018-05-03T10:00:00',
    status: '',
    codes: [],
    texts: [],
    kind: isBooking ? 'camt.054' : 'pain.002',
    booking: isBooking ? `${meaning} ${paymentKey}` : '',
    ...rest,
  };
}

/** Keeps and applies a message that says these facts. */
export function bring(
  ledger: Ledger,
  facts: readonly ReceiptFact[],
  id = sha256Hex(JSON.stringify(facts)),
  by = LATER,
) {
  const bytes = Buffer.from(JSON.stringify([id, facts]));
  const { receipt } = ledger.receiveReceipt({ name: `${id}.xml`, bytes }, by);
  const reading = {
    receipt,
    kind: 'test',
    messageId: id,
    identity: id,
    content: sha256Hex(bytes),
    facts,
    problems: [],
  };
  return { receipt, ...ledger.applyReceipt(reading, receiptJudge, by) };
}

/** `paid 2018-05-04 | ordered`: outcomes of the payments of the first run, and their judged states. */
export function told(ledger: Ledger): string {
  const fates = ledger.paymentFates('first', receiptJudge).map(({ fate }) => fate.state);
  const tracked = ledger
    .trackedPayments('first')
    .map(({ outcomes }) => outcomes.map(({ kind, on }) => `${kind} ${on.slice(8)}`).join('+') || 'ordered');
  return tracked.map((outcome, index) => `${fates[index]}: ${outcome}`).join(' | ');
}
