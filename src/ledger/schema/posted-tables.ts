import { hashColumn, insertRules, neverTouched, SAFE } from './table-rules';

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

/**
 * Views. Everything that decides an amount reads through `posted_and_not_annulled`: a batch counts as of posting n when
 * `posting <= n AND annulled_by > n`. Annulments and what they annul count for nothing.
 */
export const VIEWS: readonly string[] = [
  `CREATE VIEW posted_and_not_annulled AS
SELECT c.posting, c.batch, c.kind, c.grant_year, c.term, c.supplement, c.as_of, c.head,
  coalesce((SELECT a.posting FROM posting_chain AS a WHERE a.annuls = c.posting), 9007199254740991) AS annulled_by
FROM posting_chain AS c WHERE c.kind <> 'annulment'`,
  `CREATE VIEW posting_list AS
SELECT b.run_id, p.posting, p.line, k.name AS kind, p.grant_year, c.name AS component, p.person,
  CASE p.basis_recipient % 10 WHEN 1 THEN printf('%04d', p.basis_recipient / 10) ELSE printf('%02d', p.basis_recipient / 1000) END AS basis_recipient,
  CASE p.recipient % 10 WHEN 1 THEN printf('%04d', p.recipient / 10) ELSE printf('%02d', p.recipient / 1000) END AS recipient,
  g.name AS netting_group, p.amount, p.code, p.annual_amount
FROM postings AS p JOIN posting_chain AS h USING (posting) JOIN batches AS b USING (batch)
JOIN posting_kinds AS k ON k.kind = p.kind JOIN components AS c ON c.component = p.component
JOIN netting_groups AS g ON g.netting_group = p.netting_group`,
  `CREATE VIEW carried_balances AS
SELECT CASE m.recipient % 10 WHEN 1 THEN printf('%04d', m.recipient / 10) ELSE printf('%02d', m.recipient / 1000) END AS recipient,
  g.name AS netting_group,
  sum(CASE 'carried' WHEN m.to_place THEN m.amount WHEN m.from_place THEN -m.amount ELSE 0 END) AS balance
FROM movements AS m JOIN posted_and_not_annulled AS h ON h.posting = m.posting AND h.annulled_by = 9007199254740991
JOIN netting_groups AS g ON g.netting_group = m.netting_group
GROUP BY m.recipient, m.netting_group HAVING balance <> 0`,
];

/** What has been deleted on purpose, and by which act: numbers and names only, nothing of what it was. */
export const RETENTION_TABLES: readonly string[] = [
  `CREATE TABLE forgettings (
  journal INTEGER PRIMARY KEY REFERENCES journal,
  last_grant_year INTEGER NOT NULL CHECK (last_grant_year > 0),
  persons INTEGER NOT NULL CHECK (persons > 0),
  left_hash TEXT NOT NULL CHECK (length(left_hash) IN (0, 64))
) STRICT`,
  `CREATE TABLE prunings (
  snapshot TEXT NOT NULL CHECK (length(snapshot) > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  used INTEGER NOT NULL CHECK (used IN (0, 1)),
  PRIMARY KEY (snapshot, journal)
) STRICT, WITHOUT ROWID`,
];

/** Triggers by which the file keeps what is known of deletions. */
export const RETENTION_GUARDS: readonly string[] = ['forgettings', 'prunings'].flatMap((table) => [
  ...neverTouched(table),
  ...insertRules({
    [`${table}.never_doubled: the row exists`]: `EXISTS (SELECT 1 FROM ${table} WHERE journal = NEW.journal) OR NEW.journal IS NOT (SELECT max(sequence) FROM journal)`,
  }),
]);
