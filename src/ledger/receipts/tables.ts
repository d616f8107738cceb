import type { TableSet } from '../schema/kinds';
import { hashColumn, insertRules, neverTouched, notOf } from '../schema/table-rules';

/** Name of the set of tables. */
export const RECEIPTS = 'receipts';

/** Acts by which outcomes of payments are written. */
export const OUTCOME_ACTS = ['outcome', 'receipt', 'withdraw-receipt'] as const;

const TABLES: readonly string[] = [
  `CREATE TABLE receipts (
  receipt INTEGER PRIMARY KEY CHECK (receipt > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  name TEXT NOT NULL CHECK (length(name) > 0),
  ${hashColumn('hash')} UNIQUE,
  size INTEGER NOT NULL CHECK (size >= 0),
  content BLOB NOT NULL
) STRICT`,
  `CREATE TABLE receipt_readings (
  receipt INTEGER PRIMARY KEY REFERENCES receipts,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  message_id TEXT NOT NULL,
  identity TEXT NOT NULL CHECK (length(identity) > 0),
  ${hashColumn('content_hash')},
  problems TEXT NOT NULL,
  facts INTEGER NOT NULL CHECK (facts >= 0),
  ${hashColumn('facts_hash')},
  first_outcome INTEGER NOT NULL CHECK (first_outcome > 0),
  outcomes INTEGER NOT NULL CHECK (outcomes >= 0)
) STRICT`,
  'CREATE INDEX receipt_readings_identity ON receipt_readings (identity)',
  `CREATE TABLE receipt_facts (
  receipt INTEGER NOT NULL REFERENCES receipts,
  fact INTEGER NOT NULL CHECK (fact > 0),
  payment_key TEXT NOT NULL REFERENCES payments,
  order_id TEXT NOT NULL,
  meaning TEXT NOT NULL CHECK (length(meaning) > 0),
  at TEXT NOT NULL,
  status TEXT NOT NULL,
  codes TEXT NOT NULL,
  texts TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  booking TEXT NOT NULL,
  PRIMARY KEY (receipt, fact)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX receipt_facts_payment ON receipt_facts (payment_key)',
  `CREATE TABLE receipt_withdrawals (
  withdrawal INTEGER PRIMARY KEY CHECK (withdrawal > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  receipt INTEGER NOT NULL REFERENCES receipt_readings,
  payment_key TEXT NOT NULL,
  actor_key TEXT NOT NULL CHECK (length(actor_key) > 0)
) STRICT`,
  `CREATE TABLE receipt_withdrawals_confirmed (
  withdrawal INTEGER PRIMARY KEY REFERENCES receipt_withdrawals,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  actor_key TEXT NOT NULL CHECK (length(actor_key) > 0),
  first_outcome INTEGER NOT NULL CHECK (first_outcome > 0),
  outcomes INTEGER NOT NULL CHECK (outcomes >= 0)
) STRICT`,
];

/** What counts: what a message says that has been withdrawn counts no more, however often it was brought. */
const VIEWS: readonly string[] = [
  `CREATE VIEW receipt_withdrawn AS
SELECT r.identity, r.content_hash, w.payment_key FROM receipt_withdrawals AS w JOIN receipt_withdrawals_confirmed USING (withdrawal)
JOIN receipt_readings AS r USING (receipt)`,
  `CREATE VIEW receipt_facts_in_force AS
SELECT f.receipt, f.fact, f.payment_key, f.order_id, f.meaning, f.at, f.status, f.codes, f.texts, f.kind, f.booking,
  r.identity, r.content_hash
FROM receipt_facts AS f JOIN receipt_readings AS r USING (receipt)
WHERE NOT EXISTS (SELECT 1 FROM receipt_withdrawn AS w WHERE w.identity = r.identity AND w.content_hash = r.content_hash
  AND w.payment_key IN ('', f.payment_key))`,
];

const ALL = [
  'receipts',
  'receipt_readings',
  'receipt_facts',
  'receipt_withdrawals',
  'receipt_withdrawals_confirmed',
] as const;

const LAST_ACT = `(SELECT max(sequence) FROM journal WHERE act IN (${OUTCOME_ACTS.map((act) => `'${act}'`).join(', ')}))`;

const GUARDS: readonly string[] = [
  ...ALL.flatMap(neverTouched),
  ...insertRules({
    'receipts.by_an_act: the row does not follow the last one, or the file is kept already': `${notOf('receive-receipt')} OR NEW.receipt <> (SELECT coalesce(max(receipt), 0) + 1 FROM receipts) OR EXISTS (SELECT 1 FROM receipts WHERE hash = NEW.hash)`,
    'receipt_readings.by_an_act: the row belongs to no act, or exists': `${notOf('receipt')} OR EXISTS (SELECT 1 FROM receipt_readings WHERE receipt = NEW.receipt)`,
    'receipt_facts.of_the_last_reading: the reading is sealed': `(SELECT journal FROM receipt_readings WHERE receipt = NEW.receipt) IS NOT (SELECT max(sequence) FROM journal)
  OR NEW.fact <> (SELECT coalesce(max(fact), 0) + 1 FROM receipt_facts WHERE receipt = NEW.receipt)`,
    'receipt_withdrawals.by_an_act: the row does not follow the last one': `${notOf('propose-receipt-withdrawal')} OR NEW.withdrawal <> (SELECT coalesce(max(withdrawal), 0) + 1 FROM receipt_withdrawals)`,
    'receipt_withdrawals_confirmed.by_another: the row belongs to no act or exists, or it is the same person': `${notOf('withdraw-receipt')} OR EXISTS (SELECT 1 FROM receipt_withdrawals_confirmed WHERE withdrawal = NEW.withdrawal)
  OR (SELECT actor_key FROM receipt_withdrawals WHERE withdrawal = NEW.withdrawal) IS NEW.actor_key`,
    // Outcomes came by hand alone before.
    'payment_outcomes.in_order: the row does not follow the last one': `NEW.outcome <> (SELECT coalesce(max(outcome), 0) + 1 FROM payment_outcomes) OR NEW.journal IS NOT ${LAST_ACT} OR NEW.journal <> (SELECT max(sequence) FROM journal)`,
  }),
];

/** Receipts, first version. */
export const RECEIPTS_1: TableSet = {
  name: RECEIPTS,
  version: 1,
  statements: [...TABLES, ...VIEWS, ...GUARDS],
  kinds: {
    act_kinds: [
      ['receive-receipt', 0],
      ['receipt', 1],
      ['propose-receipt-withdrawal', 0],
      ['withdraw-receipt', 1],
    ],
  },
};
