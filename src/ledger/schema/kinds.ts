import {
  BATCH_END_KINDS,
  BATCH_KINDS,
  FIRST_ACTS,
  FIRST_PLACES,
  type JournalAct,
  OUTCOME_KINDS,
  POSTING_KINDS,
} from '../codes';
import { SIGNING_ROLES } from '../lists/signed-list';
import { insertRules, neverTouched } from './table-rules';

/**
 * Tables that came after the format of the file was made, with the kinds that go with them. A ledger gets such a set by an
 * act of its journal (`extend`), which names it, its version and its hash. A version adds to the one before; what it says
 * once is never changed. A trigger or view under a name that the file has takes the place of the earlier one.
 */
export interface TableSet {
  readonly name: string;
  /** From 1. */
  readonly version: number;
  /** CREATE statements, in the order in which they are done. */
  readonly statements: readonly string[];
  readonly kinds: Readonly<Partial<Record<KindTable, readonly KindRow[]>>>;
}

/*
 * Kinds of things are rows of tables and not rules of columns, so that a kind that comes later needs no new format of the
 * file. Each row names the act that brought it: the one that made or migrated the ledger, or an `extend`.
 */

/** Names of the tables of kinds, in the order in which they are filled. */
export const KIND_TABLES = [
  'act_kinds',
  'list_kinds',
  'batch_kinds',
  'batch_end_kinds',
  'outcome_kinds',
  'signing_roles',
  'places',
  'posting_kinds',
] as const;
export type KindTable = (typeof KIND_TABLES)[number];

/** Columns of a kind without the act that brought it; that is held to the journal. */
export const KIND_COLUMNS: Readonly<Record<KindTable, string>> = {
  act_kinds: 'act, moves',
  list_kinds: 'kind',
  batch_kinds: 'kind',
  batch_end_kinds: 'kind',
  outcome_kinds: 'kind',
  signing_roles: 'role',
  places: 'place',
  posting_kinds: 'kind, name',
};

/** The column by which other tables name a kind. */
const keyOf = (table: KindTable): string => KIND_COLUMNS[table].split(', ', 1).join();

/** A row of such a table without the act that brought it. */
export type KindRow = readonly (string | number)[];

/**
 * Money that an act moves outside a batch: 0 none; 1 what has been ordered, on its way; 2 what is carried, too. Of today's
 * acts `outcome` alone moves any.
 */
const MOVES: Partial<Record<JournalAct, number>> = { outcome: 1 };

/** Kinds that a ledger of this format begins with. Never changed: what comes later comes with a set of tables. */
export const FIRST_KINDS: Readonly<Record<KindTable, readonly KindRow[]>> = {
  act_kinds: FIRST_ACTS.map((act) => [act, MOVES[act] ?? 0]),
  list_kinds: ['approvers', 'rates', 'assumptions', 'tables'].map((kind) => [kind]),
  batch_kinds: BATCH_KINDS.map((kind) => [kind]),
  batch_end_kinds: BATCH_END_KINDS.map((kind) => [kind]),
  outcome_kinds: OUTCOME_KINDS.map((kind) => [kind]),
  signing_roles: SIGNING_ROLES.map((role) => [role]),
  places: FIRST_PLACES.map((place) => [place]),
  posting_kinds: POSTING_KINDS.map((name, index) => [index + 1, name]),
};

const SINCE = 'since INTEGER NOT NULL REFERENCES journal';

const named = (table: KindTable): string => `CREATE TABLE ${table} (
  ${keyOf(table)} TEXT NOT NULL PRIMARY KEY CHECK (length(${keyOf(table)}) > 0),
  ${SINCE}
) STRICT, WITHOUT ROWID`;

/** The tables themselves, and the one that says which later tables the file holds. */
export const KIND_STATEMENTS: readonly string[] = [
  `CREATE TABLE act_kinds (
  act TEXT NOT NULL PRIMARY KEY CHECK (length(act) > 0),
  moves INTEGER NOT NULL CHECK (moves BETWEEN 0 AND 2),
  ${SINCE}
) STRICT, WITHOUT ROWID`,
  named('list_kinds'),
  named('batch_kinds'),
  named('batch_end_kinds'),
  named('outcome_kinds'),
  named('signing_roles'),
  named('places'),
  `CREATE TABLE posting_kinds (kind INTEGER PRIMARY KEY CHECK (kind > 0), name TEXT NOT NULL UNIQUE, ${SINCE}) STRICT`,
  `CREATE TABLE table_sets (
  name TEXT NOT NULL CHECK (length(name) > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID`,
];

const isNotOfAct = (column: string, acts: string): string =>
  `NEW.${column} IS NOT (SELECT max(sequence) FROM journal) OR NOT EXISTS (SELECT 1 FROM journal WHERE sequence = NEW.${column} AND act IN (${acts}))`;

function guardsOf(table: string, double: string, since: string, acts: string): string[] {
  return [
    ...neverTouched(table),
    ...insertRules({
      [`${table}.never_doubled: the row exists`]: `EXISTS (SELECT 1 FROM ${table} WHERE ${double})`,
      [`${table}.by_an_act: the row belongs to no act`]: isNotOfAct(since, acts),
    }),
  ];
}

const doubleOf = (table: KindTable): string =>
  table === 'posting_kinds' ? 'kind = NEW.kind OR name = NEW.name' : `${keyOf(table)} = NEW.${keyOf(table)}`;

/** Triggers by which kinds and sets of tables come with an act and stay. */
export const KIND_GUARDS: readonly string[] = [
  ...KIND_TABLES.flatMap((table) => guardsOf(table, doubleOf(table), 'since', "'create', 'migrate', 'extend'")),
  ...guardsOf('table_sets', 'name = NEW.name AND version >= NEW.version', 'journal', "'extend'"),
];
