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
