import { IS_BLOCKED } from './case-steps';

/** The row of a table that counts on a day: the later from_date wins, then registered_on, then the row (A9). */
const covering = (table: string): string => `(
      SELECT code FROM ${table} AS r WHERE r.person = s.person AND registered_on <= as_of
        AND ifnull(only_year, s.grant_year) = s.grant_year AND from_date <= start AND to_date >= start ORDER BY from_date DESC, registered_on DESC, line DESC LIMIT 1)`;

/** Days on which the recipient may change: where a row of the table begins or has ended. */
const cuts = (table: string): string => `
    SELECT grant_year, component, a.person, r.from_date FROM amount AS a JOIN ${table} AS r USING (person), run
      WHERE registered_on <= as_of AND ifnull(only_year, grant_year) = grant_year AND r.from_date > first AND r.from_date <= last
    UNION SELECT grant_year, component, a.person, date(r.to_date, '+1 day') FROM amount AS a JOIN ${table} AS r USING (person), run
      WHERE registered_on <= as_of AND ifnull(only_year, grant_year) = grant_year AND r.to_date >= first AND r.to_date < last`;

/** The kommune to which a case pins the person that day: the later day wins, then the later act (9a). */
const PINNED = `(
      SELECT code FROM pin AS p WHERE p.person = s.person AND p.grant_year = s.grant_year AND from_date <= start
        ORDER BY from_date DESC, place DESC LIMIT 1)`;

/** Days from one to another, both counted. */
const daysBetween = (first: string, last: string): string =>
  `CAST(julianday(${last}) - julianday(${first}) + 1 AS INTEGER)`;

