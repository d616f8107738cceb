/** Kommune numbers change (rulebook 4): every code, followed through its successors, on each day that matters. */
export const CODE_STEPS = `
CREATE TABLE day AS
  SELECT last_day AS day FROM years UNION SELECT cut_off FROM run UNION SELECT count_day FROM years
  UNION SELECT grant_year || '-12-31' FROM act WHERE grant_year IS NOT NULL;

-- A code that is out of force on a day, with what came after it.
CREATE TABLE ended AS
  SELECT day, code, successors, successors = '' OR instr(successors, ' ') > 0 AS is_split
  FROM day JOIN place AS last
  WHERE valid_to = (SELECT max(valid_to) FROM place WHERE code = last.code) AND valid_to <= day;
CREATE UNIQUE INDEX ended_key ON ended (day, code);

-- Exactly one successor at each step: go on. A split: stop at the code that was split.
CREATE TABLE in_force AS
  WITH RECURSIVE step (day, code, reached, steps) AS (
    SELECT DISTINCT day, code, code, 0 FROM day, place
    UNION ALL
    SELECT step.day, step.code, ended.successors, steps + 1
    FROM step JOIN ended ON ended.day = step.day AND ended.code = step.reached
    WHERE NOT is_split AND steps < 20
  )
  SELECT step.day, step.code, reached, coalesce(is_split, 0) AS is_split, max(steps) AS steps
  FROM step LEFT JOIN ended ON ended.day = step.day AND ended.code = step.reached
  GROUP BY step.day, step.code;
CREATE UNIQUE INDEX in_force_key ON in_force (day, code);
`;

/** What the run must compute (rulebook 5 and 6): its own year, and of the year before what has been posted. */
export const PLAN_STEPS = `
CREATE TABLE month AS
  WITH RECURSIVE each_month (first_day) AS (
    SELECT min(first_day) FROM years
    UNION ALL SELECT date(first_day, '+1 month') FROM each_month
    WHERE date(first_day, '+1 month') <= (SELECT max(last_day) FROM years))
  SELECT first_day, date(first_day, '+1 month', '-1 day') AS last_day FROM each_month;

CREATE TABLE exists_from (component TEXT, first_year INTEGER);
INSERT INTO exists_from VALUES ('persontilskudd', 2016), ('persontilskudd37d', 2022), ('grunntilskudd', 2016);

-- Counted once: in the first run at or after its term (A12, A15), and then frozen.
CREATE TABLE frozen AS
  SELECT grant_year FROM years WHERE EXISTS (
    SELECT 1 FROM covered AS c WHERE c.grant_year = years.grant_year AND c.component = 'grunntilskudd'
      AND c.run_year = years.grant_year AND c.run_term >= first_term);

CREATE TABLE computed AS
  SELECT years.grant_year, component
  FROM years JOIN exists_from ON years.grant_year >= first_year JOIN run
  WHERE component NOT IN (SELECT component FROM excluded)
    AND CASE
      -- Once it is frozen: kommuner of which a case says the count, and what a block kept back then, alone.
      WHEN component = 'grunntilskudd' AND grant_year IN (SELECT grant_year FROM frozen) THEN EXISTS (
        SELECT 1 FROM act WHERE kind = 'pin_count' AND act.grant_year = years.grant_year
        UNION ALL SELECT 1 FROM frozen_before AS f WHERE f.grant_year = years.grant_year)
      WHEN component = 'grunntilskudd' THEN grant_year = own_year AND term >= first_term
      WHEN years.grant_year < own_year THEN EXISTS (
        SELECT 1 FROM covered AS c WHERE c.grant_year = years.grant_year AND c.component = exists_from.component)
      ELSE 1 END;
`.replaceAll('first_term', '(CASE WHEN grant_year <= 2019 THEN 3 WHEN grant_year = 2024 THEN 2 ELSE 1 END)');

/** What the manifest says was computed and SQL does not, or the other way round. */
export const PLAN_DIFFERENCES = `
SELECT grant_year, component, 1 FROM (SELECT grant_year, component FROM computed EXCEPT SELECT grant_year, component FROM in_manifest)
UNION ALL
SELECT grant_year, component, 0 FROM (SELECT grant_year, component FROM in_manifest EXCEPT SELECT grant_year, component FROM computed)
ORDER BY 1, 2`;
