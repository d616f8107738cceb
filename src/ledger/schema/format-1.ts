import { assert } from '../../domain';
import { ACT_TABLES } from './act-tables';
import { OUTCOME_TABLES } from './outcome-tables';
import { POSTED_TABLES, RETENTION_TABLES } from './posted-tables';
import { SIGNATURE_TABLES } from './signature-tables';
import { insertRules, neverTouched } from './table-rules';

/*
 * What a ledger of format 1 holds otherwise than one of format 2: kinds stood in the rules of columns. Never changed: such
 * files are read for ever, and are migrated by the first act that is written to them.
 */

const among = (...names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
const BATCHES = `kind TEXT NOT NULL CHECK (kind IN (${among('run', 'opening', 'annulment')}))`;
const ACTS = among(
  ...['create', 'draft', 'supersede', 'withdraw', 'approve', 'post', 'outcome', 'attest', 'sign', 'adopt', 'forget'],
  'prune',
);
const PLACES = among(
  ...[
    'granted',
    'carried',
    'ordered',
    'moved',
    'taken_over',
    'settled',
    'refused',
    'blocked',
    'claimed',
    'written_off',
  ],
);

/** By table of format 2: a text of its statement, and what stood there in format 1. */
const OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  journal: {
    'REFERENCES act_kinds DEFERRABLE INITIALLY DEFERRED': `CHECK (act IN (${ACTS}))`,
    '  account TEXT NOT NULL,\n  ledger TEXT NOT NULL,\n': '',
  },
  batches: { 'kind TEXT NOT NULL REFERENCES batch_kinds': BATCHES, ',\n  facts TEXT NOT NULL': '' },
  batch_ends: { 'REFERENCES batch_end_kinds': `CHECK (kind IN (${among('posted', 'superseded', 'withdrawn')}))` },
  posting_chain: { 'kind TEXT NOT NULL REFERENCES batch_kinds': BATCHES },
  postings: {
    'REFERENCES posting_kinds': 'CHECK (kind BETWEEN 1 AND 6)',
    'posting, kind, case_number': 'posting, kind',
  },
  movements: {
    'from_place TEXT NOT NULL REFERENCES places': `from_place TEXT NOT NULL CHECK (from_place IN (${PLACES}))`,
    'to_place TEXT NOT NULL REFERENCES places': `to_place TEXT NOT NULL CHECK (to_place IN (${PLACES}))`,
    'posting >= 0': "posting > 0 OR (posting = 0 AND from_place <> 'carried' AND to_place <> 'carried')",
  },
  payment_outcomes: { 'REFERENCES outcome_kinds': `CHECK (kind IN (${among('paid', 'refused', 'undone')}))` },
  signed_lists: { 'REFERENCES list_kinds': `CHECK (kind IN (${among('approvers', 'rates')}))` },
  signatures: { 'REFERENCES signing_roles': `CHECK (role IN (${among('runner', 'attestant', 'approver')}))` },
  forgettings: { ',\n  left_hash TEXT NOT NULL CHECK (length(left_hash) IN (0, 64))': '' },
};

const TABLES = [...ACT_TABLES, ...POSTED_TABLES, ...OUTCOME_TABLES, ...SIGNATURE_TABLES, ...RETENTION_TABLES];

function ofFormat1([table, texts]: readonly [string, Readonly<Record<string, string>>]): string {
  const now = TABLES.find((statement) => statement.startsWith(`CREATE TABLE ${table} (`)) ?? '';
  return Object.entries(texts).reduce((statement, [text, before]) => {
    assert(statement.includes(text), `${table} says ${text} no more`);
    return statement.replace(text, before);
  }, now);
}

/** Statements of format 1 that format 2 has otherwise, under the same names. */
export const FORMAT_1_OWN: readonly string[] = [
  `CREATE TABLE posting_kinds (kind INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT`,
  ...Object.entries(OTHERWISE).map(ofFormat1),
  ...insertRules({
    'posting_kinds.never_doubled: the row exists':
      'EXISTS (SELECT 1 FROM posting_kinds WHERE kind = NEW.kind) OR EXISTS (SELECT 1 FROM posting_kinds WHERE name = NEW.name)',
    'movements.of_an_act: the row belongs to no act':
      "NEW.posting = 0 AND (NEW.journal IS NOT (SELECT max(sequence) FROM journal WHERE act = 'outcome') OR NEW.journal <> (SELECT max(sequence) FROM journal))",
  }),
  ...neverTouched('posting_kinds'),
];
