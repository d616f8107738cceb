import { asRecipientCode, assert } from '../../domain';
import { nameIn, OUTCOME_KINDS } from '../codes';
import { knownBatch } from '../drafts/batches';
import { findPayment, movementsBetween, type PaymentRecord, paymentsOfPosting } from '../outcomes/outcome-reads';
import type { PaymentOutcome } from '../outcomes/outcome-types';
import type { OpenLedger } from '../posting-reads';
import { storeMovements } from '../postings/post-rows';
import { type BlockedAccount, insertBlocks, openBlocks } from '../recipients/blocks';
import { hasRecipients } from '../recipients/register-state';
import { messageByHand, type OutcomeEvent, outcomeEvents } from './hand-outcomes';
import { type FileOfPayment, type Pending, ReceiptMessageReader } from './receipt-message-reader';
import type { OutcomeRow } from './receipt-reads';
import type { ReceiptFate, ReceiptJudge } from './receipt-types';

/** What the messages of a bank, and what was reported by hand, make of a payment. */
export interface PaymentFate {
  readonly payment: PaymentRecord;
  readonly fate: ReceiptFate;
}

/** An outcome that is to be written, and the payment that it is of. */
interface Step {
  readonly payment: PaymentRecord;
  readonly fate: ReceiptFate;
  readonly rows: readonly Omit<OutcomeRow, 'undoes'>[];
  readonly undone: readonly OutcomeEvent[];
  /** Account that it was last sent to; empty where it is not known. */
  readonly account: string;
}

/** Works out the fate of payments from all that was said of them, whatever the order in which it came. */
export class FateReader {
  readonly #ledger: OpenLedger;
  readonly #messages: ReceiptMessageReader;
  readonly #judge: ReceiptJudge;

  constructor(ledger: OpenLedger, judge: ReceiptJudge, pending: Pending = {}) {
    this.#ledger = ledger;
    this.#messages = new ReceiptMessageReader(ledger, pending);
    this.#judge = judge;
  }

  fateOf(paymentKey: string): ReceiptFate {
    return this.#fate(paymentKey, outcomeEvents(this.#ledger, paymentKey), this.#messages.files(paymentKey));
  }

