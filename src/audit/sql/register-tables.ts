/**
 * The stored register as tables that anybody can query. Days are texts `YYYY-MM-DD`: no end, death or emigration is
 * 9999-12-31, an empty registered_on 0001-01-01, an empty permit date NULL. Codes are texts as in the files.
 */
export const REGISTER_TABLES = `
CREATE TABLE person_row (person INTEGER, rank INTEGER, registered_on TEXT, birth_date TEXT, country TEXT,
  death_date TEXT, emigrated_on TEXT);
CREATE TABLE withheld (person INTEGER PRIMARY KEY);
-- only_year: the grant year that reads the row; NULL: every one. key: hash of the row's id, or code and from_date.
CREATE TABLE target_group (person INTEGER, line INTEGER, registered_on TEXT, only_year INTEGER, key, law TEXT, category TEXT,
  permit_granted_on TEXT, entered_on TEXT, left_on TEXT);
CREATE TABLE decision (person INTEGER, line INTEGER, registered_on TEXT, only_year INTEGER, key, decision INTEGER, kind TEXT,
  outcome TEXT);
CREATE TABLE residence (person INTEGER, line INTEGER, registered_on TEXT, only_year INTEGER, key, code TEXT, from_date TEXT,
  to_date TEXT);
CREATE TABLE training_kommune (person INTEGER, line INTEGER, registered_on TEXT, only_year INTEGER, key, code TEXT,
  from_date TEXT, to_date TEXT);
CREATE TABLE upper_secondary (person INTEGER, line INTEGER, registered_on TEXT, only_year INTEGER, key, code TEXT,
  from_date TEXT, to_date TEXT);
CREATE INDEX residence_person ON residence (person, from_date);
CREATE INDEX training_person ON training_kommune (person, from_date);
CREATE INDEX upper_person ON upper_secondary (person, from_date);

CREATE TABLE place (code TEXT, valid_from TEXT, valid_to TEXT, successors TEXT);
CREATE TABLE region (country TEXT PRIMARY KEY, rate_class TEXT);
CREATE TABLE rate (key TEXT, grant_year INTEGER, rate_class TEXT, amount INTEGER, PRIMARY KEY (key, grant_year, rate_class));

CREATE TABLE run (own_year INTEGER, term INTEGER, as_of TEXT, cut_off TEXT, taken_at TEXT);
CREATE TABLE assumption (id TEXT PRIMARY KEY, value TEXT);
CREATE TABLE years (grant_year INTEGER PRIMARY KEY, first_day TEXT, last_day TEXT, count_day TEXT, due_term INTEGER);
CREATE TABLE excluded (component TEXT PRIMARY KEY);
-- What posted batches had computed when the run started; run_year 0: the opening batch has postings.
CREATE TABLE covered (grant_year INTEGER, component TEXT, run_year INTEGER, run_term INTEGER);
CREATE TABLE in_manifest (grant_year INTEGER, component TEXT);
CREATE TABLE posted (person INTEGER, grant_year INTEGER, component TEXT, code TEXT, amount INTEGER);
-- Acts of cases in force, in the order of confirmation; what an act says nothing of is NULL.
CREATE TABLE act (place INTEGER PRIMARY KEY, kind TEXT, grant_year INTEGER, component TEXT, person INTEGER, recipient TEXT,
  basis TEXT, from_date TEXT, to_date TEXT, amount INTEGER, code TEXT, register_table TEXT, key, row TEXT);
-- Grunntilskudd that was frozen while a block kept it back, and not posted since, by the code on the day of counting.
CREATE TABLE frozen_before (grant_year INTEGER, code TEXT, amount INTEGER, payout_code TEXT);
-- nth: 0 for what the true-up gives, 1, 2, ... for the adjustments of its key.
CREATE TABLE line (row INTEGER, nth INTEGER, person INTEGER, grant_year INTEGER, component TEXT, basis TEXT, recipient TEXT,
  due INTEGER, posted INTEGER, amount INTEGER, annual INTEGER, code TEXT);
`;
