import { queryOf, type RowOf, rowsOf, text, whole } from '../columns';
import { PAYMENT_FILES } from '../payment-files/tables';
import type { OpenLedger } from '../posting-reads';
import { hasTables } from '../schema/table-sets';
import { FACT, type ReceiptFact, type ReceiptMessage } from './receipt-types';
import { RECEIPTS } from './tables';

/** A message with what it says; messages of one identity should say the same. */
const MESSAGE = { identity: text('identity'), content: text('content_hash') };
type Message = RowOf<typeof MESSAGE>;
const SAID = { ...FACT, ...MESSAGE };

/** What an act is about to change in what was said: the judgement comes first, the rows after it. */
export interface Pending {
  /** A reading that comes to it. */
  readonly added?: Message & { readonly facts: readonly ReceiptFact[] };
  /** What counts no more: for one payment, or for all where the key is empty. */
  readonly withdrawn?: Message & { readonly paymentKey: string };
}

/** A file that a payment stands in, with the act that began it and the account that it names. */
const FILE = { messageId: text('f.message_id'), journal: whole('f.journal'), account: text('p.account') };
export type FileOfPayment = RowOf<typeof FILE>;

const keyOf = ({ identity, content }: Message): string => `${identity} ${content}`;

/** Finds what messages say of payments, and the files that these stand in. */
export class ReceiptMessageReader {
  readonly #facts;
  readonly #files;
  readonly #added: ReadonlyMap<string, ReceiptFact[]>;
  readonly #pending: Pending;
  readonly #doubled: readonly Message[];
  /** What was withdrawn: message and payment, the latter empty for all. */
  readonly #withdrawn: ReadonlySet<string>;

  constructor(ledger: OpenLedger, pending: Pending = {}) {
    const { db } = ledger;
    const has = hasTables(ledger, RECEIPTS);
    this.#pending = pending;
    this.#facts = has
      ? queryOf(db, SAID, 'FROM receipt_facts_in_force WHERE payment_key = ? ORDER BY receipt, fact')
      : undefined;
    this.#files = hasTables(ledger, PAYMENT_FILES)
      ? queryOf(
          db,
          FILE,
          `FROM payment_file_payments AS p JOIN payment_files_in_force AS f USING (file)
           WHERE p.payment_key = ? ORDER BY f.file`,
        )
      : undefined;
    const withdrawn = has ? db.prepare('SELECT identity, content_hash, payment_key FROM receipt_withdrawn').all() : [];
    this.#withdrawn = new Set([
      ...withdrawn.map((row) => row.join(' ')),
      ...(pending.withdrawn ? [`${keyOf(pending.withdrawn)} ${pending.withdrawn.paymentKey}`] : []),
    ]);
    const added = new Map<string, ReceiptFact[]>();
    for (const fact of pending.added?.facts ?? []) {
      added.set(fact.paymentKey, [...(added.get(fact.paymentKey) ?? []), fact]);
    }
    this.#added = added;
    this.#doubled = this.#doubledOf(has ? messagesOf(ledger) : []);
  }

  /** What each message in force says of a payment. A message that has two contents says nothing where one of them does. */
  messages(paymentKey: string): ReceiptMessage[] {
    const own = new Map<string, Message & { facts: ReceiptFact[] }>();
    const tell = (message: Message, fact: ReceiptFact): void => {
      const key = keyOf(message);
      const whole = own.get(key) ?? { identity: message.identity, content: message.content, facts: [] };
      own.set(key, whole);
      whole.facts.push(fact);
    };
    for (const { identity, content, ...fact } of this.#facts?.(paymentKey) ?? []) {
      if (this.#counts({ identity, content }, paymentKey)) tell({ identity, content }, fact);
    }
    const { added } = this.#pending;
    if (added && !own.has(keyOf(added)) && this.#counts(added, paymentKey)) {
      for (const fact of this.#added.get(paymentKey) ?? []) tell(added, fact);
    }
    const silent = this.#doubled
      .filter((message) => !own.has(keyOf(message)) && this.#counts(message, paymentKey))
      .map(({ identity, content }) => ({ identity, content, facts: [] }));
    return [...silent, ...own.values()];
  }

  /** The files that a payment stands in, the oldest first. */
  files(paymentKey: string): FileOfPayment[] {
    return this.#files?.(paymentKey) ?? [];
  }

  #counts(message: Message, paymentKey: string): boolean {
    const key = keyOf(message);
    return !this.#withdrawn.has(`${key} `) && !this.#withdrawn.has(`${key} ${paymentKey}`);
  }

  /** Messages in force that have come with two contents under one identity. */
  #doubledOf(stored: readonly Message[]): Message[] {
    const { added } = this.#pending;
    const all = [...stored, ...(added === undefined ? [] : [added])].filter((message) => this.#counts(message, ''));
    const byIdentity = new Map<string, Map<string, Message>>();
    for (const message of all) {
      const versions = byIdentity.get(message.identity) ?? new Map<string, Message>();
      byIdentity.set(message.identity, versions.set(message.content, message));
    }
    return [...byIdentity.values()].flatMap((versions) => (versions.size > 1 ? [...versions.values()] : []));
  }
}

function messagesOf({ db }: OpenLedger): Message[] {
  return rowsOf(db, MESSAGE, 'FROM (SELECT DISTINCT identity, content_hash FROM receipt_readings) ORDER BY 1, 2');
}