/** Who gets it (rulebook 4), what is posted, and the lines that must follow (rulebook 6). */
export const LINE_STEPS = `
-- The window in pieces within which the recipient is the same.
CREATE TABLE piece AS
  SELECT grant_year, component, person, start,
    coalesce(date(lead(start) OVER (PARTITION BY grant_year, component, person ORDER BY start), '-1 day'), last) AS until
  FROM (
    SELECT grant_year, component, person, first AS start FROM amount
    UNION${cuts('residence')}
    UNION${cuts('training_kommune')}
    UNION${cuts('upper_secondary')}
    UNION SELECT grant_year, component, person, from_date FROM amount JOIN pin USING (grant_year, person)
      WHERE from_date > first AND from_date <= last)
  JOIN amount USING (grant_year, component, person);

-- First that applies: what a case has pinned; fylkeskommune of upper secondary, training kommune, residence; else no recipient and no weight.
CREATE TABLE stay AS
  SELECT grant_year, component, person, start, until, reached AS basis, is_split FROM (
    SELECT grant_year, component, person, start, until,
      coalesce(${PINNED}, iif(by_fylke, ${covering('upper_secondary')}, NULL), ${covering('training_kommune')}, ${covering('residence')}) AS code
    FROM piece AS s JOIN amount USING (grant_year, component, person), run)
  JOIN years USING (grant_year) JOIN in_force USING (code) WHERE in_force.day = last_day;

-- A10 by_days: the weight of a recipient is its days.
CREATE TABLE days AS
  SELECT grant_year, component, person, basis, is_split, sum(${daysBetween('start', 'until')}) AS days
  FROM stay WHERE (SELECT value FROM assumption WHERE id = 'A10') = 'by_days'
  GROUP BY grant_year, component, person, basis, is_split;

-- A10 by_months: its months, each of them won by most days, ties by who comes first in the month.
INSERT INTO days
  SELECT grant_year, component, person, basis, is_split, sum(place = 1) FROM (
    SELECT *, row_number() OVER (PARTITION BY grant_year, component, person, month ORDER BY days DESC, first) AS place
    FROM (
      SELECT grant_year, component, person, basis, is_split, first_day AS month, min(max(start, first_day)) AS first,
        sum(${daysBetween('max(start, first_day)', 'min(until, last_day)')}) AS days
      FROM stay JOIN month ON start <= last_day AND until >= first_day
      WHERE (SELECT value FROM assumption WHERE id = 'A10') = 'by_months'
      GROUP BY grant_year, component, person, basis, is_split, first_day))
  GROUP BY grant_year, component, person, basis, is_split;

-- Whole kroner; those left over go to the largest remainders, then the more days, then the lower code (A10).
CREATE TABLE part AS
  SELECT grant_year, component, person, basis, is_split,
    due * days / total + (place <= due - sum(due * days / total) OVER person) AS due
  FROM (
    SELECT *, row_number() OVER (PARTITION BY grant_year, component, person
      ORDER BY due * days % total DESC, days DESC, basis) AS place
    FROM (
      SELECT d.*, due, sum(days) OVER (PARTITION BY grant_year, component, person) AS total
      FROM days AS d JOIN amount USING (grant_year, component, person) WHERE due IS NOT NULL))
  WINDOW person AS (PARTITION BY grant_year, component, person);

CREATE TABLE kommune_amount AS
  SELECT counted.grant_year, reached AS basis, is_split, amount, iif(n <= 3, 'Grunntilskudd-L', 'Grunntilskudd-H') AS code
  FROM counted JOIN years USING (grant_year) JOIN in_force USING (code)
  JOIN rate ON rate.key = 'grunntilskudd' AND rate.grant_year = counted.grant_year AND rate_class = iif(n <= 3, 'low', 'high')
  WHERE in_force.day = last_day AND n BETWEEN 1 AND 150;

-- What was frozen and not posted is owed at its frozen amount, unless a case says the count (9a).
INSERT INTO kommune_amount
  SELECT f.grant_year, reached, is_split, amount, payout_code FROM frozen_before AS f JOIN years USING (grant_year)
  JOIN in_force ON in_force.day = last_day AND in_force.code = f.code
  JOIN computed AS c ON c.grant_year = f.grant_year AND c.component = 'grunntilskudd'
  WHERE f.grant_year IN (SELECT grant_year FROM frozen) AND (f.grant_year, f.code) NOT IN (SELECT grant_year, code FROM pinned_count);

INSERT INTO part SELECT grant_year, 'grunntilskudd', 0, basis, is_split, amount FROM kommune_amount;

-- Kommuner that a frozen count leaves to be worked out.
CREATE TABLE alone AS
  SELECT grant_year, reached AS basis FROM pinned_count JOIN years USING (grant_year)
  JOIN in_force ON in_force.day = last_day AND in_force.code = pinned_count.code
  UNION SELECT f.grant_year, reached FROM frozen_before AS f JOIN years USING (grant_year)
  JOIN in_force ON in_force.day = last_day AND in_force.code = f.code;

-- Due and posted, both under the codes of the grant year's last day; a part whose code was split is held, not due.
CREATE TABLE difference AS
  SELECT *, max(is_split AND due < posted) OVER (PARTITION BY grant_year, component, person) AS waits FROM (
  SELECT d.*, iif(f.is_split, coalesce(s.reached, f.reached), f.reached) AS recipient, iif(f.is_split, coalesce(s.is_split, 1), 0) AS is_split
  FROM (
    SELECT grant_year, component, person, basis, sum(due) AS due, sum(posted) AS posted FROM (
      SELECT grant_year, component, person, basis, due, 0 AS posted FROM part WHERE NOT is_split
      UNION ALL
      SELECT grant_year, component, person, reached, 0, amount FROM posted
      JOIN years USING (grant_year) JOIN in_force USING (code) WHERE in_force.day = last_day)
    JOIN computed USING (grant_year, component)
    WHERE (person = 0 OR person IN (SELECT person FROM person) OR person IN (SELECT person FROM corrected))
      AND NOT (component = 'grunntilskudd' AND grant_year IN (SELECT grant_year FROM frozen)
        AND (grant_year, basis) NOT IN (SELECT grant_year, basis FROM alone))
    GROUP BY grant_year, component, person, basis HAVING sum(due) <> sum(posted)) AS d
  JOIN run JOIN in_force AS f ON f.day = cut_off AND f.code = basis
  LEFT JOIN successor AS s ON s.grant_year = d.grant_year AND s.component = d.component AND s.person = d.person AND s.code = f.reached);

-- A difference without a unique successor is held; positive ones wait for a negative one that is. What the line says of
-- the whole year: 0 and an earlier code where nothing triggers, -1 for a country outside the table; a code or amount that is
-- NULL is not compared (an earlier code; a kommune of which two counts have become one).
CREATE TABLE expected AS
  SELECT 0 AS nth, d.grant_year, d.component, d.person, d.basis, recipient, d.due, posted, d.due - posted AS amount,
    CASE WHEN d.component = 'grunntilskudd' THEN iif(counts > 1, NULL, coalesce(k.amount, 0))
      WHEN a.person IS NULL THEN 0 ELSE coalesce(a.annual, -1) END AS annual,
    CASE WHEN d.component = 'grunntilskudd' THEN iif(counts > 1, NULL, k.code)
      WHEN a.annual IS NULL THEN NULL ELSE a.code END AS code
  FROM difference AS d
  LEFT JOIN amount AS a USING (grant_year, component, person)
  LEFT JOIN (SELECT grant_year, basis, amount, code, count(*) AS counts FROM kommune_amount GROUP BY grant_year, basis) AS k
    ON k.grant_year = d.grant_year AND k.basis = d.basis AND d.component = 'grunntilskudd'
  WHERE NOT is_split AND NOT (d.due > posted AND (waits AND d.person <> 0 OR ${IS_BLOCKED}));

-- What a case pays beside the register: a line of its own, whatever has been posted; what waits has none (9a).
INSERT INTO expected
  SELECT row_number() OVER (PARTITION BY grant_year, component, person, basis ORDER BY place),
    grant_year, component, person, basis, recipient, amount, 0, amount, -1, code
  FROM (
    SELECT a.place, a.grant_year, a.component, ifnull(a.person, 0) AS person, l.reached AS basis, f.reached AS recipient, amount, a.code
    FROM act AS a JOIN run JOIN in_force AS l ON l.day = grant_year || '-12-31' AND l.code = a.recipient
    JOIN in_force AS f ON f.day = cut_off AND f.code = l.reached
    WHERE kind = 'adjustment' AND grant_year <= own_year AND NOT f.is_split
      AND component IN (SELECT component FROM exists_from) AND component NOT IN (SELECT component FROM excluded)) AS d
  WHERE NOT (amount > 0 AND ${IS_BLOCKED});
CREATE INDEX line_key ON line (grant_year, component, person, basis, nth);
`;

