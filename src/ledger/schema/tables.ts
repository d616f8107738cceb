import { BATCH_END_KINDS, BATCH_KINDS, JOURNAL_ACTS, PLACES } from '../codes';

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
/** An amount in whole kroner that JavaScript can hold exactly. */
const SAFE = 'BETWEEN -9007199254740991 AND 9007199254740991';
const HASH = (column: string): string => `${column} TEXT NOT NULL CHECK (length(${column}) = 64)`;

/** What every file holds, and the acts. */
const ACTS: readonly string[] = [
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
  `CREATE TABLE posting_kinds (kind INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT`,
  `CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  act TEXT NOT NULL CHECK (act IN (${list(JOURNAL_ACTS)})),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  build TEXT NOT NULL,
  format INTEGER NOT NULL CHECK (format > 0),
  body TEXT NOT NULL,
  ${HASH('previous_hash')},
  ${HASH('hash')}
) STRICT`,
  `CREATE TABLE batches (
  batch INTEGER PRIMARY KEY CHECK (batch > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  run_id TEXT NOT NULL CHECK (length(run_id) > 0),
  kind TEXT NOT NULL CHECK (kind IN (${list(BATCH_KINDS)})),
  grant_year INTEGER NOT NULL CHECK (grant_year >= 0),
  term INTEGER NOT NULL CHECK (term BETWEEN 0 AND 4),
  supplement INTEGER NOT NULL CHECK (supplement >= 0),
  as_of TEXT NOT NULL,
  annuls INTEGER NOT NULL CHECK (annuls >= 0),
  actor TEXT NOT NULL,
  actor_key TEXT NOT NULL CHECK (length(actor_key) > 0),
  ${HASH('posting_head')},
  ${HASH('manifest_hash')},
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
  ${HASH('lines_hash')},
  ${HASH('payouts_hash')},
  ${HASH('held_hash')},
  ${HASH('coverage_hash')},
  ${HASH('identities_hash')}
) STRICT`,
  `CREATE TABLE batch_ends (
  batch INTEGER PRIMARY KEY REFERENCES batches,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  kind TEXT NOT NULL CHECK (kind IN (${list(BATCH_END_KINDS)})),
  superseded_by TEXT NOT NULL
) STRICT`,
  `CREATE TABLE approvals (
  batch INTEGER NOT NULL REFERENCES batches,
  role TEXT NOT NULL CHECK (length(role) > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  actor TEXT NOT NULL,
  actor_key TEXT NOT NULL CHECK (length(actor_key) > 0),
  ${HASH('manifest_hash')},
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
const DRAFTS: readonly string[] = [
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

/** What has been posted. */
const POSTED: readonly string[] = [
  `CREATE TABLE posting_chain (
  posting INTEGER PRIMARY KEY CHECK (posting > 0),
  batch INTEGER NOT NULL UNIQUE REFERENCES batches,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  kind TEXT NOT NULL CHECK (kind IN (${list(BATCH_KINDS)})),
  grant_year INTEGER NOT NULL,
  term INTEGER NOT NULL,
  supplement INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  annuls INTEGER NOT NULL CHECK (annuls >= 0 AND (annuls > 0) = (kind = 'annulment')),
  lines INTEGER NOT NULL CHECK (lines >= 0),
  persons_before INTEGER NOT NULL CHECK (persons_before >= 0),
  persons_new INTEGER NOT NULL CHECK (persons_new >= 0),
  ${HASH('persons_hash')},
  format INTEGER NOT NULL CHECK (format > 0),
  ${HASH('previous_head')},
  head TEXT NOT NULL UNIQUE CHECK (length(head) = 64)
) STRICT`,
  `CREATE UNIQUE INDEX posting_chain_term ON posting_chain (grant_year, term, supplement) WHERE kind <> 'annulment'`,
  `CREATE UNIQUE INDEX posting_chain_annuls ON posting_chain (annuls) WHERE annuls > 0`,
  `CREATE TABLE posting_text (
  posting INTEGER NOT NULL,
  block INTEGER NOT NULL CHECK (block >= 0),
  text TEXT NOT NULL,
  PRIMARY KEY (posting, block)
) STRICT`,
  `CREATE TABLE postings (
  posting INTEGER NOT NULL CHECK (posting > 0),
  line INTEGER NOT NULL CHECK (line BETWEEN 1 AND 4294967295),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  grant_year INTEGER NOT NULL,
  component INTEGER NOT NULL,
  person INTEGER NOT NULL CHECK (person >= 0),
  basis_recipient INTEGER NOT NULL CHECK (basis_recipient > 0),
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  netting_group INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount ${SAFE} AND (amount <> 0 OR kind IN (4, 6))),
  code TEXT NOT NULL,
  annual_amount INTEGER CHECK (annual_amount >= 0),
  reverses INTEGER NOT NULL CHECK (reverses >= 0 AND (reverses > 0) = (kind = 6)),
  case_number INTEGER NOT NULL CHECK (case_number >= 0),
  PRIMARY KEY (person, grant_year, component, basis_recipient, posting, kind)
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX postings_line ON postings (posting, line, amount)`,
  `CREATE UNIQUE INDEX postings_reverses ON postings (reverses) WHERE reverses > 0`,
  `CREATE TABLE movements (
  journal INTEGER NOT NULL,
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  netting_group INTEGER NOT NULL,
  from_place TEXT NOT NULL CHECK (from_place IN (${list(PLACES)})),
  to_place TEXT NOT NULL CHECK (to_place IN (${list(PLACES)})),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9007199254740991),
  posting INTEGER NOT NULL CHECK (posting > 0 OR (posting = 0 AND from_place <> 'carried' AND to_place <> 'carried')),
  case_number INTEGER NOT NULL CHECK (case_number >= 0),
  CHECK (from_place <> to_place),
  PRIMARY KEY (journal, recipient, netting_group, from_place, to_place, case_number)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE payments (
  payment_key TEXT PRIMARY KEY CHECK (length(payment_key) BETWEEN 1 AND 35),
  posting INTEGER NOT NULL,
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  netting_group INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9007199254740991)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE coverage (
  posting INTEGER NOT NULL,
  grant_year INTEGER NOT NULL,
  component INTEGER NOT NULL,
  module TEXT NOT NULL,
  PRIMARY KEY (posting, grant_year, component)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE control_totals (
  posting INTEGER NOT NULL,
  grant_year INTEGER NOT NULL,
  component INTEGER NOT NULL,
  netting_group INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  lines INTEGER NOT NULL CHECK (lines > 0),
  total INTEGER NOT NULL CHECK (total ${SAFE}),
  absolute_total INTEGER NOT NULL CHECK (absolute_total BETWEEN 0 AND 9007199254740991),
  PRIMARY KEY (posting, grant_year, component, netting_group, kind)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE persons (
  person INTEGER PRIMARY KEY CHECK (person > 0),
  duf INTEGER NOT NULL UNIQUE CHECK (duf BETWEEN 1 AND 999999999999)
) STRICT`,
];

/** Tables and indexes of a ledger, as SQLite keeps their text. */
export const TABLES: readonly string[] = [...ACTS, ...DRAFTS, ...POSTED];
