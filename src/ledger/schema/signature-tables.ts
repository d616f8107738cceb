import { SIGNING_ROLES } from '../lists/signed-list';
import { hashColumn, insertRules, neverTouched } from './table-rules';

/** Lists of approvers and of rates, and signatures of batches. A ledger with a list of approvers takes no batch without. */
export const SIGNATURE_TABLES: readonly string[] = [
  `CREATE TABLE signed_lists (
  kind TEXT NOT NULL REFERENCES list_kinds,
  version INTEGER NOT NULL CHECK (version > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  valid_from TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  text TEXT NOT NULL,
  signatures TEXT NOT NULL,
  PRIMARY KEY (kind, version)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE signatures (
  batch INTEGER NOT NULL REFERENCES batches,
  role TEXT NOT NULL REFERENCES signing_roles,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  actor TEXT NOT NULL,
  ${hashColumn('public_key')},
  ${hashColumn('approvers_hash')},
  rates_hash TEXT NOT NULL CHECK (length(rates_hash) IN (0, 64)),
  signature TEXT NOT NULL CHECK (length(signature) = 128),
  PRIMARY KEY (batch, role)
) STRICT, WITHOUT ROWID`,
];

/** Triggers by which the file itself keeps lists and signatures, and refuses a posting that has not all signatures. */
export const SIGNATURE_GUARDS: readonly string[] = [
  ...neverTouched('signed_lists'),
  ...neverTouched('signatures'),
  ...insertRules({
    'signed_lists.in_order: the version does not follow the last one':
      'NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM signed_lists WHERE kind = NEW.kind) OR EXISTS (SELECT 1 FROM signed_lists WHERE journal = NEW.journal OR hash = NEW.hash) OR NEW.journal IS NOT (SELECT max(sequence) FROM journal)',
    'signatures.never_doubled: the row exists, or the draft has ended':
      'EXISTS (SELECT 1 FROM signatures WHERE (batch = NEW.batch AND role = NEW.role) OR journal = NEW.journal) OR EXISTS (SELECT 1 FROM batch_ends WHERE batch = NEW.batch) OR NEW.journal IS NOT (SELECT max(sequence) FROM journal)',
    'batch_ends.posted_when_signed: the ledger requires every signature': `NEW.kind = 'posted' AND EXISTS (SELECT 1 FROM signed_lists WHERE kind = 'approvers') AND (SELECT count(*) FROM signatures WHERE batch = NEW.batch) <> ${SIGNING_ROLES.length}`,
  }),
];