/** Every line that SQL has otherwise than the run, or that only one of them has, with the first column that differs. */
export const DIFFERENCES = `
SELECT *, CASE
    WHEN sql_amount IS NOT run_amount THEN 'amount'
    WHEN sql_due IS NOT run_due THEN 'cumulative_due'
    WHEN sql_posted IS NOT run_posted THEN 'previously_posted'
    WHEN sql_recipient IS NOT run_recipient THEN 'recipient_id'
    WHEN sql_annual <> run_annual THEN 'annual_amount'
    WHEN sql_code <> run_code THEN 'code' END AS differs
FROM (
  SELECT coalesce(e.grant_year, l.grant_year) AS grant_year, coalesce(e.component, l.component) AS component,
    coalesce(e.person, l.person) AS person, coalesce(e.basis, l.basis) AS basis, coalesce(l.row, 0) AS row,
    e.amount AS sql_amount, l.amount AS run_amount, e.due AS sql_due, l.due AS run_due,
    e.posted AS sql_posted, l.posted AS run_posted, e.recipient AS sql_recipient, l.recipient AS run_recipient,
    e.annual AS sql_annual, l.annual AS run_annual, e.code AS sql_code, l.code AS run_code
  FROM expected AS e FULL JOIN line AS l
    ON e.grant_year = l.grant_year AND e.component = l.component AND e.person = l.person AND e.basis = l.basis AND e.nth = l.nth)
WHERE differs IS NOT NULL
ORDER BY 1, 2, 3, 4`;

/** How much was compared: persons and kommuner with an amount, and lines. */
export const COMPARED = `
SELECT (SELECT count(*) FROM amount) + (SELECT count(*) FROM counted) + (SELECT count(*) FROM line)`;
