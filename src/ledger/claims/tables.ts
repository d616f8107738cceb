import type { TableSet } from '../schema/kinds';
import { insertRules } from '../schema/table-rules';

/** Name of the set of tables. */
export const CLAIMS = 'claims';

/** Kroner carried for a cell by batches that count and by acts on claims. */
const CARRIED = `(SELECT coalesce(sum(CASE 'carried' WHEN m.to_place THEN m.amount WHEN m.from_place THEN -m.amount ELSE 0 END), 0)
FROM movements AS m WHERE m.recipient = NEW.recipient AND m.netting_group = NEW.netting_group AND (m.posting = 0 OR EXISTS (
SELECT 1 FROM posted_and_not_annulled AS h WHERE h.posting = m.posting AND h.annulled_by = 9007199254740991)))`;

const GUARDS: readonly string[] = [
  // Takes the place of the one of cases: an act on a claim is confirmed by an act of its own, which moves money.
  ...insertRules({
    'case_confirmations.by_an_act: the row belongs to no act':
      "NEW.journal IS NOT (SELECT max(sequence) FROM journal) OR NOT EXISTS (SELECT 1 FROM journal WHERE sequence = NEW.journal AND act IN ('confirm-act', 'confirm-claim')) OR EXISTS (SELECT 1 FROM case_confirmations WHERE journal = NEW.journal)",
    'movements.of_a_claim: the row belongs to no act on a claim':
      'NEW.posting = 0 AND NEW.case_number > 0 AND NOT EXISTS (SELECT 1 FROM case_confirmations WHERE act = NEW.case_number AND journal = NEW.journal)',
    'movements.of_a_claim_within_the_balance: more is claimed than is owed': `NEW.posting = 0 AND NEW.to_place = 'carried' AND NEW.amount + ${CARRIED} > 0`,
    'posting_chain.annuls_before_claims: an act on a claim followed the batch':
      'NEW.annuls > 0 AND EXISTS (SELECT 1 FROM movements WHERE posting = 0 AND case_number > 0 AND journal > (SELECT journal FROM posting_chain WHERE posting = NEW.annuls))',
  }),
];

/** Balances for readers: what batches that count have left, less what is claimed. */
const VIEWS: readonly string[] = [
  `CREATE VIEW carried_balances AS
SELECT CASE m.recipient % 10 WHEN 1 THEN printf('%04d', m.recipient / 10) ELSE printf('%02d', m.recipient / 1000) END AS recipient,
  g.name AS netting_group,
  sum(CASE 'carried' WHEN m.to_place THEN m.amount WHEN m.from_place THEN -m.amount ELSE 0 END) AS balance
FROM movements AS m JOIN netting_groups AS g ON g.netting_group = m.netting_group
WHERE m.posting = 0 OR m.posting IN (SELECT posting FROM posted_and_not_annulled WHERE annulled_by = 9007199254740991)
GROUP BY m.recipient, m.netting_group HAVING balance <> 0`,
];

/** Claims (tilbakebetalingskrav): acts of cases that move money between places. */
export const CLAIMS_1: TableSet = {
  name: CLAIMS,
  version: 1,
  statements: [...GUARDS, ...VIEWS],
  kinds: { act_kinds: [['confirm-claim', 2]], places: [['repaid']] },
};
