import { SAFE } from './column-checks';

/** Content of drafts. Person ids stand here in the clear, so these rows go when the draft ends. */
export const DRAFT_TABLES: readonly string[] = [
  `CREATE TABLE draft_lines (
  batch INTEGER NOT NULL,
  block INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (batch, block)
) STRICT`,
  `CREATE TABLE draft_payouts (
  batch INTEGER NOT NULL,
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  netting_group INTEGER NOT NULL REFERENCES netting_groups,
  lines_total INTEGER NOT NULL CHECK (lines_total ${SAFE}),
  carried_in INTEGER NOT NULL CHECK (carried_in <= 0),
  paid INTEGER NOT NULL CHECK (paid = max(0, lines_total + carried_in)),
  carried_out INTEGER NOT NULL CHECK (carried_out = min(0, lines_total + carried_in)),
  payment_key TEXT NOT NULL CHECK ((payment_key = '') = (paid = 0)),
  PRIMARY KEY (batch, recipient, netting_group)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE draft_balances (
  batch INTEGER NOT NULL,
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  netting_group INTEGER NOT NULL REFERENCES netting_groups,
  balance INTEGER NOT NULL CHECK (balance < 0),
  PRIMARY KEY (batch, recipient, netting_group)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE draft_held (
  batch INTEGER NOT NULL,
  row INTEGER NOT NULL,
  grant_year INTEGER NOT NULL,
  component INTEGER NOT NULL REFERENCES components,
  person INTEGER NOT NULL CHECK (person >= 0),
  reason TEXT NOT NULL,
  annual_amount INTEGER,
  held_amount INTEGER,
  PRIMARY KEY (batch, row)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE draft_coverage (
  batch INTEGER NOT NULL,
  grant_year INTEGER NOT NULL,
  component INTEGER NOT NULL REFERENCES components,
  module TEXT NOT NULL,
  PRIMARY KEY (batch, grant_year, component)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE draft_identities (
  batch INTEGER NOT NULL,
  old_person INTEGER NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY (batch, old_person)
) STRICT, WITHOUT ROWID`,
];
