import Sqlite from 'better-sqlite3';

/** A question to a ledger whose every row is a fault, with what the row then says. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  [
    'lines, what an opening took over and what claims moved come to what is paid and carried, group by group',
    `SELECT netting_group, sum(amount) FROM (
       SELECT netting_group, amount FROM postings JOIN posted_and_not_annulled AS h USING (posting)
         WHERE h.annulled_by = 9007199254740991
       UNION ALL SELECT netting_group, iif(to_place = 'carried', amount, -amount) FROM movements
         WHERE 'carried' IN (from_place, to_place) AND ('taken_over' IN (from_place, to_place) OR posting = 0)
       UNION ALL SELECT netting_group, -amount FROM payments JOIN posted_and_not_annulled AS h USING (posting)
         WHERE h.annulled_by = 9007199254740991
       UNION ALL SELECT (SELECT netting_group FROM netting_groups WHERE name = b.netting_group), -balance FROM carried_balances AS b)
     GROUP BY 1 HAVING sum(amount) <> 0`,
  ],
  [
    'a batch moves from the source what its lines come to, for each recipient and group',
    `SELECT posting, recipient, netting_group, sum(line), sum(moved) FROM (
       SELECT posting, recipient, netting_group, amount AS line, 0 AS moved FROM postings
       JOIN posting_chain USING (posting) WHERE posting_chain.kind = 'run'
       UNION ALL
       SELECT posting, recipient, netting_group, 0, iif(from_place = 'granted', amount, -amount) FROM movements
       JOIN posting_chain USING (posting) WHERE posting_chain.kind = 'run' AND 'granted' IN (from_place, to_place))
     GROUP BY 1, 2, 3 HAVING sum(line) <> sum(moved)`,
  ],
  [
    'what counts and is ordered are the payments of batches that count',
    `SELECT p.payment_key, p.amount FROM payments AS p JOIN posted_and_not_annulled AS h USING (posting)
     WHERE h.annulled_by = 9007199254740991 AND p.amount <> (
       SELECT coalesce(sum(iif(to_place = 'ordered', amount, -amount)), 0) FROM movements AS m
       WHERE m.posting = p.posting AND m.recipient = p.recipient AND m.netting_group = p.netting_group
         AND 'ordered' IN (from_place, to_place))`,
  ],
  [
    'nobody is owed what is carried: no balance is above nothing',
    'SELECT recipient, netting_group, balance FROM carried_balances WHERE balance > 0',
  ],
  [
    'an annulled batch and its reversal come to nothing',
    `SELECT a.annuls, p.grant_year, p.component, p.person, p.basis_recipient, sum(p.amount)
     FROM posting_chain AS a JOIN postings AS p ON p.posting IN (a.posting, a.annuls) WHERE a.annuls > 0
     GROUP BY 1, 2, 3, 4, 5 HAVING sum(p.amount) <> 0`,
  ],
];

/** Questions to a ledger that has cases. */
const OF_CASES: readonly (readonly [string, string])[] = [
  [
    'an adjustment is found under its case with every krone, once, or not at all',
    `SELECT a.case_number, a.act, count(*), sum(p.amount), json_extract(a.details, '$.amount')
     FROM case_postings AS p JOIN posted_and_not_annulled AS h USING (posting) JOIN case_acts_in_force AS a USING (act)
     WHERE h.annulled_by = 9007199254740991 GROUP BY a.act
     HAVING count(*) <> 1 OR sum(p.amount) <> json_extract(a.details, '$.amount')`,
  ],
  [
    'nothing but an adjustment stands under a case',
    `SELECT p.posting, p.line FROM case_postings AS p JOIN case_acts AS a USING (act)
     WHERE a.kind <> 'adjustment' OR p.kind NOT IN ('adjustment', 'annulment')`,
  ],
];

/** Questions to a ledger that has claims. */
const OF_CLAIMS: readonly (readonly [string, string])[] = [
  [
    'what an act on a claim says is moved under it with every krone, from its place to its place',
    `SELECT a.case_number, a.act, a.kind, json_extract(d.text, '$.amount')
     FROM case_acts AS a JOIN case_confirmations AS c USING (act) JOIN case_details AS d ON d.journal = a.journal
     WHERE a.kind IN ('claim', 'claim_payment', 'write_off') AND NOT EXISTS (
       SELECT 1 FROM movements AS m WHERE m.posting = 0 AND m.case_number = a.act AND m.journal = c.journal
         AND m.amount = json_extract(d.text, '$.amount') AND m.from_place || ' ' || m.to_place =
           CASE a.kind WHEN 'claim' THEN 'claimed carried' WHEN 'claim_payment' THEN 'repaid claimed' ELSE 'written_off claimed' END)`,
  ],
  [
    'whatever moves without a batch moves under an act that two persons made',
    `SELECT journal, recipient, amount FROM movements WHERE posting = 0 AND case_number > 0
       AND case_number NOT IN (SELECT act FROM case_confirmations)`,
  ],
  [
    'no more is paid and written off of claims than was claimed',
    `SELECT recipient, netting_group, sum(iif(from_place = 'claimed', amount, -amount)) AS open
     FROM movements WHERE posting = 0 AND 'claimed' IN (from_place, to_place) GROUP BY 1, 2 HAVING open < 0`,
  ],
];

/** What is wrong with the money of a ledger, a text for each fault. */
export function moneyFaults(path: string): string[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    const hasCases = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'case_postings'").get() !== undefined;
    const hasClaims = hasCases && db.prepare("SELECT 1 FROM places WHERE place = 'repaid'").get() !== undefined;
    return [...QUESTIONS, ...(hasCases ? OF_CASES : []), ...(hasClaims ? OF_CLAIMS : [])].flatMap(([what, sql]) =>
      db
        .prepare(sql)
        .raw()
        .all()
        .map((row) => `${what}: ${JSON.stringify(row)}`),
    );
  } finally {
    db.close();
  }
}
