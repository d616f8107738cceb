import type { TableSet } from '../schema/kinds';
import { insertRules, neverTouched } from '../schema/table-rules';

const DAY = (column: string): string =>
  `${column} TEXT NOT NULL CHECK (${column} = '' OR ${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const DIGITS = (column: string, length: number): string =>
  `${column} TEXT NOT NULL CHECK (${column} = '' OR (length(${column}) = ${length} AND ${column} NOT GLOB '*[^0-9]*'))`;

/** Acts of the register of recipients. */
const RECIPIENT_ACTS = ['propose-recipients', 'confirm-recipients', 'reject-recipients', 'block-recipients'] as const;
export type RecipientAct = (typeof RECIPIENT_ACTS)[number];

/**
 * The register of recipients, only ever added to: an entry is a row of an import, proposed by one person; an answer is what
 * a second one made of it. A block is put on an account that the bank has
 * refused, or that somebody doubts, and released by a second person.
 */
const TABLES: readonly string[] = [
  `CREATE TABLE recipient_proposals (
  journal INTEGER PRIMARY KEY REFERENCES journal,
  source TEXT NOT NULL CHECK (length(source) = 64)
) STRICT`,
  `CREATE TABLE recipient_entries (
  entry INTEGER PRIMARY KEY CHECK (entry > 0),
  journal INTEGER NOT NULL REFERENCES recipient_proposals,
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  ${DAY('valid_from')},
  ${DAY('valid_to')},
  name TEXT NOT NULL CHECK (length(name) > 0),
  ${DIGITS('org_number', 9)},
  ${DIGITS('account_number', 11)},
  language TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en', 'neutral')),
  street TEXT NOT NULL,
  post_code TEXT NOT NULL,
  town TEXT NOT NULL,
  country TEXT NOT NULL CHECK (length(country) = 2),
  kids TEXT NOT NULL,
  UNIQUE (journal, recipient, valid_from)
) STRICT`,
  'CREATE INDEX recipient_entries_recipient ON recipient_entries (recipient, valid_from, entry)',
  `CREATE TABLE recipient_decisions (
  journal INTEGER PRIMARY KEY REFERENCES journal,
  reference TEXT NOT NULL CHECK (length(reference) > 0)
) STRICT`,
  `CREATE TABLE recipient_answers (
  entry INTEGER PRIMARY KEY REFERENCES recipient_entries,
  journal INTEGER NOT NULL REFERENCES recipient_decisions
) STRICT`,
  `CREATE TABLE recipient_blocks (
  block INTEGER PRIMARY KEY CHECK (block > 0),
  journal INTEGER NOT NULL REFERENCES journal,
  recipient INTEGER NOT NULL CHECK (recipient > 0),
  account_number TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (length(cause) > 0)
) STRICT`,
  `CREATE TABLE recipient_releases (
  block INTEGER PRIMARY KEY REFERENCES recipient_blocks,
  journal INTEGER NOT NULL REFERENCES recipient_decisions
) STRICT`,
];

const isNotOfLastAct = (...acts: readonly RecipientAct[]): string =>
  `NEW.journal IS NOT (SELECT max(sequence) FROM journal) OR (SELECT act FROM journal WHERE sequence = NEW.journal) NOT IN (${acts.map((act) => `'${act}'`).join(', ')})`;
const notNext = (table: string, column: string): string =>
  `NEW.${column} <> (SELECT coalesce(max(${column}), 0) + 1 FROM ${table})`;
const ACTOR_OF = (sequence: string): string => `(SELECT actor FROM journal WHERE sequence = ${sequence})`;
const ACT_OF_ANSWER = '(SELECT act FROM journal WHERE sequence = NEW.journal)';

/** Triggers by which the file refuses rows that are changed, out of order, of no act, or confirmed by who proposed them. */
const GUARDS: readonly string[] = [
  ...[
    'recipient_proposals',
    'recipient_entries',
    'recipient_decisions',
    'recipient_answers',
    'recipient_blocks',
    'recipient_releases',
  ].flatMap(neverTouched),
  ...insertRules({
    'recipient_proposals.of_an_act: the row belongs to no act': isNotOfLastAct('propose-recipients'),
    'recipient_entries.in_order: the row does not follow the last one': `${notNext('recipient_entries', 'entry')} OR ${isNotOfLastAct('propose-recipients')}`,
    'recipient_decisions.of_an_act: the row belongs to no act': isNotOfLastAct(
      'confirm-recipients',
      'reject-recipients',
    ),
    'recipient_answers.of_an_act: the row exists, or belongs to no act': `EXISTS (SELECT 1 FROM recipient_answers WHERE entry = NEW.entry) OR ${isNotOfLastAct('confirm-recipients', 'reject-recipients')}`,
    'recipient_answers.to_the_newest: a newer entry has taken the place of this one':
      'EXISTS (SELECT 1 FROM recipient_entries AS n JOIN recipient_entries AS o USING (recipient, valid_from) WHERE o.entry = NEW.entry AND n.entry > o.entry)',
    'recipient_answers.by_a_second_person: who proposed an entry cannot confirm it': `${ACT_OF_ANSWER} = 'confirm-recipients' AND ${ACTOR_OF('NEW.journal')} = ${ACTOR_OF('(SELECT journal FROM recipient_entries WHERE entry = NEW.entry)')}`,
    'recipient_blocks.in_order: the row does not follow the last one': `${notNext('recipient_blocks', 'block')} OR NEW.journal IS NOT (SELECT max(sequence) FROM journal)`,
    'recipient_releases.of_an_act: the row exists, or belongs to no act': `EXISTS (SELECT 1 FROM recipient_releases WHERE block = NEW.block) OR ${isNotOfLastAct('confirm-recipients')}`,
    'recipient_releases.by_a_second_person: who recorded a block cannot release it': `${ACTOR_OF('NEW.journal')} = ${ACTOR_OF('(SELECT journal FROM recipient_blocks WHERE block = NEW.block)')}`,
  }),
];

/** The register of recipients as a set of later tables. */
export const RECIPIENT_TABLES: TableSet = {
  name: 'recipients',
  version: 1,
  statements: [...TABLES, ...GUARDS],
  kinds: { act_kinds: RECIPIENT_ACTS.map((act) => [act, 0]) },
};