  #fate(paymentKey: string, events: readonly OutcomeEvent[], files: readonly FileOfPayment[]): ReceiptFate {
    const hand = messageByHand(paymentKey, events, files);
    const said = this.#messages.messages(paymentKey);
    const messages = hand === undefined ? said : [...said, hand];
    return this.#judge(
      messages,
      files.map(({ messageId }) => messageId),
    );
  }

  /** What has to be written so that the outcomes in force are those that are proven; no rows where they are. */
  step(paymentKey: string): Step {
    const payment = findPayment(this.#ledger, paymentKey);
    assert(payment !== undefined, `a receipt tells of ${paymentKey}, which was never ordered`);
    const events = outcomeEvents(this.#ledger, paymentKey);
    const files = this.#messages.files(paymentKey);
    const fate = this.#fate(paymentKey, events, files);
    const current = events.filter(({ inForce }) => inForce);
    let kept = 0;
    while (isSame(current[kept], fate.outcomes[kept])) kept += 1;
    const undone = current.slice(kept).reverse();
    let last = current[kept - 1]?.on ?? '';
    const rows = fate.outcomes.slice(kept).map(({ kind, on }) => {
      if (on > last) last = on;
      return { paymentKey, kind, on: last };
    });
    const account = files.at(-1)?.account ?? '';
    return { payment, fate, rows, undone, account };
  }
}

/** Fates of the payments of a posted batch, by recipient and group. */
export function paymentFates(ledger: OpenLedger, runId: string, judge: ReceiptJudge): PaymentFate[] {
  const { posting } = knownBatch(ledger, runId);
  const reader = new FateReader(ledger, judge);
  return paymentsOfPosting(ledger, posting).map((payment) => ({ payment, fate: reader.fateOf(payment.paymentKey) }));
}

/** What was reported by hand stands with its own day; what a message proves is written as it says. */
function isSame(known: OutcomeEvent | undefined, proven: ReceiptFate['outcomes'][number] | undefined): boolean {
  if (known === undefined || proven === undefined || known.kind !== proven.kind) return false;
  return known.isByHand || known.on === proven.on;
}

/** Outcomes that an act is about to write, with what they mean. */
export interface Settlement {
  readonly first: number;
  readonly rows: readonly OutcomeRow[];
  /** Number of payments whose outcome is another afterwards. */
  readonly payments: number;
  /** Number of payments of which it is not known what has become of them. */
  readonly unknown: number;
  /** Accounts that a bank has refused: each is confirmed anew before it is paid to again. */
  readonly blocked: readonly BlockedAccount[];
  /** Writes them and the movements that they make. */
  store(journal: number): void;
}

/**
 * Brings the outcomes of payments to what is proven of them. Nothing is written before store(): the act comes first.
 *
 * @param pending what the act changes in what was said, and its day
 */
export function settlement(
  ledger: OpenLedger,
  paymentKeys: readonly string[],
  judge: ReceiptJudge,
  { day, ...pending }: Pending & { readonly day: string },
): Settlement {
  const { db } = ledger;
  const reader = new FateReader(ledger, judge, pending);
  const all = [...paymentKeys].sort().map((key) => reader.step(key));
  // What became of the payments of an annulled batch stands as it was when it was annulled.
  const steps = all.filter(({ payment, rows, undone }) => !payment.annulled && rows.length + undone.length > 0);
  const first = Number(db.prepare('SELECT coalesce(max(outcome), 0) + 1 FROM payment_outcomes').get()?.[0]);
  const rows: OutcomeRow[] = steps.flatMap(({ payment: { paymentKey }, rows: rowsNow, undone }) => [
    ...undone.map(({ number }) => ({ paymentKey, kind: 'undone', on: day, undoes: number })),
    ...rowsNow.map((row) => ({ ...row, undoes: 0 })),
  ]);
  return {
    first,
    rows,
    payments: steps.length,
    unknown: all.filter(({ fate }) => fate.state === 'unknown').length,
    blocked: refusedAccounts(ledger, steps),
    store(journal) {
      const insert = db.prepare('INSERT INTO payment_outcomes VALUES (?, ?, ?, ?, ?, ?)');
      for (const [index, row] of rows.entries()) {
        insert.run(first + index, journal, row.paymentKey, row.kind, row.on, row.undoes);
      }
      const moved = steps.map(({ payment, rows: rowsNow, undone }) => ({
        payment,
        after: [...payment.outcomes.slice(0, payment.outcomes.length - undone.length), ...asOutcomes(rowsNow)],
      }));
      storeMovements(db, 0, journal, movementsBetween(moved));
      if (this.blocked.length > 0) insertBlocks(db, journal, this.blocked);
    },
  };
}

/** Accounts that are refused for a reason of their own and not blocked yet. */
function refusedAccounts(ledger: OpenLedger, steps: readonly Step[]): BlockedAccount[] {
  const known = hasRecipients(ledger) ? openBlocks(ledger.db) : [];
  const blocked = new Map<string, BlockedAccount>();
  for (const { payment, fate, account } of steps) {
    const { recipient: code, paymentKey } = payment;
    const isKnown = known.some((block) => block.recipient === code && block.account === account);
    if (!fate.blocksAccount || account === '' || isKnown) continue;
    const recipient = asRecipientCode(code);
    blocked.set(`${code} ${account}`, { recipient, account, cause: `${fate.codes.join(' ')} ${paymentKey}` });
  }
  return [...blocked.values()];
}

function asOutcomes(rows: Step['rows']): PaymentOutcome[] {
  return rows.map(({ kind, on }) => ({ number: 0, kind: nameIn(OUTCOME_KINDS, kind), on }));
}
