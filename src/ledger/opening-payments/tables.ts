import type { TableSet } from '../schema/kinds';
import { insertRules, neverTouched } from '../schema/table-rules';

/** Name of the set of tables. */
export const OPENING_PAYMENTS = 'opening-payments';

const NOT_OF_LAST_ACT =
  "NEW.journal IS NOT (SELECT max(sequence) FROM journal) OR (SELECT act FROM journal WHERE sequence = NEW.journal) <> 'take-over-payments'";

/** What an earlier system paid, with its days: told with an opening batch, and counting once that is posted. */
export const OPENING_PAYMENTS_1: TableSet = {
  name: OPENING_PAYMENTS,
  version: 1,
  statements: [
    `CREATE TABLE opening_payment_files (
  journal INTEGER PRIMARY KEY REFERENCES journal,
  batch INTEGER NOT NULL UNIQUE REFERENCES batches
) STRICT`,
    `CREATE TABLE opening_payments (
  payment INTEGER PRIMARY KEY CHECK (payment > 0),
  journal INTEGER NOT NULL REFERENCES opening_payment_files,
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  netting_group INTEGER NOT NULL REFERENCES netting_groups,
  grant_year INTEGER NOT NULL CHECK (grant_year > 0),
  amount INTEGER NOT NULL CHECK (amount <> 0 AND abs(amount) <= 9007199254740991)
) STRICT`,
    ...neverTouched('opening_payment_files'),
    ...neverTouched('opening_payments'),
    ...insertRules({
      'opening_payment_files.of_an_act: the row belongs to no act': NOT_OF_LAST_ACT,
      'opening_payments.in_order: the row does not follow the last one': `NEW.payment <> (SELECT coalesce(max(payment), 0) + 1 FROM opening_payments) OR ${NOT_OF_LAST_ACT}`,
    }),
  ],
  kinds: { act_kinds: [['take-over-payments', 0]] },
};
