import { hashColumn, SAFE } from './table-rules';

/** What every file holds, and the acts. */
export const ACT_TABLES: readonly string[] = [
  `CREATE TABLE ledger (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1))
) STRICT`,
  `CREATE TABLE netting_groups (netting_group INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT`,
  `CREATE TABLE components (
  component INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  netting_group INTEGER NOT NULL REFERENCES netting_groups
) STRICT`,
  `CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  act TEXT NOT NULL REFERENCES act_kinds DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  account TEXT NOT NULL,
  ledger TEXT NOT NULL,
  reason TEXT NOT NULL,
  build TEXT NOT NULL,
  format INTEGER NOT NULL CHECK (format > 0),
  body TEXT NOT NULL,
  ${hashColumn('previous_hash')},
  ${hashColumn('hash')}
) STRICT`,
  `CREATE TABLE batches (
  batch INTEGER PRIMARY KEY CHECK (batch > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  run_id TEXT NOT NULL CHECK (length(run_id) > 0),
  kind TEXT NOT NULL REFERENCES batch_kinds,
  grant_year INTEGER NOT NULL CHECK (grant_year >= 0),
  term INTEGER NOT NULL CHECK (term BETWEEN 0 AND 4),
  supplement INTEGER NOT NULL CHECK (supplement >= 0),
  as_of TEXT NOT NULL,
  annuls INTEGER NOT NULL CHECK (annuls >= 0),
  actor TEXT NOT NULL,
  actor_key TEXT NOT NULL CHECK (length(actor_key) > 0),
  ${hashColumn('posting_head')},
  ${hashColumn('manifest_hash')},
  snapshot TEXT NOT NULL,
  run_folder TEXT NOT NULL,
  rule_lock_hash TEXT NOT NULL,
  parameters_hash TEXT NOT NULL,
  accepted TEXT NOT NULL,
  assumptions TEXT NOT NULL,
  blockers TEXT NOT NULL,
  lines INTEGER NOT NULL CHECK (lines >= 0),
  lines_total INTEGER NOT NULL CHECK (lines_total ${SAFE}),
  payments INTEGER NOT NULL CHECK (payments >= 0),
  paid INTEGER NOT NULL CHECK (paid BETWEEN 0 AND 9007199254740991),
  corrections INTEGER NOT NULL CHECK (corrections BETWEEN -9007199254740991 AND 0),
  persons_corrected INTEGER NOT NULL CHECK (persons_corrected >= 0),
  held INTEGER NOT NULL CHECK (held ${SAFE}),
  withheld INTEGER NOT NULL CHECK (withheld ${SAFE}),
  ${hashColumn('lines_hash')},
  ${hashColumn('payouts_hash')},
  ${hashColumn('held_hash')},
  ${hashColumn('coverage_hash')},
  ${hashColumn('identities_hash')},
  facts TEXT NOT NULL
) STRICT`,
  `CREATE TABLE batch_ends (
  batch INTEGER PRIMARY KEY REFERENCES batches,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  kind TEXT NOT NULL REFERENCES batch_end_kinds,
  superseded_by TEXT NOT NULL
) STRICT`,
  `CREATE TABLE approvals (
  batch INTEGER NOT NULL REFERENCES batches,
  role TEXT NOT NULL CHECK (length(role) > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  actor TEXT NOT NULL,
  actor_key TEXT NOT NULL CHECK (length(actor_key) > 0),
  ${hashColumn('manifest_hash')},
  payments INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  corrections INTEGER NOT NULL,
  persons_corrected INTEGER NOT NULL,
  held INTEGER NOT NULL,
  PRIMARY KEY (batch, role),
  UNIQUE (batch, actor_key)
) STRICT, WITHOUT ROWID`,
];

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
