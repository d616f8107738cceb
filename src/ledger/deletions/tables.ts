import type { TableSet } from '../schema/kinds';
import { hashColumn, insertRules, neverTouched, notOf, refuse } from '../schema/table-rules';

/** Kept things of which contents are deleted when their time is over; numbers, hashes and what followed from them stay. */
const DELETABLE = ['receipts', 'cases'] as const;
export type Deletable = (typeof DELETABLE)[number];

/** Names of the set, the tables and the acts by which contents of a kind are deleted. */
export interface DeletionNames {
  readonly set: string;
  readonly proposals: string;
  readonly items: string;
  readonly confirmed: string;
  readonly propose: 'propose-receipt-deletion' | 'propose-case-deletion';
  readonly remove: 'delete-receipts' | 'delete-cases';
}

export const DELETION_NAMES: Readonly<Record<Deletable, DeletionNames>> = {
  receipts: {
    set: 'receipt-deletions',
    proposals: 'receipt_deletions',
    items: 'receipt_deletion_items',
    confirmed: 'receipt_deletions_confirmed',
    propose: 'propose-receipt-deletion',
    remove: 'delete-receipts',
  },
  cases: {
    set: 'case-deletions',
    proposals: 'case_deletions',
    items: 'case_deletion_items',
    confirmed: 'case_deletions_confirmed',
    propose: 'propose-case-deletion',
    remove: 'delete-cases',
  },
};

const ACTOR_OF = (journal: string): string => `(SELECT actor FROM journal WHERE sequence = ${journal})`;

function tablesOf({ proposals, items, confirmed }: DeletionNames, owner: string): string[] {
  return [
    `CREATE TABLE ${proposals} (
  deletion INTEGER PRIMARY KEY CHECK (deletion > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  kept_until TEXT NOT NULL CHECK (length(kept_until) = 10)
) STRICT`,
    `CREATE TABLE ${items} (
  deletion INTEGER NOT NULL REFERENCES ${proposals},
  item INTEGER NOT NULL REFERENCES ${owner},
  PRIMARY KEY (deletion, item)
) STRICT, WITHOUT ROWID`,
    `CREATE TABLE ${confirmed} (
  deletion INTEGER PRIMARY KEY REFERENCES ${proposals},
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  ${hashColumn('rest_hash')}
) STRICT`,
  ];
}

function guardsOf({ proposals, items, confirmed, propose, remove }: DeletionNames): string[] {
  return [
    ...[proposals, items, confirmed].flatMap(neverTouched),
    ...insertRules({
      [`${proposals}.by_an_act: the row does not follow the last one`]: `${notOf(propose)} OR NEW.deletion <> (SELECT coalesce(max(deletion), 0) + 1 FROM ${proposals})`,
      [`${items}.of_the_last_proposal: the proposal is sealed, or the content is deleted already`]: `(SELECT journal FROM ${proposals} WHERE deletion = NEW.deletion) IS NOT (SELECT max(sequence) FROM journal)
  OR EXISTS (SELECT 1 FROM ${items} AS i JOIN ${confirmed} USING (deletion) WHERE i.item = NEW.item)`,
      [`${confirmed}.by_another: the row belongs to no act or exists, or it is the same person`]: `${notOf(remove)} OR EXISTS (SELECT 1 FROM ${confirmed} WHERE deletion = NEW.deletion)
  OR ${ACTOR_OF('NEW.journal')} = ${ACTOR_OF(`(SELECT journal FROM ${proposals} WHERE deletion = NEW.deletion)`)}`,
    }),
  ];
}

/** Whether the last act of the journal deletes the content of an item. */
const goesNow = ({ items, confirmed }: DeletionNames, item: string): string =>
  `EXISTS (SELECT 1 FROM ${items} AS i JOIN ${confirmed} AS c USING (deletion) WHERE i.item IN (${item}) AND c.journal = (SELECT max(sequence) FROM journal))`;

const same = (...columns: string[]): string => columns.map((name) => `NEW.${name} IS OLD.${name}`).join(' AND ');

const { receipts: RECEIPTS, cases: CASES } = DELETION_NAMES;

/** Contents of receipts go; takes the place of the trigger that let no row of theirs be changed. */
export const RECEIPT_DELETIONS_1: TableSet = {
  name: RECEIPTS.set,
  version: 1,
  statements: [
    ...tablesOf(RECEIPTS, 'receipts'),
    ...guardsOf(RECEIPTS),
    refuse(
      'receipts_never_changed',
      'UPDATE ON receipts',
      `NOT (${same('receipt', 'journal', 'name', 'hash', 'size')} AND length(NEW.content) = 0 AND ${goesNow(RECEIPTS, 'OLD.receipt')})`,
      'receipts: rows are never changed, but for content that an act deletes',
    ),
  ],
  kinds: {
    act_kinds: [
      [RECEIPTS.propose, 0],
      [RECEIPTS.remove, 0],
    ],
  },
};

/** Texts of cases go; what a case that is over still has to say stands in a shorter text. */
export const CASE_DELETIONS_1: TableSet = {
  name: CASES.set,
  version: 1,
  statements: [
    ...tablesOf(CASES, 'cases'),
    ...guardsOf(CASES),
    refuse(
      'case_details_never_changed',
      'UPDATE ON case_details',
      `NOT (${same('journal', 'hash')} AND ${goesNow(CASES, 'SELECT case_number FROM cases WHERE journal = OLD.journal UNION SELECT case_number FROM case_acts WHERE journal = OLD.journal')})`,
      'case_details: rows are never changed, but for texts that an act deletes',
    ),
    `CREATE VIEW case_acts_in_force AS
SELECT a.act, a.case_number, a.kind, c.journal, d.text AS details,
  (SELECT count(*) FROM case_confirmations AS e WHERE e.journal <= c.journal) AS confirmation
FROM case_acts AS a JOIN case_confirmations AS c USING (act) JOIN case_details AS d ON d.journal = a.journal
WHERE a.kind <> 'withdrawal' AND NOT EXISTS (
  SELECT 1 FROM case_acts AS w JOIN case_confirmations AS x ON x.act = w.act JOIN case_details AS t ON t.journal = w.journal
  WHERE w.kind = 'withdrawal' AND json_extract(t.text, '$.withdraws') = a.act)
AND (a.kind IN ('claim', 'claim_payment', 'write_off') OR NOT EXISTS (SELECT 1 FROM case_deletion_items AS i JOIN case_deletions_confirmed USING (deletion) WHERE i.item = a.case_number))`,
  ],
  kinds: {
    act_kinds: [
      [CASES.propose, 0],
      [CASES.remove, 0],
    ],
  },
};
