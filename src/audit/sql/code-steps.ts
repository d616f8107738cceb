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
