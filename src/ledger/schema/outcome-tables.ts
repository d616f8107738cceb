import { DAY, insertRules, neverTouched } from './table-rules';

/**
 * Dated outcomes of payments, only ever added: money arrived, was refused or came back, or an outcome was reported by
 * mistake and is undone. `payment_outcomes_in_force` leaves out what has been undone.
 */
export const OUTCOME_TABLES: readonly string[] = [
  `CREATE TABLE payment_outcomes (
  outcome INTEGER PRIMARY KEY CHECK (outcome > 0),
  journal INTEGER NOT NULL REFERENCES journal,
  payment_key TEXT NOT NULL REFERENCES payments,
  kind TEXT NOT NULL REFERENCES outcome_kinds,
  on_date TEXT NOT NULL CHECK (on_date ${DAY}),
  undoes INTEGER NOT NULL CHECK (undoes >= 0 AND (undoes > 0) = (kind = 'undone'))
) STRICT`,
  'CREATE INDEX payment_outcomes_payment ON payment_outcomes (payment_key, outcome)',
  'CREATE UNIQUE INDEX payment_outcomes_undoes ON payment_outcomes (undoes) WHERE undoes > 0',
];

export const OUTCOME_VIEWS: readonly string[] = [
  `CREATE VIEW payment_outcomes_in_force AS
SELECT o.outcome, o.journal, o.payment_key, o.kind, o.on_date FROM payment_outcomes AS o
WHERE o.kind <> 'undone' AND NOT EXISTS (SELECT 1 FROM payment_outcomes AS u WHERE u.undoes = o.outcome)`,
];

const LAST_ACT = "(SELECT max(sequence) FROM journal WHERE act = 'outcome')";
const LAST_OF_PAYMENT = '(SELECT max(outcome) FROM payment_outcomes_in_force WHERE payment_key = NEW.payment_key)';

/** Triggers by which the file refuses outcomes that are changed, deleted, doubled, out of order or without an act. */
export const OUTCOME_GUARDS: readonly string[] = [
  ...neverTouched('payment_outcomes'),
  ...insertRules({
    'payment_outcomes.in_order: the row does not follow the last one': `NEW.outcome <> (SELECT coalesce(max(outcome), 0) + 1 FROM payment_outcomes) OR NEW.journal IS NOT ${LAST_ACT} OR NEW.journal <> (SELECT max(sequence) FROM journal)`,
    'payment_outcomes.paid_once: the payment has arrived already': `NEW.kind = 'paid' AND EXISTS (SELECT 1 FROM payment_outcomes WHERE outcome = ${LAST_OF_PAYMENT} AND kind = 'paid')`,
    'payment_outcomes.dates_ascend: the date lies before that of the last outcome': `NEW.kind <> 'undone' AND EXISTS (SELECT 1 FROM payment_outcomes WHERE outcome = ${LAST_OF_PAYMENT} AND on_date > NEW.on_date)`,
    'payment_outcomes.undo_the_last: only the last outcome of a payment can be undone': `NEW.kind = 'undone' AND NEW.undoes IS NOT ${LAST_OF_PAYMENT}`,
    'payment_outcomes.of_counting_batches: the batch of the payment has been annulled':
      'EXISTS (SELECT 1 FROM payments AS p JOIN posting_chain AS a ON a.annuls = p.posting WHERE p.payment_key = NEW.payment_key)',
    'posting_chain.annuls_nothing_handed_over: payments of the batch have outcomes':
      'NEW.annuls > 0 AND EXISTS (SELECT 1 FROM payments AS p JOIN payment_outcomes_in_force AS o USING (payment_key) WHERE p.posting = NEW.annuls)',
    'movements.of_an_act: the row belongs to no act': `NEW.posting = 0 AND NOT EXISTS (SELECT 1 FROM journal JOIN act_kinds USING (act) WHERE sequence = NEW.journal AND sequence = (SELECT max(sequence) FROM journal) AND moves >= CASE WHEN 'carried' IN (NEW.from_place, NEW.to_place) THEN 2 ELSE 1 END)`,
  }),
];
