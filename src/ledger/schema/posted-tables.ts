import { hashColumn, SAFE } from './column-checks';

/** What has been posted. */
export const POSTED_TABLES: readonly string[] = [
  `CREATE TABLE posting_chain (
  posting INTEGER PRIMARY KEY CHECK (posting > 0),
  batch INTEGER NOT NULL UNIQUE REFERENCES batches,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  kind TEXT NOT NULL REFERENCES batch_kinds,
  grant_year INTEGER NOT NULL,
  term INTEGER NOT NULL,
  supplement INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  annuls INTEGER NOT NULL CHECK (annuls >= 0 AND (annuls > 0) = (kind = 'annulment')),
  lines INTEGER NOT NULL CHECK (lines >= 0),
  persons_before INTEGER NOT NULL CHECK (persons_before >= 0),
  persons_new INTEGER NOT NULL CHECK (persons_new >= 0),
  ${hashColumn('persons_hash')},
  format INTEGER NOT NULL CHECK (format > 0),
  ${hashColumn('previous_head')},
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
  kind INTEGER NOT NULL REFERENCES posting_kinds,
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
  PRIMARY KEY (person, grant_year, component, basis_recipient, posting, kind, case_number)
) STRICT, WITHOUT ROWID`,
  `CREATE INDEX postings_line ON postings (posting, line, amount)`,
  `CREATE UNIQUE INDEX postings_reverses ON postings (reverses) WHERE reverses > 0`,
  `CREATE TABLE movements (
  journal INTEGER NOT NULL,
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  netting_group INTEGER NOT NULL,
  from_place TEXT NOT NULL REFERENCES places,
  to_place TEXT NOT NULL REFERENCES places,
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9007199254740991),
  posting INTEGER NOT NULL CHECK (posting >= 0),
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
