import type { TableSet } from '../schema/kinds';
import { hashColumn, insertRules, neverTouched } from '../schema/table-rules';

/** Name of the set of tables. */
export const CASES = 'cases';

/** Cases, what was decided of them, their acts, and who confirmed or dropped those. */
const TABLES: readonly string[] = [
  `CREATE TABLE cases (
  case_number INTEGER PRIMARY KEY CHECK (case_number > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  recipient INTEGER NOT NULL CHECK (recipient >= 0),
  reference TEXT NOT NULL CHECK (length(reference) > 0)
) STRICT`,
  `CREATE TABLE case_decisions (
  case_number INTEGER PRIMARY KEY REFERENCES cases,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  decision TEXT NOT NULL CHECK (length(decision) > 0)
) STRICT`,
  `CREATE TABLE case_closings (
  case_number INTEGER PRIMARY KEY REFERENCES cases,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal
) STRICT`,
  `CREATE TABLE case_acts (
  act INTEGER PRIMARY KEY CHECK (act > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  case_number INTEGER NOT NULL REFERENCES cases,
  kind TEXT NOT NULL CHECK (length(kind) > 0)
) STRICT`,
  `CREATE TABLE case_confirmations (
  act INTEGER PRIMARY KEY REFERENCES case_acts,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal
) STRICT`,
  `CREATE TABLE case_drops (
  act INTEGER PRIMARY KEY REFERENCES case_acts,
  journal INTEGER NOT NULL UNIQUE REFERENCES journal
) STRICT`,
  // What names persons stands apart from the hashed bytes, which hold its hash alone.
  `CREATE TABLE case_details (
  journal INTEGER PRIMARY KEY REFERENCES journal,
  ${hashColumn('hash')},
  text TEXT NOT NULL CHECK (length(text) > 0)
) STRICT`,
];

const ACT_OF: Readonly<Record<string, string>> = {
  cases: "'open-case'",
  case_decisions: "'decide-case'",
  case_closings: "'close-case'",
  case_acts: "'propose-act'",
  case_confirmations: "'confirm-act'",
  case_drops: "'drop-act'",
  case_details: "'open-case', 'propose-act'",
};

const ACTOR_OF = (journal: string): string => `(SELECT actor FROM journal WHERE sequence = ${journal})`;
const CLOSED = (number: string): string => `EXISTS (SELECT 1 FROM case_closings WHERE case_number = ${number})`;

const GUARDS: readonly string[] = [
  ...Object.entries(ACT_OF).flatMap(([table, acts]) => [
    ...neverTouched(table),
    ...insertRules({
      [`${table}.by_an_act: the row belongs to no act`]: `NEW.journal IS NOT (SELECT max(sequence) FROM journal) OR NOT EXISTS (SELECT 1 FROM journal WHERE sequence = NEW.journal AND act IN (${acts})) OR EXISTS (SELECT 1 FROM ${table} WHERE journal = NEW.journal)`,
    }),
  ]),
  ...insertRules({
    'cases.in_order: the row does not follow the last one':
      'NEW.case_number <> (SELECT coalesce(max(case_number), 0) + 1 FROM cases)',
    'case_decisions.by_another: a case is decided once, by another than the one who opened it': `${ACTOR_OF('NEW.journal')} = ${ACTOR_OF('(SELECT journal FROM cases WHERE case_number = NEW.case_number)')} OR EXISTS (SELECT 1 FROM case_decisions WHERE case_number = NEW.case_number)`,
    'case_closings.of_decided: a case is closed once, when it has been decided': `NOT EXISTS (SELECT 1 FROM case_decisions WHERE case_number = NEW.case_number) OR ${CLOSED('NEW.case_number')}`,
    'case_acts.in_order: the row does not follow the last one, or the case is closed': `NEW.act <> (SELECT coalesce(max(act), 0) + 1 FROM case_acts) OR (NEW.kind <> 'withdrawal' AND ${CLOSED('NEW.case_number')})`,
    'case_confirmations.by_another: an act is confirmed once, by another than the one who proposed it': `${ACTOR_OF('NEW.journal')} = ${ACTOR_OF('(SELECT journal FROM case_acts WHERE act = NEW.act)')} OR EXISTS (SELECT 1 FROM case_confirmations WHERE act = NEW.act) OR EXISTS (SELECT 1 FROM case_drops WHERE act = NEW.act)`,
    'case_drops.of_open: only a proposal is dropped, once':
      'EXISTS (SELECT 1 FROM case_confirmations WHERE act = NEW.act) OR EXISTS (SELECT 1 FROM case_drops WHERE act = NEW.act)',
    // Takes the place of the first one: a payment that was refused stands in nobody's way.
    'posting_chain.annuls_nothing_handed_over: payments of the batch have outcomes':
      "NEW.annuls > 0 AND EXISTS (SELECT 1 FROM payments AS p JOIN payment_outcomes_in_force AS o USING (payment_key) WHERE p.posting = NEW.annuls AND o.kind <> 'refused' AND o.outcome = (SELECT max(l.outcome) FROM payment_outcomes_in_force AS l WHERE l.payment_key = p.payment_key))",
  }),
];

/** Acts in force for readers: confirmed and not withdrawn, those that name nobody with what they say. */
const VIEWS: readonly string[] = [
  `CREATE VIEW case_acts_in_force AS
SELECT a.act, a.case_number, a.kind, c.journal, d.text AS details,
  (SELECT count(*) FROM case_confirmations AS e WHERE e.journal <= c.journal) AS confirmation
FROM case_acts AS a JOIN case_confirmations AS c USING (act) JOIN case_details AS d ON d.journal = a.journal
WHERE a.kind <> 'withdrawal' AND NOT EXISTS (
  SELECT 1 FROM case_acts AS w JOIN case_confirmations AS x ON x.act = w.act JOIN case_details AS t ON t.journal = w.journal
  WHERE w.kind = 'withdrawal' AND json_extract(t.text, '$.withdraws') = a.act)`,
  `CREATE VIEW case_postings AS
SELECT a.case_number, a.act, p.* FROM posting_list AS p
JOIN postings AS o ON o.posting = p.posting AND o.line = p.line JOIN case_acts AS a ON a.act = o.case_number
WHERE o.case_number > 0`,
];

/** Cases and what people decide beside the register. */
export const CASES_1: TableSet = {
  name: CASES,
  version: 1,
  statements: [...TABLES, ...GUARDS, ...VIEWS],
  kinds: {
    act_kinds: [
      ['open-case', 0],
      ['decide-case', 0],
      ['close-case', 0],
      ['propose-act', 0],
      ['confirm-act', 0],
      ['drop-act', 0],
    ],
  },
};
