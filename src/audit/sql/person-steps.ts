/** Completed years on a day; who is born on 29 February has the birthday on 1 March in common years (A1). */
const age = (on: string): string =>
  `(CAST(substr(${on}, 1, 4) AS INTEGER) - CAST(substr(birth_date, 1, 4) AS INTEGER) - (substr(${on}, 6) < substr(birth_date, 6)))`;

/** E5-E7 of rulebook 2, for a row g in a grant year y. */
const IN_THE_YEAR = `
    AND left_on > max(entered_on, first_day)
    AND death_date >= max(entered_on, first_day) AND emigrated_on >= max(entered_on, first_day)
    AND ${age(`((grant_year - 1) || '-12-31')`)} < 67`;

/** E3: integreringsloven by the day of the permit, introduksjonsloven by the day of entry (A2). */
const AGE_BY_PERMIT = `(permit_granted_on IS NOT NULL AND ${age('permit_granted_on')} BETWEEN 18 AND 66)`;
const AGE_BY_LAW = `CASE law WHEN 'integreringsloven' THEN ${AGE_BY_PERMIT} ELSE ${age('entered_on')} BETWEEN 16 AND 66 END`;

/** Who exists at D, who triggers what, and for how much (rulebook head, 2, 3 and 5). */
export const PERSON_STEPS = `
-- Of the visible persons rows the first counts; whoever has a rejected row is withheld.
CREATE TABLE person AS
  SELECT person, birth_date, country, death_date, emigrated_on FROM (
    SELECT *, row_number() OVER (PARTITION BY person ORDER BY rank) AS place
    FROM person_row, run WHERE registered_on <= as_of)
  WHERE place = 1 AND person NOT IN (SELECT person FROM withheld);
CREATE UNIQUE INDEX person_key ON person (person);

-- Visible target-group rows as each grant year reads them, the earliest first (A5).
CREATE TABLE group_row AS
  SELECT years.grant_year, target_group.*,
    row_number() OVER (PARTITION BY years.grant_year, person ORDER BY entered_on, registered_on, line) AS place
  FROM years JOIN target_group ON ifnull(only_year, grant_year) = grant_year JOIN person USING (person), run
  WHERE registered_on <= as_of;
CREATE INDEX group_row_key ON group_row (grant_year, person, place);

CREATE TABLE entry AS
  SELECT grant_year, person, CAST(substr(entered_on, 1, 4) AS INTEGER) AS entry_year FROM group_row AS g
  WHERE place = (SELECT min(place) FROM group_row AS o
    WHERE o.grant_year = g.grant_year AND o.person = g.person AND category IN ('right_and_duty', 'right'));
CREATE UNIQUE INDEX entry_key ON entry (grant_year, person);

-- A decision stands as its latest visible row.
CREATE TABLE granted AS
  SELECT DISTINCT grant_year, person, kind FROM (
    SELECT *, row_number() OVER (PARTITION BY grant_year, person, decision ORDER BY registered_on DESC, line DESC) AS place
    FROM years JOIN decision ON ifnull(only_year, grant_year) = grant_year, run WHERE registered_on <= as_of)
  WHERE place = 1 AND outcome = 'granted';
CREATE INDEX granted_key ON granted (grant_year, person, kind);

-- Persontilskudd: the earliest row that meets E1-E7.
CREATE TABLE triggering AS
  SELECT grant_year, 'persontilskudd' AS component, person, k, law = 'integreringsloven' AS by_fylke, entered_on, left_on
  FROM (
    SELECT *, row_number() OVER (PARTITION BY grant_year, person ORDER BY place) AS earliest
    FROM (
      SELECT years.*, group_row.*, birth_date, death_date, emigrated_on, grant_year - entry_year + 1 AS k
      FROM years JOIN group_row USING (grant_year) JOIN person USING (person) JOIN entry USING (grant_year, person)) AS c
    WHERE (category = 'right_and_duty' OR (category = 'right' AND grant_year <= 2018))
      AND k BETWEEN 1 AND 3 AND entered_on <= last_day
      AND ${AGE_BY_LAW}
      AND (entered_on < '2018-01-01'
        OR EXISTS (SELECT 1 FROM granted AS d WHERE d.grant_year = c.grant_year AND d.person = c.person
          AND d.kind = 'norwegian_and_social_studies'))${IN_THE_YEAR})
  WHERE earliest = 1;

-- 37 d: the earliest row of chapter 6A alone; if it fails, nothing.
INSERT INTO triggering
  SELECT grant_year, 'persontilskudd37d', person, 1, 1, entered_on, left_on
  FROM years JOIN group_row AS g USING (grant_year) JOIN person USING (person)
  WHERE grant_year >= 2022 AND category = 'right_norwegian_6a'
    AND place = (SELECT min(place) FROM group_row AS o
      WHERE o.grant_year = g.grant_year AND o.person = g.person AND category = 'right_norwegian_6a')
    AND entered_on BETWEEN first_day AND last_day AND entered_on < (SELECT value FROM assumption WHERE id = 'A19')
    AND ${AGE_BY_PERMIT}
    AND EXISTS (SELECT 1 FROM granted AS d WHERE d.grant_year = g.grant_year AND d.person = g.person AND d.kind = 'norwegian_6a')${IN_THE_YEAR};

-- R, the window W, and the cumulative due at the term (rulebook 3, 4 and 6). NULL: a country outside the table.
CREATE TABLE amount AS
  SELECT t.grant_year, t.component, person, by_fylke, annual,
    iif(t.component = 'persontilskudd37d', 'P37D-AR1', 'P-AR' || k || '-' || iif(region.rate_class = 'high', 'H', 'L')) AS code,
    max(entered_on, first_day) AS first, min(last_day, date(left_on, '-1 day'), death_date, emigrated_on) AS last,
    CASE WHEN due_term < e THEN 0
      WHEN t.grant_year >= 2024 THEN annual * (due_term - e + 1) / (5 - e) ELSE annual END AS due
  FROM (
    SELECT triggering.*, CASE k WHEN 1 THEN (CAST(substr(entered_on, 6, 2) AS INTEGER) + 2) / 3 ELSE 1 END AS e,
      CASE component WHEN 'persontilskudd37d' THEN 'persontilskudd37d' ELSE 'persontilskudd.year' || k END AS key
    FROM triggering JOIN computed USING (grant_year, component)) AS t
  JOIN years USING (grant_year) JOIN person USING (person) LEFT JOIN region USING (country)
  LEFT JOIN (SELECT key, grant_year, rate_class, amount AS annual FROM rate) AS r
    ON r.key = t.key AND r.grant_year = t.grant_year AND r.rate_class = iif(component = 'persontilskudd37d', 'single', region.rate_class);
CREATE INDEX amount_key ON amount (grant_year, component, person);

-- Grunntilskudd: who counts on 15 January (rulebook 5.1), by the code in force that day; the whole count where a case says it.
CREATE TABLE counted AS
  SELECT grant_year, code, n FROM pinned_count JOIN computed USING (grant_year)
  WHERE component = 'grunntilskudd' AND n > 0
  UNION ALL
  SELECT grant_year, reached AS code, count(*) AS n FROM (
    SELECT DISTINCT grant_year, count_day, person, coalesce((
      SELECT code FROM residence AS r WHERE r.person = person.person AND r.registered_on <= as_of
        AND ifnull(only_year, years.grant_year) = years.grant_year
        AND from_date <= count_day AND to_date >= count_day ORDER BY from_date DESC, r.registered_on DESC, line DESC LIMIT 1), (
      SELECT code FROM pin WHERE pin.person = person.person AND pin.grant_year = years.grant_year AND from_date <= count_day
        ORDER BY from_date DESC, place DESC LIMIT 1)) AS code
    FROM years JOIN computed USING (grant_year) JOIN group_row USING (grant_year) JOIN person USING (person)
      LEFT JOIN entry USING (grant_year, person), run
    WHERE component = 'grunntilskudd' AND grant_year NOT IN (SELECT grant_year FROM frozen) AND entered_on <= count_day AND left_on > count_day
      AND death_date >= count_day AND emigrated_on >= count_day
      AND ${age(`((grant_year - 1) || '-12-31')`)} < 67
      AND CASE
        WHEN category = 'right_norwegian_6a' THEN grant_year >= 2022
          AND grant_year - CAST(substr(entered_on, 1, 4) AS INTEGER) + 1 BETWEEN 1 AND 3 AND ${AGE_BY_PERMIT}
        ELSE (category = 'right_and_duty' OR (category = 'right' AND grant_year <= 2018))
          AND grant_year - entry_year + 1 BETWEEN 1 AND 3 AND ${AGE_BY_LAW} END) AS p
  JOIN in_force ON in_force.day = count_day AND in_force.code = p.code AND NOT is_split
  WHERE (grant_year, reached) NOT IN (SELECT grant_year, code FROM pinned_count)
  GROUP BY grant_year, reached;
`;
