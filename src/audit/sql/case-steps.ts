/** Tables of the register of which a row can be void or stand. */
const TABLES = ['target_group', 'decision', 'residence', 'training_kommune', 'upper_secondary'] as const;

/** Columns of a table behind person, line, registered_on, only_year and key. */
const COLUMNS: Readonly<Record<(typeof TABLES)[number], string>> = {
  target_group: 'law, category, permit_granted_on, entered_on, left_on',
  decision: 'decision, kind, outcome',
  residence: 'code, from_date, to_date',
  training_kommune: 'code, from_date, to_date',
  upper_secondary: 'code, from_date, to_date',
};

const said = (name: string): string => `nullif(row ->> '$.${name}', '')`;
const orNever = (name: string): string => `coalesce(${said(name)}, '9999-12-31')`;

/** The same columns of a row that stands by an act. */
const STANDING: Readonly<Record<(typeof TABLES)[number], string>> = {
  target_group: `${said('law')}, ${said('category')}, ${said('permit_granted_on')}, ${said('entered_on')}, ${orNever('left_on')}`,
  decision: `-place, ${said('kind')}, ${said('outcome')}`,
  residence: `${said('kommune')}, ${said('from_date')}, ${orNever('to_date')}`,
  training_kommune: `${said('kommune')}, ${said('from_date')}, ${orNever('to_date')}`,
  upper_secondary: `iif(${said('fylke')} = '03', '0301', ${said('fylke')}), ${said('from_date')}, ${orNever('to_date')}`,
};

/** A row that a case names is no longer read by the grant year of the act; what stands is read by that year alone. */
const rowsOf = (table: (typeof TABLES)[number]): string => `
INSERT INTO ${table}
  SELECT r.person, line, registered_on, y.grant_year, r.key, ${COLUMNS[table]}
  FROM ${table} AS r JOIN (SELECT DISTINCT person, key FROM named WHERE register_table = '${table}') USING (person, key) JOIN years AS y
  WHERE NOT EXISTS (SELECT 1 FROM named AS n WHERE register_table = '${table}' AND n.person = r.person AND n.key = r.key
    AND n.grant_year = y.grant_year);
DELETE FROM ${table} WHERE only_year IS NULL
  AND (person, key) IN (SELECT person, key FROM named WHERE register_table = '${table}');
INSERT INTO ${table}
  SELECT person, 1000000000 + place, '0001-01-01', grant_year, key, ${STANDING[table]}
  FROM named WHERE register_table = '${table}' AND kind = 'row_standing';
`;

/** The last act of each thing, of two the one confirmed later. */
const lastOf = (kinds: string, thing: string): string =>
  `SELECT *, max(place) AS last FROM act WHERE kind IN (${kinds}) GROUP BY ${thing}`;

/** What people decide beside the register (rulebook 9a). */
export const CASE_STEPS = `
CREATE TABLE named AS ${lastOf("'row_void', 'row_standing'", 'grant_year, register_table, person, key')};
${TABLES.map(rowsOf).join('')}
CREATE TABLE pin AS SELECT place, grant_year, person, from_date, recipient AS code FROM act WHERE kind = 'pin_kommune';
CREATE INDEX pin_person ON pin (person);

-- The whole count of a kommune, by the code in force on the day of counting.
CREATE TABLE pinned_count AS
  SELECT grant_year, reached AS code, amount AS n, max(place) AS last
  FROM act JOIN years USING (grant_year) JOIN in_force ON in_force.day = count_day AND in_force.code = act.recipient
  WHERE kind = 'pin_count' GROUP BY grant_year, reached;

CREATE TABLE successor AS
  SELECT grant_year, component, person, basis AS code, reached, is_split, max(place) AS last
  FROM act JOIN run JOIN in_force ON in_force.day = cut_off AND in_force.code = recipient
  WHERE kind = 'pin_successor' GROUP BY grant_year, component, person, basis;

-- Postings of somebody missing or rejected are kept, or corrected to nothing.
CREATE TABLE corrected AS
  SELECT person FROM (SELECT person, kind, max(place) FROM act WHERE kind IN ('keep', 'correct') GROUP BY person)
  WHERE kind = 'correct';

CREATE TABLE block AS
  SELECT b.grant_year, component, person, r.reached AS recipient, l.reached AS basis
  FROM (${lastOf("'block'", 'grant_year, component, person, recipient, basis')}) AS b JOIN run
  LEFT JOIN in_force AS r ON r.day = cut_off AND r.code = b.recipient
  LEFT JOIN in_force AS l ON l.day = grant_year || '-12-31' AND l.code = b.basis
  WHERE from_date <= taken_at AND to_date >= as_of;
`;

/** Whether a block keeps back a positive amount d to a recipient. */
export const IS_BLOCKED = `EXISTS (SELECT 1 FROM block AS b WHERE (b.recipient IS NULL OR b.recipient = d.recipient)
    AND (b.person IS NULL OR b.person = d.person) AND (b.component IS NULL OR b.component = d.component)
    AND (b.grant_year IS NULL OR b.grant_year = d.grant_year) AND (b.basis IS NULL OR b.basis = d.basis))`;
