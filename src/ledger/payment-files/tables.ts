import type { TableSet } from '../schema/kinds';
import { DAY, hashColumn, insertRules, neverTouched, notOf } from '../schema/table-rules';

/** Name of the set of tables. */
export const PAYMENT_FILES = 'payment-files';

/** Files of payments, the payments in each, and how far each file has come. */
const TABLES: readonly string[] = [
  `CREATE TABLE payment_files (
  file INTEGER PRIMARY KEY CHECK (file > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  posting INTEGER NOT NULL REFERENCES posting_chain,
  number INTEGER NOT NULL CHECK (number > 0),
  channel TEXT NOT NULL CHECK (length(channel) > 0),
  format TEXT NOT NULL CHECK (length(format) > 0),
  message_id TEXT NOT NULL UNIQUE CHECK (length(message_id) BETWEEN 1 AND 35),
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  debtor_account TEXT NOT NULL CHECK (length(debtor_account) IN (0, 11)),
  execution_date TEXT NOT NULL CHECK (execution_date ${DAY}),
  created_at TEXT NOT NULL CHECK (length(created_at) > 0),
  payments INTEGER NOT NULL CHECK (payments > 0),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9007199254740991),
  ${hashColumn('hash')},
  settings TEXT NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (posting, number)
) STRICT`,
  `CREATE TABLE payment_file_payments (
  file INTEGER NOT NULL REFERENCES payment_files,
  payment_key TEXT NOT NULL REFERENCES payments,
  instruction_id TEXT NOT NULL CHECK (length(instruction_id) BETWEEN 1 AND 35),
  payment_info_id TEXT NOT NULL CHECK (length(payment_info_id) <= 35),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9007199254740991),
  account TEXT NOT NULL CHECK (length(account) = 11),
  name TEXT NOT NULL CHECK (length(name) > 0),
  PRIMARY KEY (payment_key, file)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX payment_file_payments_file ON payment_file_payments (file, payment_key)',
  `CREATE TABLE payment_file_makings (
  file INTEGER PRIMARY KEY REFERENCES payment_files,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal
) STRICT`,
  `CREATE TABLE payment_file_handovers (
  journal INTEGER PRIMARY KEY REFERENCES journal,
  file INTEGER NOT NULL REFERENCES payment_files,
  on_date TEXT NOT NULL CHECK (on_date ${DAY}),
  reference TEXT NOT NULL CHECK (length(reference) > 0)
) STRICT`,
  'CREATE UNIQUE INDEX payment_file_handovers_once ON payment_file_handovers (file, reference)',
  `CREATE TABLE payment_file_discards (
  file INTEGER PRIMARY KEY REFERENCES payment_files,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal
) STRICT`,
];

/** Files that count: those that were not discarded. */
const VIEWS: readonly string[] = [
  `CREATE VIEW payment_files_in_force AS
SELECT * FROM payment_files AS f WHERE NOT EXISTS (SELECT 1 FROM payment_file_discards AS d WHERE d.file = f.file)`,
];

const ALL = [
  'payment_files',
  'payment_file_payments',
  'payment_file_makings',
  'payment_file_handovers',
  'payment_file_discards',
] as const;

/** The last outcome of a payment that stands is a refusal told after it came into that file. */
const REFUSED_SINCE = `EXISTS (SELECT 1 FROM payment_outcomes_in_force AS o WHERE o.payment_key = NEW.payment_key AND o.kind = 'refused'
  AND o.journal > f.journal AND o.outcome = (SELECT max(outcome) FROM payment_outcomes_in_force WHERE payment_key = NEW.payment_key))`;

/**
 * A payment stands in one file; in a second one only where the first was discarded or the payment refused since. The view
 * leaves out what was discarded.
 */
const TWICE = `EXISTS (SELECT 1 FROM payment_file_payments AS p JOIN payment_files_in_force AS f USING (file)
  WHERE p.payment_key = NEW.payment_key AND NOT ${REFUSED_SINCE})`;

const GUARDS: readonly string[] = [
  ...ALL.flatMap(neverTouched),
  ...insertRules({
    'payment_files.by_an_act: the row does not follow the last one': `${notOf('write-file')} OR NEW.file <> (SELECT coalesce(max(file), 0) + 1 FROM payment_files)`,
    'payment_files.one_channel: the batch goes by another channel':
      'EXISTS (SELECT 1 FROM payment_files_in_force WHERE posting = NEW.posting AND channel <> NEW.channel)',
    'payment_files.of_counting_batches: the batch has been annulled':
      'EXISTS (SELECT 1 FROM posting_chain WHERE annuls = NEW.posting)',
    'payment_files.never_doubled: the row exists':
      'EXISTS (SELECT 1 FROM payment_files WHERE message_id = NEW.message_id OR name = NEW.name OR (posting = NEW.posting AND number = NEW.number))',
    'payment_file_payments.sealed: the file is sealed': `NEW.file <> (SELECT coalesce(max(file), 0) FROM payment_files) OR (SELECT max(sequence) FROM journal) <> (SELECT journal FROM payment_files WHERE file = NEW.file)
  OR EXISTS (SELECT 1 FROM payment_file_payments WHERE file = NEW.file AND payment_key = NEW.payment_key)`,
    'payment_file_payments.as_ordered: the payment is not one of the batch, or of another amount': `NOT EXISTS (SELECT 1 FROM payments AS p JOIN payment_files AS f USING (posting)
  WHERE p.payment_key = NEW.payment_key AND p.amount = NEW.amount AND f.file = NEW.file)`,
    'payment_file_payments.once: the payment stands in another file': TWICE,
    'payment_file_makings.by_an_act: the row belongs to no act, or exists': `${notOf('file-made')} OR EXISTS (SELECT 1 FROM payment_file_makings WHERE file = NEW.file)`,
    'payment_file_handovers.by_an_act: the row belongs to no act, or exists': `${notOf('hand-over')} OR EXISTS (SELECT 1 FROM payment_file_handovers WHERE file = NEW.file AND reference = NEW.reference)`,
    'payment_file_handovers.of_made_files: the file was not made, or was discarded': `NOT EXISTS (SELECT 1 FROM payment_file_makings WHERE file = NEW.file)
  OR EXISTS (SELECT 1 FROM payment_file_discards WHERE file = NEW.file)`,
    'payment_file_discards.by_an_act: the row belongs to no act or exists, or the file was handed over': `${notOf('discard-file')} OR EXISTS (SELECT 1 FROM payment_file_discards WHERE file = NEW.file)
  OR EXISTS (SELECT 1 FROM payment_file_handovers WHERE file = NEW.file)`,
    'posting_chain.annuls_nothing_in_a_file: payments of the batch stand in a file': `NEW.annuls > 0 AND EXISTS (SELECT 1 FROM payment_file_payments AS p JOIN payment_files_in_force AS f USING (file)
  WHERE f.posting = NEW.annuls AND NOT EXISTS (SELECT 1 FROM payment_outcomes_in_force AS o WHERE o.payment_key = p.payment_key
    AND o.kind = 'refused' AND o.outcome = (SELECT max(outcome) FROM payment_outcomes_in_force AS l WHERE l.payment_key = p.payment_key)))`,
  }),
];

/** Files of payments, first version. */
export const PAYMENT_FILES_1: TableSet = {
  name: PAYMENT_FILES,
  version: 1,
  statements: [...TABLES, ...VIEWS, ...GUARDS],
  kinds: {
    act_kinds: [
      ['write-file', 0],
      ['file-made', 0],
      ['hand-over', 0],
      ['discard-file', 0],
    ],
  },
};
